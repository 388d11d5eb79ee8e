package dev.precis.sparql.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

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
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        lines(graph).forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** The lines of {@link #write}, sorted by their bytes, which is the order of their code points. */
    public static List<byte[]> lines(NamedGraph graph) {
        return encode(graph.graph(), " " + Terms.iri(graph.name()));
    }

    /** The same lines without the graph's name, which makes them N-Triples. */
    public static List<byte[]> triples(Graph graph) {
        return encode(graph, "");
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

    private static List<byte[]> encode(Graph graph, String suffix) {
        return graph.stream()
                .map(triple -> bytes(triple, suffix))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }

    private static byte[] bytes(Triple triple, String suffix) {
        Node object = triple.getObject();
        String line = resource(triple.getSubject()) + ' ' + resource(triple.getPredicate()) + ' '
                + (object.isLiteral() ? Terms.literal(object) : resource(object)) + suffix + " .\n";
        return line.getBytes(StandardCharsets.UTF_8);
    }

    private static String resource(Node node) {
        if (!node.isURI()) {
            throw new IllegalArgumentException("only IRIs are kept, not " + node);
        }
        return Terms.iri(node.getURI());
    }
}
