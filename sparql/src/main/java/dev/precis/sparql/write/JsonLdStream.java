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
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes a graph as JSON-LD 1.1 node by node, with the prefixes of the query as its context: whole numbers and truth
 * values as such, everything else as what it is (JSON-LD 1.1 section 4.2; a number with a point would be read back as
 * an xsd:double).
 */
final class JsonLdStream {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int LONGEST = 15;

    private final JsonGenerator out;
    private final PrefixMapping prefixes;

    private JsonLdStream(JsonGenerator out, PrefixMapping prefixes) {
        this.out = out;
        this.prefixes = prefixes;
    }

    static void write(Graph graph, OutputStream stream) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(stream)) {
            out.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            out.useDefaultPrettyPrinter();
            new JsonLdStream(out, graph.getPrefixMapping()).document(graph);
        }
    }

    private void document(Graph graph) throws IOException {
        out.writeStartObject();
        out.writeObjectFieldStart("@context");
        for (Map.Entry<String, String> prefix : new TreeMap<>(prefixes.getNsPrefixMap()).entrySet()) {
            if (isTerm(prefix.getKey())) {
                out.writeObjectFieldStart(prefix.getKey());
                out.writeStringField("@id", prefix.getValue());
                out.writeBooleanField("@prefix", true);
                out.writeEndObject();
            }
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
        out.writeStringField("@id", id(subject));
        for (Map.Entry<String, List<Node>> property : properties.entrySet()) {
            boolean type = property.getKey().equals(RDF.type.getURI());
            out.writeArrayFieldStart(type ? "@type" : compact(property.getKey()));
            property.getValue().sort(Comparator.comparing(Node::toString));
            for (Node value : property.getValue()) {
                if (type && !value.isLiteral()) {
                    out.writeString(id(value));
                } else {
                    value(value);
                }
            }
            out.writeEndArray();
        }
        out.writeEndObject();
    }

    private void value(Node value) throws IOException {
        if (!value.isLiteral()) {
            out.writeStartObject();
            out.writeStringField("@id", id(value));
            out.writeEndObject();
            return;
        }
        String text = value.getLiteralLexicalForm();
        if (value.getLiteralDatatype().equals(XSDDatatype.XSDinteger)
                && text.matches("0|-?[1-9][0-9]{0," + LONGEST + "}")) {
            out.writeNumber(Long.parseLong(text));
        } else if (value.getLiteralDatatype().equals(XSDDatatype.XSDboolean) && text.matches("true|false")) {
            out.writeBoolean(text.equals("true"));
        } else {
            out.writeStartObject();
            out.writeStringField("@value", text);
            if (!value.getLiteralLanguage().isEmpty()) {
                out.writeStringField("@language", value.getLiteralLanguage());
            } else if (!value.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
                out.writeStringField("@type", compact(value.getLiteralDatatypeURI()));
            }
            out.writeEndObject();
        }
    }

    private static String id(Node node) {
        return node.isBlank() ? "_:" + node.getBlankNodeLabel().replaceAll("[^A-Za-z0-9]", "") : node.getURI();
    }

    private String compact(String iri) {
        String name = prefixes.qnameFor(iri);
        return name == null || !isTerm(name.substring(0, name.indexOf(':'))) ? iri : name;
    }

    /** JSON-LD 1.1 section 4.1.2: an empty term, or one that looks like a keyword, is none. */
    private static boolean isTerm(String prefix) {
        return !prefix.isEmpty();
    }
}
