package dev.precis.sparql.site;

import dev.precis.sparql.page.Terms;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes a graph in the formats that Jena writes as they should be. */
final class RdfDocument {
    private RdfDocument() {}

    static byte[] nTriples(Graph graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, RDFFormat.NTRIPLES_UTF8);
        writer.start();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(writer::triple);
        writer.finish();
        return bytes.toByteArray();
    }

    static byte[] rdfXml(Graph graph) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(named::add);
        Terms.prefixes().forEach(named.getPrefixMapping()::setNsPrefix);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(named).format(RDFFormat.RDFXML_PLAIN).output(bytes);
        return bytes.toByteArray();
    }
}
