/** Standardised differences beside the t that they come from, by the conventions of print, and means of whole answers. */
final class OfDifferences extends MadeUp {
    OfDifferences(MadeUp all) {
        super(all);
    }

    @Override
    void add() {
        both("t and d of groups of known size", bad -> {
            int n1 = whole(12, 90);
            int n2 = whole(12, 90);
            double t = real(0.4, 6);
            double d = t * Math.sqrt(1.0 / n1 + 1.0 / n2);
            return "with %d patients in the one arm and %d in the other, t(%d) = %s, d = %s"
                    .formatted(n1, n2, n1 + n2 - 2, n(t, 2), n(bad ? off(d, 2.2) : d, 2));
        });
        both("t and d of equal groups", bad -> {
            int n = whole(10, 90);
            double t = real(0.4, 6);
            double d = 2 * t / Math.sqrt(random.nextBoolean() ? 2 * n : 2 * n - 2);
            return "the two groups (n = %d each) differed, t(%d) = %s, p %s, d = %s"
                    .formatted(n, 2 * n - 2, n(t, 2), p(Exact.twoSided(t, 2 * n - 2)), n(bad ? off(d, 2.4) : d, 2));
        });
        only("t and g, with the correction of small samples", bad -> {
            int n1 = whole(6, 30);
            int n2 = whole(6, 30);
            double t = real(-5, 5);
            double g = t * Math.sqrt(1.0 / n1 + 1.0 / n2) * (1 - 3.0 / (4 * (n1 + n2) - 9));
            return "with %d patients in the one arm and %d in the other, t(%d) = %s, g = %s"
                    .formatted(n1, n2, n1 + n2 - 2, n(t, 2), n(g, 2));
        });
        both("t and d, groups not told", bad -> {
            int n1 = whole(10, 120);
            int n2 = Math.min(whole(Math.max(6, n1 / 6), 120), 6 * n1);
            double t = real(0.4, 6);
            double d = t * Math.sqrt(1.0 / n1 + 1.0 / n2);
            return "t(%d) = %s, p %s, d = %s"
                    .formatted(n1 + n2 - 2, n(t, 2), p(Exact.twoSided(t, n1 + n2 - 2)), n(bad ? off(d, 10) : d, 2));
        });
        only("t and d of one group", bad -> {
            int n = whole(8, 120);
            double t = real(0.4, 9);
            return "from before to after, t(%d) = %s, d = %s".formatted(n - 1, n(t, 2), n(t / Math.sqrt(n), 2));
        });
        only("t of one group, d by the deviation before", bad -> {
            int n = whole(8, 120);
            double t = real(0.4, 9);
            double correlation = real(0, 0.95);
            double d = t / Math.sqrt(n) * Math.sqrt(2 * (1 - correlation));
            return "from before to after, t(%d) = %s, d = %s".formatted(n - 1, n(t, 2), n(d, 2));
        });
        only("t with covariates, d of the adjusted means", bad -> {
            int n = whole(20, 150);
            double t = real(0.4, 6);
            double d = 2 * t / Math.sqrt(2 * n) * Math.sqrt(1 - real(0, 0.6));
            return "t(%d) = %s, d = %s".formatted(2 * n - 3, n(t, 2), n(d, 2));
        });
        only("d by the deviation of the controls", bad -> {
            int n = whole(15, 150);
            double t = real(0.4, 6);
            double d = 2 * t / Math.sqrt(2 * n) * real(0.7, 1.5);
            return "the two groups (n = %d each) differed, t(%d) = %s, d = %s".formatted(n, 2 * n - 2, n(t, 2), n(d, 2));
        });
        only("d before its t, Welch", bad -> {
            int n1 = whole(15, 80);
            int n2 = whole(15, 80);
            double t = real(0.4, 6);
            double df = real(Math.min(n1, n2) - 1, n1 + n2 - 2);
            return "d = %s, t(%s) = %s".formatted(n(t * Math.sqrt(1.0 / n1 + 1.0 / n2), 2), n(df, 2), n(t, 2));
        });
        both("mean of one item", bad -> {
            int n = whole(5, 24);
            int sum = whole(n, 9 * n);
            double mean = (sum + (bad ? 0.5 : 0)) / n;
            boolean cut = !bad && random.nextInt(5) == 0;
            return "on the single item the %d therapists had a mean of %s"
                    .formatted(n, n(cut ? Math.floor(100 * mean + 1e-9) / 100 : mean, 2));
        });
        only("mean of several items", bad -> {
            int n = whole(5, 24);
            return "on the scale of 7 items the %d therapists had a mean of %s".formatted(n, n(real(1, 9), 2));
        });
    }

    /** Too large or too small by the factor, so that two printed digits still show it. */
    private double off(double d, double factor) {
        return d * factor < 9 && (random.nextBoolean() || d / factor < 0.05) ? d * factor : d / factor;
    }
}
