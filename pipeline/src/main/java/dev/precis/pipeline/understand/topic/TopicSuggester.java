package dev.precis.pipeline.understand.topic;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Topic;
import dev.precis.pipeline.understand.topic.TopicLabels.Mentions;
import dev.precis.pipeline.understand.topic.TopicWords.TopicWord;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Suggests topics for a summary whose source names none: by the labels that it prints, and by words that were learned.
 * The best evidence for a topic counts and nothing is added up, since words of one title depend on each other.
 */
public final class TopicSuggester {
    /** Less sure suggestions are not made. */
    public static final double THRESHOLD = 0.65;

    public static final int MOST = 3;

    // The share of right ones on the sample archive, by the rule of succession (Laplace): 27 of 27 labels in headings,
    // 1 of 1 in running text more than once, 3 of 12 once; docs/benchmarks.md has the command.
    private static final double IN_HEADING = 0.97;
    private static final double OFTEN_IN_TEXT = 0.67;
    private static final double ONCE_IN_TEXT = 0.29;

    private final TopicLabels labels;
    private final Map<String, List<Topic>> byWord = new HashMap<>();

    /** @throws IllegalArgumentException where a word tells a topic that the scheme does not have */
    public TopicSuggester(ConceptScheme topics, TopicWords words) {
        this.labels = new TopicLabels(topics);
        for (TopicWord word : words.words()) {
            Optional<Concept> topic = topics.byNotation(word.topic()).or(() -> topics.byLabel(word.topic()));
            URI iri = topic.map(Concept::iri)
                    .orElseThrow(() -> new IllegalArgumentException(
                            TopicWords.FILE + ": \"" + word.word() + "\" tells \"" + word.topic()
                                    + "\", which is neither notation nor label of a topic in " + topics.iri()));
            byWord.computeIfAbsent(word.word(), w -> new ArrayList<>()).add(new Topic(iri, word.weight()));
        }
    }

    /** At most {@link #MOST} topics, the surest first. */
    public List<Topic> suggest(TopicalText text) {
        Map<URI, Double> sure = new HashMap<>();
        labels.find(text).forEach((topic, mentions) -> sure.put(topic, confidence(mentions)));
        Set<String> words = new HashSet<>();
        text.headings().forEach(heading -> words.addAll(WordForms.of(heading)));
        for (String word : words) {
            byWord.getOrDefault(word, List.of())
                    .forEach(topic -> sure.merge(topic.concept(), topic.confidence(), Math::max));
        }
        return sure.entrySet().stream()
                .filter(entry -> entry.getValue() >= THRESHOLD)
                .map(entry -> new Topic(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Topic::confidence).reversed().thenComparing(Topic::concept))
                .limit(MOST)
                .toList();
    }

    private static double confidence(Mentions mentions) {
        if (mentions.inHeadings() > 0) {
            return IN_HEADING;
        }
        return mentions.inText() > 1 ? OFTEN_IN_TEXT : ONCE_IN_TEXT;
    }
}
