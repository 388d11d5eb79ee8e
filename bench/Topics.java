import dev.precis.ontology.ConceptScheme;
import dev.precis.ontology.SourceConcepts;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.route.TaggedArchive;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.pipeline.understand.topic.TopicLabels;
import dev.precis.pipeline.understand.topic.TopicLearner;
import dev.precis.pipeline.understand.topic.TopicLearner.Example;
import dev.precis.pipeline.understand.topic.TopicSuggester;
import dev.precis.pipeline.understand.topic.TopicWords;
import dev.precis.sparql.archive.GraphArchive;
import java.net.URI;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Suggests topics for summaries whose topics the source names, one month at a time, and counts the right ones: words
 * are learned from the other months.
 */
final class Topics {
    public static void main(String[] arguments) {
        try (GraphArchive archive = GraphArchive.openForReading(Path.of(arguments[0]))) {
            for (SourceProfile profile : new SourceProfiles("bench").readAll(Path.of(arguments[1])).values()) {
                measure(profile, TaggedArchive.examples(archive, profile));
            }
        }
    }

    private static void measure(SourceProfile profile, List<Example> examples) {
        ConceptScheme topics =
                SourceConcepts.read(profile.folder().resolve("topics.ttl"), profile.root()).topics();
        int asserted = examples.stream().mapToInt(example -> example.topics().size()).sum();
        System.out.printf("%n%s: %d summaries with %d topics%n", profile.id(), examples.size(), asserted);
        System.out.printf("%-44s %9s %5s %9s %6s%n", "leaving out one month at a time", "suggested", "right", "precision", "recall");
        TopicLabels labels = new TopicLabels(topics);
        row("any label anywhere", examples, asserted, known -> example -> labels.find(example.text()).keySet());
        row("labels, by where they stand", examples, asserted, known -> suggester(topics, TopicWords.NONE));
        row("labels and words learned", examples, asserted, known -> suggester(topics, TopicLearner.learn(topics, known)));
        evidence(labels, examples);
    }

    private static Function<Example, Collection<URI>> suggester(ConceptScheme topics, TopicWords words) {
        TopicSuggester suggester = new TopicSuggester(topics, words);
        return example -> suggester.suggest(example.text()).stream().map(Topic::concept).toList();
    }

    private static void row(
            String name,
            List<Example> examples,
            int asserted,
            Function<List<Example>, Function<Example, Collection<URI>>> learned) {
        TreeSet<YearMonth> months = new TreeSet<>();
        examples.forEach(example -> months.add(example.month()));
        int suggested = 0;
        int right = 0;
        for (YearMonth month : months) {
            Function<Example, Collection<URI>> suggest = learned.apply(examples.stream()
                    .filter(example -> !example.month().equals(month))
                    .toList());
            for (Example example : examples) {
                if (example.month().equals(month)) {
                    Collection<URI> topics = suggest.apply(example);
                    suggested += topics.size();
                    right += (int) topics.stream().filter(example.topics()::contains).count();
                }
            }
        }
        System.out.printf("%-44s %9d %5d %7.1f %% %4.1f %%%n", name, suggested, right,
                suggested == 0 ? 0 : 100.0 * right / suggested, 100.0 * right / asserted);
    }

    /** How often a label was right by where it stood: the confidences of {@link TopicSuggester}. */
    private static void evidence(TopicLabels labels, List<Example> examples) {
        Map<String, int[]> counts = new TreeMap<>();
        for (Example example : examples) {
            labels.find(example.text()).forEach((topic, mentions) -> {
                String where = mentions.inHeadings() > 0
                        ? "label in a heading"
                        : mentions.inText() > 1 ? "label in the text, more than once" : "label in the text, once";
                int[] count = counts.computeIfAbsent(where, w -> new int[2]);
                count[0]++;
                count[1] += example.topics().contains(topic) ? 1 : 0;
            });
        }
        counts.forEach((where, count) -> System.out.printf("  %-42s %9d %5d%n", where, count[0], count[1]));
    }
}
