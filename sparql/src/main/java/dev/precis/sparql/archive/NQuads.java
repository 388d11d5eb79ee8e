package dev.precis.sparql.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.NodeFactoryExtra;

/**
 * A named graph as canonical N-Quads in the order of their bytes, and back: one graph has exactly one such text. The
 * form is that of <a href="https://www.w3.org/TR/rdf-canon/#canonical-quads">RDF Dataset Canonicalization</a>; graphs
 * with blank nodes are refused.
 */
public final class NQuads {
    private NQuads() {}

    /**
     * The whole graph, each line ended by a line feed.
     *
     * @throws IllegalArgumentException for a blank node, an IRI that is none, or text that is no Unicode
     */
    public static byte[] write(NamedGraph graph) {
        return text(lines(graph));
    }

    /** The document that these lines make. */
    public static byte[] text(List<byte[]> lines) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The lines of {@link #write}, sorted by their bytes, which is the order of their code points. */
    public static List<byte[]> lines(NamedGraph graph) {
        return encode(graph.graph(), " " + Terms.iri(graph.name()) + " .\n");
    }

    /** The same lines without the graph's name, which makes them N-Triples. */
    public static List<byte[]> triples(Graph graph) {
        return encode(graph, " .\n");
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for quads of another graph
     * @throws org.apache.jena.riot.RiotException for bytes that are no N-Quads
     */
    public static Graph read(byte[] nquads, String name) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(nquads))
                .lang(Lang.NQUADS)
                .checking(false)
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        throw new IllegalArgumentException("a triple in no graph; expected <" + name + ">");
                    }

                    @Override
                    public void quad(Quad quad) {
                        if (!quad.getGraph().hasURI(name)) {
                            throw new IllegalArgumentException(
                                    "a quad of graph " + quad.getGraph() + "; expected <" + name + ">");
                        }
                        graph.add(quad.asTriple());
                    }
                });
        return graph;
    }

    /** What a line of {@link #triples} says. */
    public static Triple triple(byte[] line) {
        // in canonical N-Triples one space follows subject, predicate and object, and no IRI has a space
        String text = new String(line, StandardCharsets.UTF_8);
        int first = text.indexOf(' ');
        int second = text.indexOf(' ', first + 1);
        return Triple.create(
                NodeFactoryExtra.parseNode(text.substring(0, first)),
                NodeFactoryExtra.parseNode(text.substring(first + 1, second)),
                NodeFactoryExtra.parseNode(text.substring(second + 1, text.lastIndexOf(" ."))));
    }

    private static List<byte[]> encode(Graph graph, String end) {
        Map<Node, byte[]> resources = new HashMap<>(); // each stands in several lines
        byte[] last = end.getBytes(StandardCharsets.UTF_8);
        return graph.stream()
                .map(triple -> line(
                        resources.computeIfAbsent(triple.getSubject(), NQuads::resource),
                        resources.computeIfAbsent(triple.getPredicate(), NQuads::resource),
                        triple.getObject().isLiteral()
                                ? Terms.literal(triple.getObject()).getBytes(StandardCharsets.UTF_8)
                                : resources.computeIfAbsent(triple.getObject(), NQuads::resource),
                        last))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }

    private static byte[] line(byte[] subject, byte[] predicate, byte[] object, byte[] end) {
        return ByteBuffer.allocate(subject.length + predicate.length + object.length + end.length + 2)
                .put(subject)
                .put((byte) ' ')
                .put(predicate)
                .put((byte) ' ')
                .put(object)
                .put(end)
                .array();
    }

    private static byte[] resource(Node node) {
        if (!node.isURI()) {
            throw new IllegalArgumentException("only IRIs are kept, not " + node);
        }
        return Terms.iri(node.getURI()).getBytes(StandardCharsets.UTF_8);
    }
}
