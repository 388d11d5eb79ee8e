package dev.precis.sparql.words;

import java.util.Collection;
import java.util.Map;

/**
 * Where some of the phrases that somebody typed are said: by graphs, and by the names of concepts.
 *
 * @param from the first of the phrases
 * @param to the last of them
 * @param graphs with what it weighs that they say it
 * @param concepts with what it weighs to be about them
 */
record Said(int from, int to, Map<String, Float> graphs, Map<String, Float> concepts) {
    boolean isAnywhere() {
        return !graphs.isEmpty() || !concepts.isEmpty();
    }

    boolean isOf(String graph, Collection<String> about) {
        return graphs.containsKey(graph) || about.stream().anyMatch(concepts::containsKey);
    }

    boolean covers(Said other) {
        return from <= other.from && other.to <= to;
    }

    double weight(String graph, Collection<String> about) {
        return graphs.getOrDefault(graph, 0f)
                + about.stream()
                        .mapToDouble(concept -> concepts.getOrDefault(concept, 0f))
                        .max()
                        .orElse(0);
    }
}
