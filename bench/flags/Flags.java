import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.StatisticReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes up results of 60 kinds and more, consistent by the method that their sentence names or that is usual, a hundred of each, with
 * exact distributions and rounded as print does, and counts those that are doubted; then the same with a contradiction
 * planted, and counts those that are found.
 */
final class Flags {
    /** Flags that say no more than how something was printed. */
    private static final Set<String> SOFT = Set.of("ci-bounds-reversed", "p-not-normal-theory", "sample-approximate");

    private Flags() {}

    private static MadeUp all(long seed) {
        MadeUp all = new MadeUp(seed) {
            @Override
            void add() {
                List.of(new OfTests(this), new OfEffects(this), new OfMethods(this), new OfRelations(this), new OfDifferences(this))
                        .forEach(MadeUp::add);
            }
        };
        all.add();
        return all;
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        boolean shown = arguments.length > 1;
        MadeUp made = all(seed);
        int each = 100;
        FindingFinder finder = new FindingFinder(
                new StatisticReader(Ontology.statistics()), new ConsistencyCheck(Ontology.statistics()));
        System.out.println("seed " + seed);
        int doubted = 0;
        for (Map.Entry<String, Function<Boolean, String>> kind : made.kinds().entrySet()) {
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
        System.out.printf("consistent: %d kinds, %d of %d doubted%n", made.kinds().size(), doubted, made.kinds().size() * each);
        int found = 0;
        for (Map.Entry<String, Function<Boolean, String>> kind : made.planted().entrySet()) {
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
                made.planted().size(),
                found,
                made.planted().size() * each,
                100.0 * found / (made.planted().size() * each));
    }

    private static boolean isDoubted(FindingFinder finder, String sentence) {
        return finder.find(Passage.of(sentence)).stream()
                .map(Finding::remarks)
                .flatMap(List::stream)
                .map(Remark::flag)
                .anyMatch(flag -> !SOFT.contains(flag));
    }
}
