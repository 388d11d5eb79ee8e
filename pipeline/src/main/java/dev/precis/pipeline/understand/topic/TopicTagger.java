package dev.precis.pipeline.understand.topic;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.KnownLabels;
import dev.precis.pipeline.domain.Spelling;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.Topic;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Finds the concepts of a source behind the labels and filters that its pages print. */
public final class TopicTagger implements KnownLabels {
    private static final int MOST_PARTS = 4;

    private final Set<Concept> types;
    private final Map<String, Concept> byName = new HashMap<>();
    private final Map<String, Concept> byKey = new HashMap<>();
    private final Map<String, String> labels = new TreeMap<>();

    /** Where a topic and a type share a name, it is the topic's. */
    public TopicTagger(ConceptScheme topics, ConceptScheme types) {
        this.types = Set.copyOf(types.concepts());
        index(topics);
        index(types);
    }

    private void index(ConceptScheme scheme) {
        for (Concept concept : scheme.concepts()) {
            byName.putIfAbsent(concept.iri().toString(), concept);
            concept.notations().forEach(notation -> byName.putIfAbsent(notation, concept));
            concept.labels().forEach(label -> {
                byKey.putIfAbsent(Texts.key(label), concept);
                labels.putIfAbsent(Texts.key(label), label);
            });
        }
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
        Set<Concept> found = new HashSet<>();
        List<String> unknown = new ArrayList<>();
        for (String label : labels) {
            Optional<Concept> named = find(label);
            if (named.isPresent()) {
                found.add(named.get());
            } else {
                list(label, found, unknown);
            }
        }
        return new Tagging(topics(found, concept -> !types.contains(concept)), topics(found, types::contains), unknown);
    }

    @Override
    public boolean knows(String label) {
        return tag(List.of(label)).unknown().isEmpty();
    }

    @Override
    public List<String> nearest(String label, int most) {
        return Spelling.nearest(Texts.key(label), labels.keySet(), most).stream()
                .map(key -> labels.getOrDefault(key, key))
                .toList();
    }

    private Optional<Concept> find(String label) {
        return Optional.ofNullable(byName.get(label)).or(() -> Optional.ofNullable(byKey.get(Texts.key(label))));
    }

    /** "Attachment, Training": the longest known label first, since labels hold commas themselves. */
    private void list(String label, Set<Concept> found, List<String> unknown) {
        List<String> parts = List.of(label.split("\\s*[,;|•·]\\s*"));
        List<String> strange = new ArrayList<>();
        for (int from = 0; from < parts.size(); ) {
            int next = Math.min(parts.size(), from + MOST_PARTS);
            Optional<Concept> concept = find(String.join(" ", parts.subList(from, next)));
            while (concept.isEmpty() && next > from + 1) {
                next--;
                concept = find(String.join(" ", parts.subList(from, next)));
            }
            concept.ifPresent(found::add);
            if (concept.isEmpty()) {
                strange.add(parts.get(from));
            }
            from = next;
        }
        if (strange.size() == parts.size()) {
            unknown.add(label); // no list of ours
        } else {
            unknown.addAll(strange);
        }
    }

    private static List<Topic> topics(Set<Concept> concepts, Predicate<Concept> wanted) {
        return concepts.stream()
                .filter(wanted)
                .map(Concept::iri)
                .sorted()
                .map(iri -> new Topic(iri, 1))
                .toList();
    }
}
