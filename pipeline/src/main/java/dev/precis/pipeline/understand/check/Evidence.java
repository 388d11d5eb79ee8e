package dev.precis.pipeline.understand.check;

/**
 * What an estimate, its standard error and its interval, as printed, let a two-sided p be. Roundings are taken to their
 * worst ends and each source of the error by itself, so that what cannot be reproduced here cannot be at all.
 *
 * @param distance of the estimate from no effect, on its scale
 * @param error the standard error, or {@link Span#NONE}
 * @param half from the estimate to the ends of its interval, or {@link Span#NONE}
 * @param level of the interval, as a fraction
 */
record Evidence(Span distance, Span error, Span half, double level) {
    private static final int MOST_TOLD = 1000;
    private static final int HALVINGS = 24;

    boolean isEnough() {
        return distance.isFinite() && (error.isFinite() || half.isFinite());
    }

    /** Whether the p can come from a t distribution with those degrees of freedom. */
    boolean yields(Span p, double df) {
        return fromError(df, df).overlaps(p) || fromHalf(df).overlaps(p);
    }

    /** Whether the p can come from the degrees of freedom that interval and standard error imply together. */
    boolean yieldsAtImpliedFreedom(Span p) {
        if (!error.isFinite() || !half.isFinite()) {
            return false;
        }
        Span reach = half.over(error);
        Span possible = new Span(StudentT.reach(level, StudentT.NORMAL), StudentT.reach(level, StudentT.LEAST));
        if (!reach.overlaps(possible)) {
            return false;
        }
        return fromError(StudentT.freedom(level, reach.high()), StudentT.freedom(level, reach.low()))
                .overlaps(p);
    }

    /** How far the p lies from what normal theory gives, told as z. */
    double apart(Span p) {
        double fromError = fromError(StudentT.NORMAL, StudentT.NORMAL).apart(p);
        double fromHalf = fromHalf(StudentT.NORMAL).apart(p);
        return error.isFinite() && half.isFinite() ? Math.min(fromError, fromHalf) : Math.max(fromError, fromHalf);
    }

    /** Whether any degrees of freedom from the least on give the p. */
    boolean yieldsAnywhere(Span p, double least) {
        Span one = fromHalf(least);
        Span normal = fromHalf(StudentT.NORMAL);
        Span between = new Span(Math.min(one.low(), normal.low()), Math.max(one.high(), normal.high()));
        return between.overlaps(p) || fromError(least, StudentT.NORMAL).overlaps(p);
    }

    /**
     * The degrees of freedom that come nearest to the p; where the p falls or rises with them, it does so throughout.
     */
    double freedom(double p) {
        boolean falling = middle(StudentT.LEAST) > middle(StudentT.NORMAL);
        double low = 0;
        double high = Math.log(MOST_TOLD);
        for (int i = 0; i < HALVINGS; i++) {
            double half = (low + high) / 2;
            if (middle(Math.exp(half)) > p == falling) {
                low = half;
            } else {
                high = half;
            }
        }
        return Math.exp(low);
    }

    /** The p of the digits as they stand. */
    double middle(double df) {
        double errors = error.isFinite()
                ? distance.middle() / error.middle()
                : distance.middle() / half.middle() * StudentT.reach(level, df);
        return StudentT.probability(errors, df);
    }

    /** For the same t a p falls as the degrees of freedom grow. */
    private Span fromError(double leastFreedom, double mostFreedom) {
        if (!error.isFinite()) {
            return Span.NONE;
        }
        Span t = distance.over(error);
        return new Span(StudentT.probability(t.high(), mostFreedom), StudentT.probability(t.low(), leastFreedom));
    }

    private Span fromHalf(double df) {
        if (!half.isFinite()) {
            return Span.NONE;
        }
        Span share = distance.over(half);
        double reach = StudentT.reach(level, df);
        return new Span(StudentT.probability(share.high() * reach, df), StudentT.probability(share.low() * reach, df));
    }
}
