package dev.precis.sparql.site.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.page.Vocabulary;
import dev.precis.sparql.site.Vocabularies;
import dev.precis.sparql.write.Prefixes;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.rdf.model.Model;

/** What the editor offers while somebody types: our prefixes, our terms, and the terms of others that our data use. */
final class CompletionTerms {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> KINDS = Map.of(
            "Classes", "class",
            "Properties that lead to resources", "property",
            "Properties with a value", "property",
            "Concepts", "concept");

    private final SortedMap<String, String> prefixes;
    private final SortedMap<String, ObjectNode> terms = new TreeMap<>();

    private CompletionTerms(SortedMap<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * Prefixes by name; terms with name, IRI, kind, label and comment, by name.
     *
     * @param context of our JSON-LD, which names every term that our data use
     */
    static byte[] json(String context) {
        CompletionTerms completion = new CompletionTerms(Prefixes.of(context));
        completion.addUsed(context);
        completion.add(Ontology.terms(), Precis.NS);
        completion.add(Ontology.statisticsModel(), Precis.STATISTICS);
        completion.add(Ontology.flagsModel(), Precis.FLAGS);
        return completion.write();
    }

    private void add(Model model, String iri) {
        for (Vocabulary.Term term : Vocabularies.read(model, iri).terms()) {
            name(term.iri())
                    .ifPresent(name -> add(name, KINDS.getOrDefault(term.kind(), ""))
                            .put("label", term.label())
                            .put("comment", term.comment()));
        }
    }

    private void addUsed(String context) {
        try {
            for (JsonNode definition : JSON.readTree(context).path("@context")) {
                String name = definition.isObject() ? definition.path("@id").asText() : definition.asText();
                String prefix = name.substring(0, Math.max(0, name.indexOf(':')));
                if (prefixes.containsKey(prefix)) {
                    // the one convention that all vocabularies here share: classes begin with a capital
                    boolean isClass = Character.isUpperCase(name.codePointAt(prefix.length() + 1));
                    add(name, isClass ? "class" : "property");
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("context is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private ObjectNode add(String name, String kind) {
        String prefix = name.substring(0, name.indexOf(':'));
        String iri = prefixes.getOrDefault(prefix, "") + name.substring(prefix.length() + 1);
        ObjectNode term =
                JSON.createObjectNode().put("name", name).put("iri", iri).put("kind", kind);
        terms.put(name, term);
        return term;
    }

    private Optional<String> name(String iri) {
        return prefixes.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue())
                        && iri.length() > prefix.getValue().length())
                .findFirst()
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()));
    }

    private byte[] write() {
        ObjectNode all = JSON.createObjectNode();
        ObjectNode names = all.putObject("prefixes");
        prefixes.forEach(names::put);
        ArrayNode list = all.putArray("terms");
        terms.values().forEach(list::add);
        try {
            return JSON.writeValueAsBytes(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of texts is JSON", impossible);
        }
    }
}
