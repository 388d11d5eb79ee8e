package dev.precis.sparql.write;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.function.BiConsumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/** Writes a graph as N-Triples or N-Quads, always in the same order. */
public final class NTriples {
    private NTriples() {}

    /** The graph as N-Triples, in UTF-8. */
    public static byte[] write(Graph graph) {
        return write(graph, RDFFormat.NTRIPLES_UTF8, StreamRDF::triple);
    }

    /** The graph as N-Quads, all of it in the graph of a name. */
    public static byte[] writeNamed(Graph graph, String name) {
        Node named = NodeFactory.createURI(name);
        return write(graph, RDFFormat.NQUADS_UTF8, (writer, triple) -> writer.quad(Quad.create(named, triple)));
    }

    private static byte[] write(Graph graph, RDFFormat format, BiConsumer<StreamRDF, Triple> write) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, format);
        writer.start();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(triple -> write.accept(writer, triple));
        writer.finish();
        return bytes.toByteArray();
    }
}
