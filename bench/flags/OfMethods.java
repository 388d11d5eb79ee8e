/** What is right by the method that the sentence names. */
final class OfMethods extends MadeUp {
    OfMethods(MadeUp all) {
        super(all);
    }

    @Override
    void add() {
        only("OR of Fisher's exact test", bad -> {
            int n1 = whole(25, 80);
            int n2 = whole(25, 80);
            int a = whole(3, n1 - 3);
            int c = whole(3, n2 - 3);
            double log = Math.log((double) a * (n2 - c) / ((double) (n1 - a) * c));
            double se = Math.sqrt(1.0 / a + 1.0 / (n1 - a) + 1.0 / c + 1.0 / (n2 - c));
            return "OR = %s, 95%% CI [%s, %s], p %s (Fisher's exact test)"
                    .formatted(
                            n(Math.exp(log), 2),
                            n(Math.exp(log - 1.96 * se), 2),
                            n(Math.exp(log + 1.96 * se), 2),
                            p(Exact.fisher(a, n1, c, n2)));
        });
        only("OR of a likelihood-ratio test", bad -> other("OR", "likelihood-ratio test"));
        only("HR of a log-rank test", bad -> other("HR", "log-rank test"));
        only("RR beside chi-squared", bad -> {
            double log = real(-0.8, 0.8);
            double se = real(0.1, 0.4);
            double x = Math.pow(log / se * real(0.85, 1.2), 2);
            return "RR = %s, 95%% CI [%s, %s], χ2(1) = %s, p %s"
                    .formatted(
                            n(Math.exp(log), 2),
                            n(Math.exp(log - 1.96 * se), 2),
                            n(Math.exp(log + 1.96 * se), 2),
                            n(x, 2),
                            p(Exact.chi(x, 1)));
        });
        only("MD of a bootstrap", bad -> {
            double se = real(0.5, 2);
            double d = real(-5, 5);
            return "MD = %s, bootstrap 95%% CI [%s, %s], p %s"
                    .formatted(n(d, 2), n(d - 1.8 * se, 2), n(d + 2.2 * se, 2), p(Exact.normal(d / se)));
        });
        only("MD of a non-inferiority test", bad -> {
            double se = real(0.5, 1.5);
            double d = real(-1, 1);
            return "MD = %s, 95%% CI [%s, %s], p %s for non-inferiority with a margin of 3"
                    .formatted(n(d, 2), n(d - 1.96 * se, 2), n(d + 1.96 * se, 2), p(Exact.normal((3 - d) / se) / 2));
        });
        only("d of an equivalence test", bad -> {
            double se = real(0.06, 0.15);
            double d = real(-0.15, 0.15);
            return "d = %s, 90%% CI [%s, %s], p %s in the test of equivalence"
                    .formatted(n(d, 2), n(d - 1.645 * se, 2), n(d + 1.645 * se, 2), p(Exact.normal((0.5 - Math.abs(d)) / se) / 2));
        });
        only("g of Bonferroni", bad -> {
            double se = real(0.08, 0.3);
            double g = se * real(1.6, 3.6);
            return "g = %s, 95%% CI [%s, %s], Bonferroni-corrected p %s"
                    .formatted(n(g, 2), n(g - 1.96 * se, 2), n(g + 1.96 * se, 2), p(Math.min(1, 4 * Exact.normal(g / se))));
        });
        only("b with a robust error", bad -> {
            double se = real(0.05, 0.4);
            double b = se * real(0.5, 3.5);
            return "b = %s, SE = %s, p %s (cluster-robust)".formatted(n(b, 2), n(se, 2), p(Exact.twoSided(b / se, whole(12, 40))));
        });
        only("contrast of two means", bad -> {
            int df = whole(30, 200);
            double t = real(0.5, 4);
            return "the one group had M = %s (SD = 4.1) and the other M = %s (SD = 4.3), t(%d) = %s, p %s"
                    .formatted(n(20 + t, 1), n(20, 1), df, n(t, 2), p(Exact.twoSided(t, df)));
        });
        only("p of a difference behind two effects", bad -> "d = %s in the one group and d = %s in the other (p for the difference between them %s)"
                .formatted(n(real(0.5, 1), 2), n(real(0, 0.4), 2), p(real(0.01, 0.6))));
    }

    private String other(String symbol, String test) {
        double log = real(-0.8, 0.8);
        double se = real(0.1, 0.4);
        return "%s = %s, 95%% CI %s to %s, p %s by the %s"
                .formatted(
                        symbol,
                        n(Math.exp(log), 2),
                        n(Math.exp(log - 1.96 * se), 2),
                        n(Math.exp(log + 1.96 * se), 2),
                        p(Exact.normal(log / se * real(0.85, 1.2))),
                        test);
    }
}
