package dev.precis.sparql.effect;

import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Standard errors that follow from what is printed beside an estimate, on the scale of analysis. */
final class StandardErrors {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** So far the halves of an interval may differ, as a share of its width, beyond what rounding explains. */
    private static final double LOPSIDED = 0.05;
    /** Below this p rounding hides too much, and above the other the estimate is divided by next to nothing. */
    private static final double LEAST_P = 0.001;

    private static final double MOST_P = 0.9;

    private StandardErrors() {}

    /**
     * The standard error of which an interval is so many times as wide: {@code (upper - lower) / (2 z)}, z that of the
     * level (Cochrane Handbook for Systematic Reviews of Interventions, version 6.5, sections 6.3.1 for differences and
     * 6.3.2 for ratios, there of logarithms; for correlations on Fisher's scale, Borenstein et al., Introduction to
     * Meta-Analysis (2009), chapter 6).
     *
     * @param yi the estimate on its scale
     * @param lower and
     * @param upper the bounds on the same scale
     * @param level of the interval, above 0 and below 1
     * @param rounding how far half a unit of the last digit reaches on that scale, for the number that it moves most
     * @return none if the estimate stands outside, or nearer to one end than rounding explains
     */
    static Optional<Double> ofInterval(double yi, double lower, double upper, double level, double rounding) {
        double width = upper - lower;
        double lopsided = Math.abs(upper + lower - 2 * yi);
        boolean fits = Double.isFinite(width)
                && width > 0
                && level > 0
                && level < 1
                && yi >= lower - rounding
                && yi <= upper + rounding
                && lopsided <= 4 * rounding + LOPSIDED * width;
        return fits ? Optional.of(width / (2 * NORMAL.inverseSurvivalProbability((1 - level) / 2))) : Optional.empty();
    }

    /**
     * The standard error at which the estimate has that two-sided p: {@code |yi| / z}, z that of the p (Cochrane
     * Handbook, version 6.5, section 6.3.1; D. G. Altman and J. M. Bland, BMJ 343 (2011), d2090, for ratios on the
     * logarithmic scale).
     *
     * @param p printed with an equals sign
     * @return none for a p so small, or so large, that its rounding decides
     */
    static Optional<Double> ofProbability(double yi, double p) {
        boolean fits = p >= LEAST_P && p <= MOST_P && yi != 0 && Double.isFinite(yi);
        return fits ? Optional.of(Math.abs(yi) / NORMAL.inverseSurvivalProbability(p / 2)) : Optional.empty();
    }

    /**
     * That of a correlation on Fisher's scale, from that of the correlation itself: {@code SE / (1 - r^2)}, by the
     * slope of the inverse hyperbolic tangent (R. A. Fisher, Metron 1 (1921), 3-32).
     */
    static Optional<Double> ofCorrelation(double r, double error) {
        return Math.abs(r) < 1 && error > 0 ? Optional.of(error / (1 - r * r)) : Optional.empty();
    }
}
