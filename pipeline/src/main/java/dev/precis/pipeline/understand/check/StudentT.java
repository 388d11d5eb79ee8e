package dev.precis.pipeline.understand.check;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Two-sided tests by Student's t (Biometrika 6 (1908), 1-25); without end of the degrees of freedom it is the normal
 * distribution.
 */
final class StudentT {
    static final double NORMAL = Double.POSITIVE_INFINITY;

    /** The least degrees of freedom of a test. */
    static final double LEAST = 1;

    private static final int HALVINGS = 60;
    /** From here on t and normal agree in every digit that is printed. */
    private static final double ALMOST_NORMAL = 1e7;

    private StudentT() {}

    /** The probability of a value at least so far from zero, on either side. */
    static double probability(double t, double df) {
        return Math.min(1, 2 * TDistribution.of(df).survivalProbability(t));
    }

    /** The z that has the p on both sides together. */
    static double normal(double p) {
        return TDistribution.of(NORMAL).inverseSurvivalProbability(Math.min(1, Math.max(1e-300, p)) / 2);
    }

    /** The number of standard errors from the middle of an interval of that level to its ends. */
    static double reach(double level, double df) {
        return TDistribution.of(df).inverseSurvivalProbability((1 - level) / 2);
    }

    /** The degrees of freedom at which an interval of that level has that reach: a reach falls as they grow. */
    static double freedom(double level, double reach) {
        if (reach >= reach(level, LEAST)) {
            return LEAST;
        }
        if (reach <= reach(level, ALMOST_NORMAL)) {
            return NORMAL;
        }
        double low = 0;
        double high = Math.log(ALMOST_NORMAL);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (reach(level, Math.exp(middle)) > reach) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp(low);
    }
}
