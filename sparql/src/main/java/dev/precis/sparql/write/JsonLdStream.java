package dev.precis.sparql.write;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a graph of any size as JSON-LD 1.1, node by node, with the prefixes of the query as its context: whole numbers
 * and truth values as such, everything else as what it is (JSON-LD 1.1 section 4.2; a number with a point would be read
 * back as an xsd:double).
 */
final class JsonLdStream {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final Map<String, String> declared;
    private final PrefixMapping prefixes;

    private JsonLdStream(JsonGenerator out, Map<String, String> declared) {
        this.out = out;
        this.declared = declared;
        this.prefixes = PrefixMapping.Factory.create().setNsPrefixes(declared);
    }

    static void write(Graph graph, OutputStream stream) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(stream)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.useDefaultPrettyPrinter();
            Map<String, String> prefixes = graph.getPrefixMapping().getNsPrefixMap();
            new JsonLdStream(out, JsonLdPrefixes.harmless(prefixes, graph)).document(graph);
        }
    }

    private void document(Graph graph) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("@context");
        for (Map.Entry<String, String> prefix : declared.entrySet()) {
            out.writeObjectFieldStart(prefix.getKey());
            out.writeStringField("@id", prefix.getValue());
            out.writeBooleanField("@prefix", true);
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeArrayFieldStart("@graph");
        Set<Node> subjects = new LinkedHashSet<>();
        graph.stream()
                .map(Triple::getSubject)
                .sorted(Comparator.comparing(Node::toString))
                .forEach(subjects::add);
        for (Node subject : subjects) {
            node(subject, graph);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void node(Node subject, Graph graph) throws IOException {
        Map<String, List<Node>> properties = new TreeMap<>();
        graph.find(subject, Node.ANY, Node.ANY)
                .forEachRemaining(triple -> properties
                        .computeIfAbsent(triple.getPredicate().getURI(), property -> new ArrayList<>())
                        .add(triple.getObject()));
        out.writeStartObject();
        out.writeStringField("@id", ExpandedJsonLd.id(subject));
        for (Map.Entry<String, List<Node>> property : properties.entrySet()) {
            List<Node> values = property.getValue();
            values.sort(Comparator.comparing(Node::toString));
            if (property.getKey().equals(RDF.type.getURI())) {
                types(values.stream().filter(value -> !value.isLiteral()).toList());
                values.removeIf(value -> !value.isLiteral());
            }
            values(compact(property.getKey()), values);
        }
        out.writeEndObject();
    }

    /** JSON-LD 1.1 section 9.2: what {@code @type} tells are IRIs and blank nodes. */
    private void types(List<Node> types) throws IOException {
        if (!types.isEmpty()) {
            out.writeArrayFieldStart("@type");
            for (Node type : types) {
                out.writeString(ExpandedJsonLd.id(type));
            }
            out.writeEndArray();
        }
    }

    private void values(String property, List<Node> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(property);
            for (Node value : values) {
                value(value);
            }
            out.writeEndArray();
        }
    }

    private void value(Node value) throws IOException {
        Optional<Long> integer = TermValues.exactInteger(value);
        Optional<Boolean> truth = TermValues.exactTruth(value);
        if (!value.isLiteral()) {
            out.writeStartObject();
            out.writeStringField("@id", ExpandedJsonLd.id(value));
            out.writeEndObject();
        } else if (integer.isPresent() && value.getLiteralDatatype().equals(XSDDatatype.XSDinteger)) {
            out.writeNumber(integer.orElseThrow());
        } else if (truth.isPresent()) {
            out.writeBoolean(truth.orElseThrow());
        } else {
            out.writeStartObject();
            out.writeStringField("@value", value.getLiteralLexicalForm());
            if (!value.getLiteralLanguage().isEmpty()) {
                out.writeStringField("@language", value.getLiteralLanguage());
            } else if (!value.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
                out.writeStringField("@type", compact(value.getLiteralDatatypeURI()));
            }
            if (value.getLiteralBaseDirection() != null) {
                out.writeStringField(
                        "@direction", value.getLiteralBaseDirection().toString());
            }
            out.writeEndObject();
        }
    }

    private String compact(String iri) {
        String name = prefixes.qnameFor(iri);
        return name == null ? iri : name;
    }
}
