package dev.precis.sparql.write;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.vocabulary.RDF;

/**
 * Turns a graph into expanded JSON-LD, every IRI whole and every value with its type, nodes and values in order.
 * Titanium's own way there reads rdf:JSON and lists, which changes what it cannot read, and keeps no order.
 */
final class ExpandedJsonLd {
    // Json.create... looks the provider up each time, which takes longer than to make a value
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final String TYPE = "@type";

    private ExpandedJsonLd() {}

    /** One object a subject, in the order of their names. */
    static JsonArray nodes(Graph graph) {
        Map<String, List<Triple>> subjects = new TreeMap<>();
        graph.stream()
                .forEach(triple -> subjects.computeIfAbsent(id(triple.getSubject()), id -> new ArrayList<>())
                        .add(triple));
        JsonArrayBuilder nodes = JSON.createArrayBuilder();
        subjects.forEach((id, triples) -> nodes.add(node(id, triples)));
        return nodes.build();
    }

    private static JsonObjectBuilder node(String id, List<Triple> triples) {
        Map<String, List<Node>> properties = new TreeMap<>();
        for (Triple triple : triples) {
            // JSON-LD 1.1 section 9.2: what @type tells are IRIs and blank nodes
            boolean type = triple.getPredicate().equals(RDF.type.asNode())
                    && !triple.getObject().isLiteral();
            properties
                    .computeIfAbsent(type ? TYPE : triple.getPredicate().getURI(), property -> new ArrayList<>())
                    .add(triple.getObject());
        }
        JsonObjectBuilder node = JSON.createObjectBuilder().add("@id", id);
        properties.forEach((property, values) -> {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            sorted(values)
                    .forEach(value -> array.add(property.equals(TYPE) ? JSON.createValue(id(value)) : value(value)));
            node.add(property, array);
        });
        return node;
    }

    /** By the bytes of N-Triples, which take long to make: most properties have one value. */
    private static List<Node> sorted(List<Node> values) {
        return values.size() == 1
                ? values
                : values.stream()
                        .map(value -> Map.entry(bytes(value), value))
                        .sorted(Map.Entry.comparingByKey(Arrays::compareUnsigned))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    private static byte[] bytes(Node value) {
        return NodeFmtLib.strNT(value).getBytes(StandardCharsets.UTF_8);
    }

    private static JsonValue value(Node value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (!value.isLiteral()) {
            return object.add("@id", id(value)).build();
        }
        object.add("@value", value.getLiteralLexicalForm());
        if (!value.getLiteralLanguage().isEmpty()) {
            object.add("@language", value.getLiteralLanguage());
        } else if (!value.getLiteralDatatype().equals(XSDDatatype.XSDstring)) {
            object.add("@type", value.getLiteralDatatypeURI());
        }
        if (value.getLiteralBaseDirection() != null) {
            object.add("@direction", value.getLiteralBaseDirection().toString());
        }
        return object.build();
    }

    /** What {@code @id} says: an IRI, or a label that no other blank node of the graph gets. */
    static String id(Node node) {
        return node.isBlank() ? NodeFmtLib.strNT(node) : node.getURI();
    }
}
