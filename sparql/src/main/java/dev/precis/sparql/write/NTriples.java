package dev.precis.sparql.write;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/** Writes a graph as N-Triples, always in the same order. */
public final class NTriples {
    private NTriples() {}

    /** The document, in UTF-8. */
    public static byte[] write(Graph graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, RDFFormat.NTRIPLES_UTF8);
        writer.start();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(writer::triple);
        writer.finish();
        return bytes.toByteArray();
    }
}
