import java.util.List;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.TDistribution;

/** Effects with their intervals and p. */
final class OfEffects extends MadeUp {
    OfEffects(MadeUp all) {
        super(all);
    }

    @Override
    void add() {
        for (String symbol : List.of("g", "d", "SMD")) {
            both(symbol + " with interval", bad -> estimate(symbol, real(-1, 1), real(0.05, 0.3), 0.95, bad, 2));
        }
        only("g, 90% interval", bad -> estimate("g", real(-1, 1), real(0.05, 0.3), 0.90, false, 2));
        only("d, 99% interval", bad -> estimate("d", real(-1, 1), real(0.05, 0.3), 0.99, false, 2));
        only("MD, one digit", bad -> estimate("MD", real(-9, 9), real(0.8, 3), 0.95, false, 1));
        for (String symbol : List.of("OR", "RR", "HR", "IRR")) {
            boolean odds = symbol.equals("OR") || symbol.equals("HR");
            Function<Boolean, String> kind = bad -> ratio(symbol, real(-0.9, 0.9), real(0.08, 0.4), bad);
            if (odds) {
                both(symbol + " with interval", kind);
            } else {
                only(symbol + " with interval", kind);
            }
        }
        only("r with interval", bad -> {
            int n = whole(40, 400);
            double z = real(-0.5, 0.5);
            double half = 1.959964 / Math.sqrt(n - 3);
            return "r = %s, 95%% CI [%s, %s], p %s"
                    .formatted(
                            bare(Math.tanh(z), 2),
                            bare(Math.tanh(z - half), 2),
                            bare(Math.tanh(z + half), 2),
                            p(Exact.normal(z * Math.sqrt(n - 3))));
        });
        both("b with SE", bad -> {
            double se = real(0.05, 0.4);
            double b = se * real(0.3, 4);
            return "b = %s, SE = %s, p %s".formatted(n(b, 3), n(se, 3), p(wrong(bad, Exact.normal(b / se))));
        });
        only("b with SE and t", bad -> {
            int df = whole(20, 200);
            double se = real(0.05, 0.4);
            double t = real(0.3, 4);
            return "b = %s, SE = %s, t(%d) = %s, p %s".formatted(n(t * se, 3), n(se, 3), df, n(t, 2), p(Exact.twoSided(t, df)));
        });
        only("B with interval, small sample", bad -> {
            int df = whole(8, 25);
            double se = real(0.05, 0.4);
            double b = se * real(0.4, 4);
            double half = se * TDistribution.of(df).inverseSurvivalProbability(0.025);
            return "B = %s, 95%% CI [%s, %s], t(%d) = %s, p %s"
                    .formatted(n(b, 2), n(b - half, 2), n(b + half, 2), df, n(b / se, 2), p(Exact.twoSided(b / se, df)));
        });
        only("beta with the SE of b", bad -> {
            double se = real(0.05, 2);
            double t = real(0.3, 4);
            return "β = %s, SE = %s, p %s".formatted(bare(Math.min(0.9, t / 12), 2), n(se, 2), p(Exact.normal(t)));
        });
        only("SMD of Hartung and Knapp", bad -> {
            int k = whole(4, 9);
            double se = real(0.06, 0.25);
            double g = real(0.1, 0.9);
            double half = se * TDistribution.of(k - 1).inverseSurvivalProbability(0.025);
            return "SMD = %s, 95%% CI [%s, %s], p %s, k = %d, with the Hartung-Knapp adjustment"
                    .formatted(n(g, 2), n(g - half, 2), n(g + half, 2), p(Exact.twoSided(g / se, k - 1)), k);
        });
        only("g with SE and interval", bad -> {
            double se = real(0.05, 0.3);
            double g = real(0.1, 1);
            return "g = %s; 95%% CI [%s, %s], SE = %s, p %s"
                    .formatted(n(g, 2), n(g - 1.96 * se, 2), n(g + 1.96 * se, 2), n(se, 2), p(Exact.normal(g / se)));
        });
        only("g, bounds reversed", bad -> {
            double se = real(0.05, 0.3);
            double g = real(0.1, 1);
            return "g = %s; 95%% CI [%s, %s]".formatted(n(g, 2), n(g + 1.96 * se, 2), n(g - 1.96 * se, 2));
        });
        only("g below a threshold", bad -> {
            double se = real(0.03, 0.1);
            double g = se * real(3.6, 7);
            return "g = %s, 95%% CI [%s, %s], p < .001".formatted(n(g, 2), n(g - 1.96 * se, 2), n(g + 1.96 * se, 2));
        });
        only("SMD, credible interval", bad -> {
            double se = real(0.05, 0.3);
            double g = real(0.1, 1);
            return "SMD = %s, 95%% CrI %s to %s".formatted(n(g, 2), n(g - 1.9 * se, 2), n(g + 2.1 * se, 2));
        });
    }

    private String estimate(String symbol, double value, double se, double level, boolean bad, int digits) {
        double half = se * Exact.NORMAL.inverseSurvivalProbability((1 - level) / 2);
        return "%s = %s, %d%% CI [%s, %s], p %s"
                .formatted(
                        symbol,
                        n(value, digits),
                        Math.round(level * 100),
                        n(value - half, digits),
                        n(value + half, digits),
                        p(wrong(bad, Exact.normal(value / se))));
    }

    private String ratio(String symbol, double log, double se, boolean bad) {
        return "%s = %s, 95%% CI %s to %s, p %s"
                .formatted(
                        symbol,
                        n(Math.exp(log), 2),
                        n(Math.exp(log - 1.96 * se), 2),
                        n(Math.exp(log + 1.96 * se), 2),
                        p(wrong(bad, Exact.normal(log / se))));
    }
}
