package dev.precis.sparql.plot;

import dev.precis.sparql.query.Detail.Estimate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** An estimate between its bounds, in numbers that can be drawn: all finite, the lower bound first. */
record Interval(double lower, double value, double upper) {
    /** What is farther off cannot be drawn beside anything else; what is nearer to nothing looks like nothing. */
    private static final double FARTHEST = 1e12;

    private static final double NEAREST = 1e-12;

    /** The interval of an estimate, if it has one, whose estimate can stand on such an axis. */
    static Optional<Interval> of(Estimate estimate, boolean logarithmic) {
        return of(estimate.value(), estimate.ciLower(), estimate.ciUpper(), logarithmic);
    }

    static Optional<Interval> of(String estimate, String lower, String upper, boolean logarithmic) {
        OptionalDouble value = number(estimate);
        OptionalDouble one = number(lower);
        OptionalDouble other = number(upper);
        if (value.isEmpty() || one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        double at = value.getAsDouble();
        boolean drawable = Math.abs(at) < FARTHEST && (!logarithmic || at > NEAREST);
        return drawable
                ? Optional.of(new Interval(
                        Math.min(one.getAsDouble(), other.getAsDouble()),
                        at,
                        Math.max(one.getAsDouble(), other.getAsDouble())))
                : Optional.empty();
    }

    /** A stored number, no farther off than can be drawn; none if the text is no number. */
    static OptionalDouble number(String text) {
        try {
            double number = text.isEmpty() ? Double.NaN : new BigDecimal(text).doubleValue();
            if (Double.isNaN(number)) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(Math.abs(number) < NEAREST ? 0 : Math.max(-FARTHEST, Math.min(FARTHEST, number)));
        } catch (NumberFormatException stored) {
            return OptionalDouble.empty();
        }
    }
}
