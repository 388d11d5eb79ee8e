package dev.precis.sparql.write;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.vocabulary.RDF;

/** Writes a graph as Turtle, always in the same order: the resource it is about first, its types before all else. */
public final class Turtle {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");
    private static final int WIDTH = 12;

    private Turtle() {}

    public static byte[] write(Graph graph, String subject) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TURTLE_BLOCKS);
        List<Triple> triples = graph.stream()
                .sorted(Comparator.comparing(
                                (Triple triple) -> !triple.getSubject().hasURI(subject))
                        .thenComparing(triple -> order(triple.getSubject()))
                        .thenComparing(triple -> !triple.getPredicate().equals(RDF.type.asNode()))
                        .thenComparing(triple -> order(triple.getPredicate()))
                        .thenComparing(triple -> order(triple.getObject())))
                .toList();
        writer.start();
        prefixes(triples).forEach(writer::prefix);
        triples.forEach(writer::triple);
        writer.finish();
        return bytes.toByteArray();
    }

    /** Numbers within a name count as numbers: finding-2 comes before finding-10. */
    private static String order(Node node) {
        return NUMBER.matcher(node.toString())
                .replaceAll(number ->
                        "0".repeat(Math.max(0, WIDTH - number.group().length())) + number.group());
    }

    /** Only the prefixes that the triples need. */
    private static Map<String, String> prefixes(List<Triple> triples) {
        Map<String, String> used = new TreeMap<>();
        for (Triple triple : triples) {
            for (Node node : List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
                String iri = node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralDatatypeURI() : "";
                Prefixes.ours().entrySet().stream()
                        .filter(prefix -> iri.startsWith(prefix.getValue()))
                        .forEach(prefix -> used.put(prefix.getKey(), prefix.getValue()));
            }
        }
        return used;
    }
}
