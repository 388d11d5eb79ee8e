import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Two-sided p of test statistics, by exact distributions. */
final class Exact {
    static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Exact() {}

    static double twoSided(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    static double normal(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    static double f(double f, double df, double df2) {
        return FDistribution.of(df, df2).survivalProbability(f);
    }

    static double chi(double x, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    static double correlation(double r, double df) {
        return twoSided(r * Math.sqrt(df / (1 - r * r)), df);
    }

    /** The two-sided p of R. A. Fisher's exact test: all tables no more probable than this one. */
    static double fisher(int a, int n1, int c, int n2) {
        HypergeometricDistribution tables = HypergeometricDistribution.of(n1 + n2, a + c, n1);
        double here = tables.probability(a);
        double sum = 0;
        for (int x = tables.getSupportLowerBound(); x <= tables.getSupportUpperBound(); x++) {
            double probability = tables.probability(x);
            sum += probability <= here * (1 + 1e-7) ? probability : 0;
        }
        return Math.min(1, sum);
    }
}
