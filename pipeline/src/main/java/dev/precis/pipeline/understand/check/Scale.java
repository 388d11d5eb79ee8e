package dev.precis.pipeline.understand.check;

import java.util.function.DoubleUnaryOperator;

/** The scale on which estimates of a type are near normal, with 0 for no effect. */
enum Scale {
    LINEAR(x -> x),
    /** Odds, risk and hazard ratios. */
    LOGARITHMIC(Math::log),
    /** Correlations: the inverse hyperbolic tangent (R. A. Fisher, Metron 1 (1921), 3-32). */
    FISHER(x -> (Math.log1p(x) - Math.log1p(-x)) / 2);

    private final DoubleUnaryOperator transform;

    Scale(DoubleUnaryOperator transform) {
        this.transform = transform;
    }

    /** The span on this scale; not finite where the numbers cannot be of this scale. */
    Span of(Span printed) {
        return new Span(transform.applyAsDouble(printed.low()), transform.applyAsDouble(printed.high()));
    }
}
