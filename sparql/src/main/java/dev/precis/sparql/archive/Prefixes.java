package dev.precis.sparql.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespace prefixes that a JSON-LD context declares, sorted. */
public final class Prefixes {
    private Prefixes() {}

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
