import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Makes up results of 50 kinds, consistent by the method that their sentence names or that is usual, a hundred of each, with
 * exact distributions and rounded as print does, and counts those that are doubted; then the same with a contradiction
 * planted, and counts those that are found.
 */
final class Flags {
    /** Flags that say no more than how something was printed. */
    private static final Set<String> SOFT = Set.of("ci-bounds-reversed", "p-not-normal-theory", "sample-approximate");

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final String[] STARTS = {
        "Feedback helped, ", "The groups differed, ", "Contrary to what was expected, the effect was small, ",
        "In the whole sample the result was clear: ", "Outcomes improved with training, ", "The difference was as follows: "
    };

    private final Random random;
    private final Map<String, Function<Boolean, String>> kinds = new LinkedHashMap<>();
    private final Map<String, Function<Boolean, String>> planted = new LinkedHashMap<>();

    private Flags(long seed) {
        this.random = new Random(seed);
        tests();
        estimates();
        methods();
        relations();
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        boolean shown = arguments.length > 1;
        Flags flags = new Flags(seed);
        int each = 100;
        FindingFinder finder = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        System.out.println("seed " + seed);
        int doubted = 0;
        for (Map.Entry<String, Function<Boolean, String>> kind : flags.kinds.entrySet()) {
            int here = 0;
            for (int i = 0; i < each; i++) {
                String sentence = kind.getValue().apply(false);
                if (isDoubted(finder, sentence)) {
                    here++;
                    if (shown) {
                        System.out.println("  " + kind.getKey() + ": " + sentence);
                    }
                }
            }
            if (here > 0) {
                System.out.printf("consistent, doubted: %s %d of %d%n", kind.getKey(), here, each);
            }
            doubted += here;
        }
        System.out.printf("consistent: %d kinds, %d of %d doubted%n", flags.kinds.size(), doubted, flags.kinds.size() * each);
        int found = 0;
        for (Map.Entry<String, Function<Boolean, String>> kind : flags.planted.entrySet()) {
            int here = 0;
            for (int i = 0; i < each; i++) {
                here += isDoubted(finder, kind.getValue().apply(true)) ? 1 : 0;
            }
            System.out.printf("planted: %s %d of %d found%n", kind.getKey(), here, each);
            found += here;
        }
        System.out.printf(
                Locale.ROOT,
                "planted: %d kinds, %d of %d found (%.1f %%)%n",
                flags.planted.size(),
                found,
                flags.planted.size() * each,
                100.0 * found / (flags.planted.size() * each));
    }

    private static boolean isDoubted(FindingFinder finder, String sentence) {
        return finder.find(Passage.of(sentence)).stream()
                .map(Finding::remarks)
                .flatMap(List::stream)
                .map(Remark::flag)
                .anyMatch(flag -> !SOFT.contains(flag));
    }

    private void tests() {
        both("t", bad -> {
            int df = whole(8, 200);
            double t = real(0.3, 4);
            return "t(%d) = %s, p %s".formatted(df, n(t, 2), p(wrong(bad, twoSided(t, df))));
        });
        only("t, one-tailed", bad -> {
            int df = whole(8, 200);
            double t = real(0.8, 4);
            return "t(%d) = %s, p %s, one-tailed".formatted(df, n(t, 2), p(twoSided(t, df) / 2));
        });
        only("t of Welch", bad -> {
            double df = real(9, 150);
            double t = real(0.3, 4);
            return "Welch's t(%s) = %s, p %s".formatted(n(df, 1), n(t, 2), p(twoSided(t, df)));
        });
        only("t of Welch, df rounded", bad -> {
            double df = real(9, 150);
            double t = real(0.3, 4);
            return "Welch's t(%d) = %s, p %s".formatted(Math.round(df), n(t, 2), p(twoSided(t, df)));
        });
        only("t, df of Satterthwaite", bad -> {
            double df = real(12, 90);
            double t = real(0.3, 4);
            return "b = %s, t(%s) = %s, p %s".formatted(n(t * 0.21, 2), n(df, 2), n(t, 2), p(twoSided(t, df)));
        });
        only("t, p cut off", bad -> {
            int df = whole(20, 200);
            double t = real(0.3, 2.5);
            return "t(%d) = %s, p = %s".formatted(df, n(t, 2), bare(Math.floor(twoSided(t, df) * 100) / 100, 2));
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
            return "F(%d, %d) = %s, p %s".formatted(df, df2, n(f, 2), p(wrong(bad, f(f, df, df2))));
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
                    .formatted(n(2 * epsilon, 2), n(2 * epsilon * df2, 2), n(f, 2), p(f(f, 2 * epsilon, 2 * epsilon * df2)));
        });
        only("F of Greenhouse and Geisser, plain df", bad -> {
            double epsilon = real(0.4, 0.98);
            int df2 = whole(30, 200);
            double f = real(0.5, 8);
            return "F(2, %d) = %s, p %s (Greenhouse-Geisser corrected)"
                    .formatted(2 * df2, n(f, 2), p(f(f, 2 * epsilon, 2 * epsilon * df2)));
        });
        both("chi-squared", bad -> {
            int df = whole(1, 6);
            double x = real(0.4, 20);
            return "χ2(%d) = %s, p %s".formatted(df, n(x, 2), p(wrong(bad, chi(x, df))));
        });
        only("chi-squared with N", bad -> {
            double x = real(0.4, 14);
            return "χ²(1, N = %d) = %s, p %s".formatted(whole(60, 900), n(x, 2), p(chi(x, 1)));
        });
        both("z", bad -> {
            double z = real(1.05, 4);
            return "z = %s, p %s".formatted(n(z, 2), p(wrong(bad, normal(z))));
        });
        only("z, one-sided", bad -> {
            double z = real(1.05, 4);
            return "z = %s, one-sided p %s".formatted(n(z, 2), p(normal(z) / 2));
        });
        both("r with df", bad -> {
            int df = whole(20, 300);
            double r = real(0.05, 0.55);
            return "r(%d) = %s, p %s".formatted(df, bare(r, 2), p(wrong(bad, correlation(r, df))));
        });
        only("r with n", bad -> {
            int n = whole(22, 300);
            double r = real(0.05, 0.55);
            return "r = %s, n = %d, p %s".formatted(bare(r, 2), n, p(correlation(r, n - 2)));
        });
        only("r, one-tailed", bad -> {
            int df = whole(20, 200);
            double r = real(0.15, 0.5);
            return "r(%d) = %s, p %s, one-tailed".formatted(df, bare(r, 2), p(correlation(r, df) / 2));
        });
        only("Q between", bad -> {
            int df = whole(1, 5);
            double q = real(0.5, 15);
            return "Q-between(%d) = %s, p %s".formatted(df, n(q, 2), p(chi(q, df)));
        });
        only("H", bad -> {
            int df = whole(1, 4);
            double h = real(0.5, 14);
            return "H(%d) = %s, p %s".formatted(df, n(h, 2), p(chi(h, df)));
        });
        only("t of Bonferroni", bad -> {
            int df = whole(20, 200);
            double t = real(1.6, 4);
            return "t(%d) = %s, p %s after Bonferroni correction".formatted(df, n(t, 2), p(Math.min(1, 3 * twoSided(t, df))));
        });
        only("F of Holm", bad -> {
            int df2 = whole(40, 200);
            double f = real(3, 12);
            return "F(1, %d) = %s, Holm-adjusted p %s".formatted(df2, n(f, 2), p(Math.min(1, 4 * f(f, 1, df2))));
        });
    }

    private void estimates() {
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
                            p(normal(z * Math.sqrt(n - 3))));
        });
        both("b with SE", bad -> {
            double se = real(0.05, 0.4);
            double b = se * real(0.3, 4);
            return "b = %s, SE = %s, p %s".formatted(n(b, 3), n(se, 3), p(wrong(bad, normal(b / se))));
        });
        only("b with SE and t", bad -> {
            int df = whole(20, 200);
            double se = real(0.05, 0.4);
            double t = real(0.3, 4);
            return "b = %s, SE = %s, t(%d) = %s, p %s".formatted(n(t * se, 3), n(se, 3), df, n(t, 2), p(twoSided(t, df)));
        });
        only("B with interval, small sample", bad -> {
            int df = whole(8, 25);
            double se = real(0.05, 0.4);
            double b = se * real(0.4, 4);
            double half = se * TDistribution.of(df).inverseSurvivalProbability(0.025);
            return "B = %s, 95%% CI [%s, %s], t(%d) = %s, p %s"
                    .formatted(n(b, 2), n(b - half, 2), n(b + half, 2), df, n(b / se, 2), p(twoSided(b / se, df)));
        });
        only("beta with the SE of b", bad -> {
            double se = real(0.05, 2);
            double t = real(0.3, 4);
            return "β = %s, SE = %s, p %s".formatted(bare(Math.min(0.9, t / 12), 2), n(se, 2), p(normal(t)));
        });
        only("SMD of Hartung and Knapp", bad -> {
            int k = whole(4, 9);
            double se = real(0.06, 0.25);
            double g = real(0.1, 0.9);
            double half = se * TDistribution.of(k - 1).inverseSurvivalProbability(0.025);
            return "SMD = %s, 95%% CI [%s, %s], p %s, k = %d, with the Hartung-Knapp adjustment"
                    .formatted(n(g, 2), n(g - half, 2), n(g + half, 2), p(twoSided(g / se, k - 1)), k);
        });
        only("g with SE and interval", bad -> {
            double se = real(0.05, 0.3);
            double g = real(0.1, 1);
            return "g = %s; 95%% CI [%s, %s], SE = %s, p %s"
                    .formatted(n(g, 2), n(g - 1.96 * se, 2), n(g + 1.96 * se, 2), n(se, 2), p(normal(g / se)));
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

    private void methods() {
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
                            p(fisher(a, n1, c, n2)));
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
                            p(chi(x, 1)));
        });
        only("MD of a bootstrap", bad -> {
            double se = real(0.5, 2);
            double d = real(-5, 5);
            return "MD = %s, bootstrap 95%% CI [%s, %s], p %s"
                    .formatted(n(d, 2), n(d - 1.8 * se, 2), n(d + 2.2 * se, 2), p(normal(d / se)));
        });
        only("MD of a non-inferiority test", bad -> {
            double se = real(0.5, 1.5);
            double d = real(-1, 1);
            return "MD = %s, 95%% CI [%s, %s], p %s for non-inferiority with a margin of 3"
                    .formatted(n(d, 2), n(d - 1.96 * se, 2), n(d + 1.96 * se, 2), p(normal((3 - d) / se) / 2));
        });
        only("d of an equivalence test", bad -> {
            double se = real(0.06, 0.15);
            double d = real(-0.15, 0.15);
            return "d = %s, 90%% CI [%s, %s], p %s in the test of equivalence"
                    .formatted(n(d, 2), n(d - 1.645 * se, 2), n(d + 1.645 * se, 2), p(normal((0.5 - Math.abs(d)) / se) / 2));
        });
        only("g of Bonferroni", bad -> {
            double se = real(0.08, 0.3);
            double g = se * real(1.6, 3.6);
            return "g = %s, 95%% CI [%s, %s], Bonferroni-corrected p %s"
                    .formatted(n(g, 2), n(g - 1.96 * se, 2), n(g + 1.96 * se, 2), p(Math.min(1, 4 * normal(g / se))));
        });
        only("b with a robust error", bad -> {
            double se = real(0.05, 0.4);
            double b = se * real(0.5, 3.5);
            return "b = %s, SE = %s, p %s (cluster-robust)".formatted(n(b, 2), n(se, 2), p(twoSided(b / se, whole(12, 40))));
        });
        only("contrast of two means", bad -> {
            int df = whole(30, 200);
            double t = real(0.5, 4);
            return "the one group had M = %s (SD = 4.1) and the other M = %s (SD = 4.3), t(%d) = %s, p %s"
                    .formatted(n(20 + t, 1), n(20, 1), df, n(t, 2), p(twoSided(t, df)));
        });
        only("p of a difference behind two effects", bad -> "d = %s in the one group and d = %s in the other (p for the difference between them %s)"
                .formatted(n(real(0.5, 1), 2), n(real(0, 0.4), 2), p(real(0.01, 0.6))));
    }

    private void relations() {
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

    private String estimate(String symbol, double value, double se, double level, boolean bad, int digits) {
        double half = se * NORMAL.inverseSurvivalProbability((1 - level) / 2);
        return "%s = %s, %d%% CI [%s, %s], p %s"
                .formatted(
                        symbol,
                        n(value, digits),
                        Math.round(level * 100),
                        n(value - half, digits),
                        n(value + half, digits),
                        p(wrong(bad, normal(value / se))));
    }

    private String ratio(String symbol, double log, double se, boolean bad) {
        return "%s = %s, 95%% CI %s to %s, p %s"
                .formatted(
                        symbol,
                        n(Math.exp(log), 2),
                        n(Math.exp(log - 1.96 * se), 2),
                        n(Math.exp(log + 1.96 * se), 2),
                        p(wrong(bad, normal(log / se))));
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
                        p(normal(log / se * real(0.85, 1.2))),
                        test);
    }

    /** Another p than that of the numbers, and one that decides otherwise at .05. */
    private double wrong(boolean bad, double p) {
        if (!bad) {
            return p;
        }
        return p < 0.05 ? real(0.2, 0.8) : real(0.001, 0.01);
    }

    private void both(String name, Function<Boolean, String> kind) {
        only(name, kind);
        plant(name, kind);
    }

    private void only(String name, Function<Boolean, String> kind) {
        kinds.put(name, sentence(kind));
    }

    private void plant(String name, Function<Boolean, String> kind) {
        planted.put(name, sentence(kind));
    }

    private Function<Boolean, String> sentence(Function<Boolean, String> kind) {
        return bad -> STARTS[random.nextInt(STARTS.length)] + kind.apply(bad) + ".";
    }

    private int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private double real(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private String n(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** Without the zero before the point, as correlations and p values are printed. */
    private String bare(double number, int digits) {
        String printed = n(number, digits);
        return random.nextBoolean() ? printed.replaceFirst("^(-?)0\\.", "$1.") : printed;
    }

    private String p(double p) {
        if (p < 0.001) {
            return "< .001";
        }
        return "= " + bare(p, p < 0.1 ? 3 : random.nextBoolean() ? 2 : 3);
    }

    private static double twoSided(double t, double df) {
        return 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    private static double normal(double z) {
        return 2 * NORMAL.survivalProbability(Math.abs(z));
    }

    private static double f(double f, double df, double df2) {
        return FDistribution.of(df, df2).survivalProbability(f);
    }

    private static double chi(double x, double df) {
        return ChiSquaredDistribution.of(df).survivalProbability(x);
    }

    private static double correlation(double r, double df) {
        return twoSided(r * Math.sqrt(df / (1 - r * r)), df);
    }

    /** The two-sided p of R. A. Fisher's exact test: all tables no more probable than this one. */
    private static double fisher(int a, int n1, int c, int n2) {
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
