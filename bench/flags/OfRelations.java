/** Numbers that follow from others beside them, and what cannot be. */
final class OfRelations extends MadeUp {
    OfRelations(MadeUp all) {
        super(all);
    }

    @Override
    void add() {
        both("share and percentage", bad -> {
            int n = whole(30, 200);
            int a = whole(3, n - 3);
            long percent = Math.round(100.0 * a / n) + (bad ? (random.nextBoolean() ? 9 : -9) : 0);
            return "%d of %d patients (%d%%) recovered".formatted(a, n, Math.abs(percent) % 101);
        });
        plant("interval without its estimate", bad -> {
            double g = real(0.1, 1);
            return "g = %s, 95%% CI [%s, %s]".formatted(n(g, 2), n(g + 0.07, 2), n(g + 0.6, 2));
        });
        plant("impossible r", bad -> "r = %s, p < .001".formatted(n(real(1.05, 3), 2)));
        plant("impossible p", bad -> "t(40) = 2.1, p = %s".formatted(n(real(1.05, 9), 2)));
        both("b, SE and t", bad -> {
            int df = whole(30, 200);
            double se = real(0.1, 0.4);
            double t = real(1, 4);
            return "b = %s, SE = %s, t(%d) = %s".formatted(n(t * se * (bad ? 1.8 : 1), 3), n(se, 3), df, n(t, 2));
        });
        both("R2 and F", bad -> {
            int df = whole(1, 6);
            int df2 = whole(40, 300);
            double r2 = real(0.03, 0.5);
            double f = r2 / df / ((1 - r2) / df2);
            return "R2 = %s, F(%d, %d) = %s".formatted(bare(r2, 2), df, df2, n(bad ? 3 * f + 4 : f, 2));
        });
        both("Q, df and I2", bad -> {
            int df = whole(5, 40);
            double q = df * real(1.2, 4);
            double i2 = 100 * (q - df) / q;
            return "Q(%d) = %s, I2 = %s%%".formatted(df, n(q, 2), n(bad ? (i2 > 50 ? i2 - 25 : i2 + 25) : i2, 0));
        });
    }
}
