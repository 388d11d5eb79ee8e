/** Test statistics with their degrees of freedom and p. */
final class OfTests extends MadeUp {
    OfTests(MadeUp all) {
        super(all);
    }

    @Override
    void add() {
        both("t", bad -> {
            int df = whole(8, 200);
            double t = real(0.3, 4);
            return "t(%d) = %s, p %s".formatted(df, n(t, 2), p(wrong(bad, Exact.twoSided(t, df))));
        });
        only("t, one-tailed", bad -> {
            int df = whole(8, 200);
            double t = real(0.8, 4);
            return "t(%d) = %s, p %s, one-tailed".formatted(df, n(t, 2), p(Exact.twoSided(t, df) / 2));
        });
        only("t of Welch", bad -> {
            double df = real(9, 150);
            double t = real(0.3, 4);
            return "Welch's t(%s) = %s, p %s".formatted(n(df, 1), n(t, 2), p(Exact.twoSided(t, df)));
        });
        only("t of Welch, df rounded", bad -> {
            double df = real(9, 150);
            double t = real(0.3, 4);
            return "Welch's t(%d) = %s, p %s".formatted(Math.round(df), n(t, 2), p(Exact.twoSided(t, df)));
        });
        only("t, df of Satterthwaite", bad -> {
            double df = real(12, 90);
            double t = real(0.3, 4);
            return "b = %s, t(%s) = %s, p %s".formatted(n(t * 0.21, 2), n(df, 2), n(t, 2), p(Exact.twoSided(t, df)));
        });
        only("t, p cut off", bad -> {
            int df = whole(20, 200);
            double t = real(0.3, 2.5);
            return "t(%d) = %s, p = %s".formatted(df, n(t, 2), bare(Math.floor(Exact.twoSided(t, df) * 100) / 100, 2));
        });
        only("t below a threshold", bad -> {
            int df = whole(20, 200);
            double t = real(2.7, 5);
            return "t(%d) = %s, p < .05".formatted(df, n(t, 2));
        });
        both("F", bad -> {
            int df = whole(1, 5);
            int df2 = whole(20, 300);
            double f = real(0.3, 8);
            return "F(%d, %d) = %s, p %s".formatted(df, df2, n(f, 2), p(wrong(bad, Exact.f(f, df, df2))));
        });
        only("F, p of three zeros", bad -> {
            int df2 = whole(60, 300);
            return "F(2, %d) = %s, p = .000".formatted(df2, n(real(14, 40), 2));
        });
        only("F of Greenhouse and Geisser", bad -> {
            double epsilon = real(0.4, 0.98);
            int df2 = whole(30, 200);
            double f = real(0.5, 8);
            return "F(%s, %s) = %s, p %s, Greenhouse-Geisser corrected"
                    .formatted(n(2 * epsilon, 2), n(2 * epsilon * df2, 2), n(f, 2), p(Exact.f(f, 2 * epsilon, 2 * epsilon * df2)));
        });
        only("F of Greenhouse and Geisser, plain df", bad -> {
            double epsilon = real(0.4, 0.98);
            int df2 = whole(30, 200);
            double f = real(0.5, 8);
            return "F(2, %d) = %s, p %s (Greenhouse-Geisser corrected)"
                    .formatted(2 * df2, n(f, 2), p(Exact.f(f, 2 * epsilon, 2 * epsilon * df2)));
        });
        both("chi-squared", bad -> {
            int df = whole(1, 6);
            double x = real(0.4, 20);
            return "χ2(%d) = %s, p %s".formatted(df, n(x, 2), p(wrong(bad, Exact.chi(x, df))));
        });
        only("chi-squared with N", bad -> {
            double x = real(0.4, 14);
            return "χ²(1, N = %d) = %s, p %s".formatted(whole(60, 900), n(x, 2), p(Exact.chi(x, 1)));
        });
        both("z", bad -> {
            double z = real(1.05, 4);
            return "z = %s, p %s".formatted(n(z, 2), p(wrong(bad, Exact.normal(z))));
        });
        only("z, one-sided", bad -> {
            double z = real(1.05, 4);
            return "z = %s, one-sided p %s".formatted(n(z, 2), p(Exact.normal(z) / 2));
        });
        both("r with df", bad -> {
            int df = whole(20, 300);
            double r = real(0.05, 0.55);
            return "r(%d) = %s, p %s".formatted(df, bare(r, 2), p(wrong(bad, Exact.correlation(r, df))));
        });
        only("r with n", bad -> {
            int n = whole(22, 300);
            double r = real(0.05, 0.55);
            return "r = %s, n = %d, p %s".formatted(bare(r, 2), n, p(Exact.correlation(r, n - 2)));
        });
        only("r, one-tailed", bad -> {
            int df = whole(20, 200);
            double r = real(0.15, 0.5);
            return "r(%d) = %s, p %s, one-tailed".formatted(df, bare(r, 2), p(Exact.correlation(r, df) / 2));
        });
        only("Q between", bad -> {
            int df = whole(1, 5);
            double q = real(0.5, 15);
            return "Q-between(%d) = %s, p %s".formatted(df, n(q, 2), p(Exact.chi(q, df)));
        });
        only("H", bad -> {
            int df = whole(1, 4);
            double h = real(0.5, 14);
            return "H(%d) = %s, p %s".formatted(df, n(h, 2), p(Exact.chi(h, df)));
        });
        only("t of Bonferroni", bad -> {
            int df = whole(20, 200);
            double t = real(1.6, 4);
            return "t(%d) = %s, p %s after Bonferroni correction".formatted(df, n(t, 2), p(Math.min(1, 3 * Exact.twoSided(t, df))));
        });
        only("F of Holm", bad -> {
            int df2 = whole(40, 200);
            double f = real(3, 12);
            return "F(1, %d) = %s, Holm-adjusted p %s".formatted(df2, n(f, 2), p(Math.min(1, 4 * Exact.f(f, 1, df2))));
        });
    }
}
