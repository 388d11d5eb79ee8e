package dev.precis.sparql.effect;

/**
 * An effect size with its standard error as one of another type. All formulas are of M. Borenstein, L. V. Hedges, J. P.
 * T. Higgins and H. R. Rothstein, Introduction to Meta-Analysis (Wiley 2009), by their numbers there; those between d
 * and a correlation suppose two groups of one size.
 *
 * @param value on the scale of its type: d, g, a correlation, the logarithm of an odds ratio
 * @param error its standard error; not a number where none is known
 */
record Conversion(double value, double error) {
    private static final double SQRT_3 = Math.sqrt(3);
    /** (n1 + n2)^2 / (n1 n2) of two groups of one size. */
    private static final double EQUAL_GROUPS = 4;

    /** 7.1 and 7.2: d of the logarithm of an odds ratio. */
    Conversion logOddsToD() {
        return new Conversion(value * SQRT_3 / Math.PI, error * SQRT_3 / Math.PI);
    }

    /** 7.3 and 7.4: the logarithm of an odds ratio of d. */
    Conversion dToLogOdds() {
        return new Conversion(value * Math.PI / SQRT_3, error * Math.PI / SQRT_3);
    }

    /** 7.5 and 7.6: d of a correlation. */
    Conversion correlationToD() {
        double left = 1 - value * value;
        return new Conversion(2 * value / Math.sqrt(left), 2 * error / Math.pow(left, 1.5));
    }

    /** 7.7 and 7.9: a correlation of d. */
    Conversion dToCorrelation() {
        double sum = value * value + EQUAL_GROUPS;
        return new Conversion(value / Math.sqrt(sum), EQUAL_GROUPS * error / Math.pow(sum, 1.5));
    }

    /**
     * 4.22 to 4.24: Hedges' g of d, which is a little smaller.
     *
     * @param people in both groups together
     */
    Conversion dToG(double people) {
        double j = correction(people);
        return new Conversion(j * value, j * error);
    }

    /** The same the other way round. */
    Conversion gToD(double people) {
        double j = correction(people);
        return new Conversion(value / j, error / j);
    }

    private static double correction(double people) {
        return 1 - 3 / (4 * (people - 2) - 1);
    }
}
