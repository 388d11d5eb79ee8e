package dev.precis.pipeline.understand.topic;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds where a text names topics by one of their SKOS labels, whatever its number, case and accents. */
public final class TopicLabels {
    private final Map<List<String>, List<URI>> byWords;
    /** Of the labels that begin with a word: the length of the longest. */
    private final Map<String, Integer> longest;

    public TopicLabels(ConceptScheme topics) {
        Map<List<String>, List<URI>> found = new HashMap<>();
        for (Concept concept : topics.concepts()) {
            concept.labels()
                    .map(WordForms::of)
                    .filter(words -> !words.isEmpty())
                    .distinct()
                    .forEach(words -> found.merge(words, List.of(concept.iri()), TopicLabels::joined));
        }
        this.byWords = Map.copyOf(found);
        this.longest =
                found.keySet().stream().collect(Collectors.toUnmodifiableMap(List::getFirst, List::size, Math::max));
    }

    private static List<URI> joined(List<URI> one, List<URI> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** How often a topic is named in headings and in running text. */
    public record Mentions(int inHeadings, int inText) {
        Mentions plus(Mentions other) {
            return new Mentions(inHeadings + other.inHeadings, inText + other.inText);
        }
    }

    /** The topics that the text names. */
    public Map<URI, Mentions> find(TopicalText text) {
        Map<URI, Mentions> found = new TreeMap<>();
        text.headings().forEach(heading -> count(heading, new Mentions(1, 0), found));
        text.paragraphs().forEach(paragraph -> count(paragraph, new Mentions(0, 1), found));
        return found;
    }

    /** The longest label wins: "attachment anxiety" does not name anxiety. */
    private void count(String text, Mentions one, Map<URI, Mentions> found) {
        List<String> words = WordForms.of(text);
        for (int from = 0; from < words.size(); ) {
            int to = Math.min(words.size(), from + longest.getOrDefault(words.get(from), 0));
            while (to > from && !byWords.containsKey(words.subList(from, to))) {
                to--;
            }
            if (to > from) {
                byWords.getOrDefault(words.subList(from, to), List.of())
                        .forEach(topic -> found.merge(topic, one, Mentions::plus));
            }
            from = Math.max(to, from + 1);
        }
    }
}
