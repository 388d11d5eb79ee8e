import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** Sentences of results that nobody had, kind by kind; those of all kinds together follow from one seed. */
abstract class MadeUp {
    private static final String[] STARTS = {
        "Feedback helped, ", "The groups differed, ", "Contrary to what was expected, the effect was small, ",
        "In the whole sample the result was clear: ", "Outcomes improved with training, ", "The difference was as follows: "
    };

    final Random random;
    private final Map<String, Function<Boolean, String>> kinds;
    private final Map<String, Function<Boolean, String>> planted;

    /** None yet. */
    MadeUp(long seed) {
        random = new Random(seed);
        kinds = new LinkedHashMap<>();
        planted = new LinkedHashMap<>();
    }

    /** More of the same. */
    MadeUp(MadeUp all) {
        random = all.random;
        kinds = all.kinds;
        planted = all.planted;
    }

    /** Adds the kinds that this knows. */
    abstract void add();

    /** Consistent ones, by what their kind is called. */
    final Map<String, Function<Boolean, String>> kinds() {
        return kinds;
    }

    /** Those that can be made with a contradiction: where {@code true} is given. */
    final Map<String, Function<Boolean, String>> planted() {
        return planted;
    }

    /** Another p than that of the numbers, and one that decides otherwise at .05. */
    final double wrong(boolean bad, double p) {
        if (!bad) {
            return p;
        }
        return p < 0.05 ? real(0.2, 0.8) : real(0.001, 0.01);
    }

    final void both(String name, Function<Boolean, String> kind) {
        only(name, kind);
        plant(name, kind);
    }

    final void only(String name, Function<Boolean, String> kind) {
        kinds.put(name, sentence(kind));
    }

    final void plant(String name, Function<Boolean, String> kind) {
        planted.put(name, sentence(kind));
    }

    final Function<Boolean, String> sentence(Function<Boolean, String> kind) {
        return bad -> STARTS[random.nextInt(STARTS.length)] + kind.apply(bad) + ".";
    }

    final int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    final double real(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    final String n(double number, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f", number);
    }

    /** Without the zero before the point, as correlations and p values are printed. */
    final String bare(double number, int digits) {
        String printed = n(number, digits);
        return random.nextBoolean() ? printed.replaceFirst("^(-?)0\\.", "$1.") : printed;
    }

    final String p(double p) {
        if (p < 0.001) {
            return "< .001";
        }
        return "= " + bare(p, p < 0.1 ? 3 : random.nextBoolean() ? 2 : 3);
    }
}
