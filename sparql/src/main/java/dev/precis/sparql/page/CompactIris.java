package dev.precis.sparql.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prefixes of our JSON-LD context, and names made shorter with them. */
public final class CompactIris {
    private static final Map<String, String> PREFIXES = read();
    private static final List<Map.Entry<String, String>> LONGEST_FIRST = PREFIXES.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> -entry.getValue().length()))
            .toList();

    private CompactIris() {}

    /** Prefix to namespace, sorted by prefix. */
    public static Map<String, String> prefixes() {
        return PREFIXES;
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

    private static Map<String, String> read() {
        try {
            JsonNode context = new ObjectMapper().readTree(Ontology.context()).path("@context");
            Map<String, String> prefixes = new TreeMap<>();
            context.properties().forEach(term -> {
                String iri = term.getValue().asText();
                // JSON-LD 1.1 section 4.1.2: a simple term is a prefix if its IRI ends in a delimiter
                if (iri.endsWith("/") || iri.endsWith("#")) {
                    prefixes.put(term.getKey(), iri);
                }
            });
            return Collections.unmodifiableMap(prefixes);
        } catch (IOException e) {
            throw new UncheckedIOException("context.jsonld", e);
        }
    }
}
