package dev.precis.pipeline.understand;

import java.util.stream.IntStream;

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
    private static final int MOST_TOLD = 200;

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

    /** Whether any degrees of freedom from 1 on give the p. */
    boolean yieldsAnywhere(Span p) {
        Span one = fromHalf(StudentT.LEAST);
        Span normal = fromHalf(StudentT.NORMAL);
        Span between = new Span(Math.min(one.low(), normal.low()), Math.max(one.high(), normal.high()));
        return between.overlaps(p) || fromError(StudentT.LEAST, StudentT.NORMAL).overlaps(p);
    }

    /** Whole degrees of freedom in the middle of those that give the p; 0 where none do. */
    int freedom(Span p) {
        int[] fitting =
                IntStream.rangeClosed(1, MOST_TOLD).filter(df -> yields(p, df)).toArray();
        return fitting.length == 0 ? 0 : fitting[(fitting.length - 1) / 2];
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
