package dev.precis.pipeline.understand.check;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;

/** How a test statistic is distributed where there is no effect; gives the p that belongs to it. */
enum TestDistribution {
    NORMAL {
        @Override
        double probability(double statistic, Freedom freedom) {
            return StudentT.probability(statistic, StudentT.NORMAL);
        }
    },
    STUDENT {
        @Override
        double probability(double statistic, Freedom freedom) {
            return StudentT.probability(statistic, freedom.first());
        }
    },
    /** A correlation is tested by t (Student, Biometrika 6 (1908), 302-310; R. A. Fisher, ibid. 10 (1915), 507-521). */
    CORRELATION {
        @Override
        double probability(double statistic, Freedom freedom) {
            double r = Math.min(1, statistic);
            return StudentT.probability(r * Math.sqrt(freedom.first() / (1 - r * r)), freedom.first());
        }
    },
    FISHER_SNEDECOR {
        @Override
        double probability(double statistic, Freedom freedom) {
            return FDistribution.of(freedom.first(), freedom.second()).survivalProbability(statistic);
        }
    },
    CHI_SQUARED {
        @Override
        double probability(double statistic, Freedom freedom) {
            return ChiSquaredDistribution.of(freedom.first()).survivalProbability(statistic);
        }
    };

    /** The probability of a value at least so far from none, where nothing says in which direction. */
    abstract double probability(double statistic, Freedom freedom);

    /** How many degrees of freedom it has. */
    int freedoms() {
        return switch (this) {
            case NORMAL -> 0;
            case STUDENT, CORRELATION, CHI_SQUARED -> 1;
            case FISHER_SNEDECOR -> 2;
        };
    }

    /** Degrees of freedom; {@code second} is that of the denominator of an F, and means nothing elsewhere. */
    record Freedom(double first, double second) {
        static final Freedom NONE = new Freedom(StudentT.NORMAL, StudentT.NORMAL);
    }
}
