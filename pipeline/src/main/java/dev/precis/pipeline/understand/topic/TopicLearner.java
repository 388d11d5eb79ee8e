package dev.precis.pipeline.understand.topic;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.understand.topic.TopicWords.TopicWord;
import java.net.URI;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Learns from summaries whose topics the source names which words of a heading tell a topic. */
public final class TopicLearner {
    /** Shorter words ("who", "an") tell topics by chance only. */
    private static final int SHORTEST = 4;
    /** What stands in fewer summaries of a topic, or in one month's only, may be chance. */
    private static final int LEAST_SUMMARIES = 4;

    private static final int LEAST_MONTHS = 2;
    /** As if this many more summaries with the word had topics as all have: few observations count less. */
    private static final double PRIOR = 2;
    /** A word that tells less is not worth a line. */
    private static final double LEAST_WEIGHT = 0.5;

    private TopicLearner() {}

    /** A summary whose topics are known. */
    public record Example(YearMonth month, TopicalText text, Set<URI> topics) {
        public Example {
            topics = Set.copyOf(topics);
        }

        private Set<String> words() {
            return text.headings().stream()
                    .flatMap(heading -> WordForms.of(heading).stream())
                    .filter(word -> word.codePointCount(0, word.length()) >= SHORTEST)
                    .collect(Collectors.toSet());
        }
    }

    public static TopicWords learn(ConceptScheme topics, List<Example> examples) {
        Map<String, List<Example>> byWord = new TreeMap<>();
        for (Example example : examples) {
            example.words()
                    .forEach(word ->
                            byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(example));
        }
        List<TopicWord> learned = new ArrayList<>();
        for (Concept topic : topics.concepts()) {
            List<Example> all = about(topic, examples);
            byWord.forEach((word, with) -> {
                List<Example> both = about(topic, with);
                double weight = rounded((both.size() + PRIOR * all.size() / examples.size()) / (with.size() + PRIOR));
                if (both.size() >= LEAST_SUMMARIES && months(both) >= LEAST_MONTHS && weight >= LEAST_WEIGHT) {
                    learned.add(new TopicWord(name(topic), word, weight));
                }
            });
        }
        return new TopicWords(learned);
    }

    /** As the file has it. */
    private static double rounded(double weight) {
        return Math.round(weight * 100) / 100.0;
    }

    private static List<Example> about(Concept topic, List<Example> examples) {
        return examples.stream()
                .filter(example -> example.topics().contains(topic.iri()))
                .toList();
    }

    private static int months(List<Example> examples) {
        Set<YearMonth> months = new HashSet<>();
        examples.forEach(example -> months.add(example.month()));
        return months.size();
    }

    private static String name(Concept topic) {
        return topic.notations().stream().findFirst().orElse(topic.prefLabel());
    }
}
