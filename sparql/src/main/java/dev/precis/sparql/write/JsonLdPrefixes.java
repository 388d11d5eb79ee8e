package dev.precis.sparql.write;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/**
 * Tells which prefixes a JSON-LD document may declare. To a reader whatever stands before a colon is a prefix if the
 * context has one of that name, unless two slashes follow (JSON-LD 1.1 API section 5.2): with {@code urn} declared,
 * {@code urn:a:b} would be another IRI.
 */
final class JsonLdPrefixes {
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);

    private JsonLdPrefixes() {}

    /** Those that change no IRI of the graph, nor each other's. */
    static SortedMap<String, String> harmless(Map<String, String> prefixes, Graph graph) {
        Set<String> schemes = schemes(graph);
        prefixes.values().forEach(namespace -> addScheme(namespace, schemes));
        SortedMap<String, String> harmless = new TreeMap<>(prefixes);
        harmless.entrySet()
                .removeIf(prefix -> prefix.getKey().isEmpty() // JSON-LD 1.1 section 4.1.2: no term is empty
                        || schemes.contains(prefix.getKey())
                        || !ABSOLUTE.matcher(prefix.getValue()).matches());
        return harmless;
    }

    /** What IRIs of the graph begin with that could be taken for a prefix. */
    static Set<String> schemes(Graph graph) {
        Set<String> schemes = new HashSet<>();
        graph.find().forEachRemaining(triple -> {
            addScheme(triple.getSubject(), schemes);
            addScheme(triple.getPredicate(), schemes);
            addScheme(triple.getObject(), schemes);
        });
        return schemes;
    }

    private static void addScheme(Node node, Set<String> schemes) {
        if (node.isURI()) {
            addScheme(node.getURI(), schemes);
        } else if (node.isLiteral()) {
            addScheme(node.getLiteralDatatypeURI(), schemes);
        }
    }

    static void addScheme(String iri, Set<String> schemes) {
        int colon = iri.indexOf(':');
        if (colon >= 0 && !iri.startsWith("//", colon + 1)) {
            schemes.add(iri.substring(0, colon));
        }
    }
}
