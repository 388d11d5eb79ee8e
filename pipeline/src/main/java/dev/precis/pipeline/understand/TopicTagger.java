package dev.precis.pipeline.understand;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the concepts of a source behind the labels and filters that its pages print. */
public final class TopicTagger {
    private final Index topics;
    private final Index types;

    public TopicTagger(ConceptScheme topics, ConceptScheme types) {
        this.topics = new Index(topics);
        this.types = new Index(types);
    }

    /**
     * What the labels mean.
     *
     * @param topics each concept once, in the order of their IRIs
     * @param types each concept once, in the order of their IRIs
     * @param unknown labels that are neither
     */
    public record Tagging(List<Topic> topics, List<Topic> types, List<String> unknown) {
        public Tagging {
            topics = List.copyOf(topics);
            types = List.copyOf(types);
            unknown = List.copyOf(unknown);
        }
    }

    /** @param labels labels, notations or IRIs of concepts; a label may also list several labels */
    public Tagging tag(List<String> labels) {
        Map<String, Concept> foundTopics = new LinkedHashMap<>();
        Map<String, Concept> foundTypes = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String label : labels) {
            List<Concept> inTopics = topics.find(label);
            List<Concept> inTypes = inTopics.isEmpty() ? types.find(label) : List.of();
            inTopics.forEach(concept -> foundTopics.put(concept.iri().toString(), concept));
            inTypes.forEach(concept -> foundTypes.put(concept.iri().toString(), concept));
            if (inTopics.isEmpty() && inTypes.isEmpty()) {
                unknown.add(label);
            }
        }
        return new Tagging(sorted(foundTopics), sorted(foundTypes), unknown);
    }

    private static List<Topic> sorted(Map<String, Concept> concepts) {
        return concepts.values().stream()
                .map(Concept::iri)
                .sorted()
                .map(iri -> new Topic(iri, 1))
                .toList();
    }

    /** One scheme, by every way to name its concepts. */
    private static final class Index {
        private final Map<String, Concept> exact = new HashMap<>();
        private final Map<String, Concept> byKey = new HashMap<>();

        Index(ConceptScheme scheme) {
            for (Concept concept : scheme.concepts()) {
                exact.put(concept.iri().toString(), concept);
                concept.notations().forEach(notation -> exact.put(notation, concept));
                concept.labels().forEach(label -> byKey.putIfAbsent(Texts.key(label), concept));
            }
        }

        List<Concept> find(String label) {
            Concept named = exact.get(label);
            return named != null
                    ? List.of(named)
                    : whole(Texts.key(label)).map(List::of).orElseGet(() -> list(label));
        }

        private Optional<Concept> whole(String key) {
            return Optional.ofNullable(byKey.get(key));
        }

        /** "Attachment, Training": the longest known label first, since labels hold commas themselves. */
        private List<Concept> list(String label) {
            String[] parts = label.split("\\s*[,;|•·]\\s*");
            List<Concept> found = new ArrayList<>();
            for (int from = 0; from < parts.length; ) {
                int next = from + 1;
                for (int to = Math.min(parts.length, from + 4); to > from; to--) {
                    Concept concept =
                            byKey.get(Texts.key(String.join(" ", List.of(parts).subList(from, to))));
                    if (concept != null) {
                        found.add(concept);
                        next = to;
                        break;
                    }
                }
                from = next;
            }
            return found;
        }
    }
}
