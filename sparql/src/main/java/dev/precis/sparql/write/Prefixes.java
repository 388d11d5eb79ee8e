package dev.precis.sparql.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespace prefixes that a JSON-LD context declares, sorted; and names made shorter with those of ours. */
public final class Prefixes {
    private static final SortedMap<String, String> OURS = Collections.unmodifiableSortedMap(of(Ontology.context()));
    private static final List<Map.Entry<String, String>> LONGEST_FIRST = OURS.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
            .toList();

    private Prefixes() {}

    /** Those of our own context: prefix to namespace. */
    public static SortedMap<String, String> ours() {
        return OURS;
    }

    /** Such as {@code schema:name}; a name in no known namespace stays whole. */
    public static String compact(String iri) {
        return LONGEST_FIRST.stream()
                .filter(entry -> iri.startsWith(entry.getValue()))
                .findFirst()
                .map(entry ->
                        entry.getKey() + ":" + iri.substring(entry.getValue().length()))
                .orElse(iri);
    }

    /**
     * The terms of the context that may stand before a colon.
     *
     * @param context a JSON-LD document with an {@code @context} that is an object
     */
    public static SortedMap<String, String> of(String context) {
        SortedMap<String, String> prefixes = new TreeMap<>();
        try {
            new ObjectMapper().readTree(context).path("@context").properties().forEach(term -> {
                String namespace = namespace(term.getValue());
                if (!term.getKey().startsWith("@") && !namespace.isEmpty()) {
                    prefixes.put(term.getKey(), namespace);
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("context is no JSON: " + e.getOriginalMessage(), e);
        }
        return prefixes;
    }

    // JSON-LD 1.1 section 4.4 Compact IRIs: a simple term whose IRI ends in a gen-delim, or a term with "@prefix": true
    private static String namespace(JsonNode definition) {
        String simple = definition.asText();
        if (simple.endsWith("/") || simple.endsWith("#")) {
            return simple;
        }
        return definition.path("@prefix").asBoolean() ? definition.path("@id").asText() : "";
    }
}
