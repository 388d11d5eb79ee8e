package dev.precis.sparql.effect;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/** The scale on which effect sizes of a type are analysed: near normal, and 0 for no effect. */
enum Scale {
    /** As printed: differences, standardised or not. */
    LINEAR(Optional.empty(), x -> x),
    /** The natural logarithm: odds, risk, rate and hazard ratios. */
    LOGARITHMIC(Optional.of(Formula.LOGARITHM), Math::log),
    /** The inverse hyperbolic tangent of a correlation (R. A. Fisher, Metron 1 (1921), 3-32). */
    FISHER(Optional.of(Formula.FISHER_Z), x -> (Math.log1p(x) - Math.log1p(-x)) / 2);

    private final Optional<Formula> formula;
    private final DoubleUnaryOperator transform;

    Scale(Optional<Formula> formula, DoubleUnaryOperator transform) {
        this.formula = formula;
        this.transform = transform;
    }

    /** The scale by its name in the vocabulary; that of a type without one is not known. */
    static Scale of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** What is done to a printed number, if anything. */
    Optional<Formula> formula() {
        return formula;
    }

    /** The number on this scale; not finite where it cannot be of this scale. */
    double of(double printed) {
        return transform.applyAsDouble(printed);
    }
}
