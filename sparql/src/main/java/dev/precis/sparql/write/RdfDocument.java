package dev.precis.sparql.write;

import dev.precis.sparql.query.Characters;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;

/** Writes a graph in the formats that Jena writes as they should be. */
public final class RdfDocument {
    private RdfDocument() {}

    public static byte[] nTriples(Graph graph) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(bytes, RDFFormat.NTRIPLES_UTF8);
        writer.start();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(writer::triple);
        writer.finish();
        return bytes.toByteArray();
    }

    public static byte[] rdfXml(Graph graph) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.stream()
                .sorted(Comparator.comparing(Triple::toString))
                .map(RdfDocument::inXml)
                .forEach(named::add);
        Prefixes.ours().forEach(named.getPrefixMapping()::setNsPrefix);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(named).format(RDFFormat.RDFXML_PLAIN).output(bytes);
        return bytes.toByteArray();
    }

    /** XML 1.0 section 2.2 has no way to write some characters, not even escaped: in RDF/XML they are left out. */
    private static Triple inXml(Triple triple) {
        Node object = triple.getObject();
        if (!object.isLiteral()) {
            return triple;
        }
        String text = object.getLiteralLexicalForm();
        String clean = Characters.clean(text);
        return clean.equals(text)
                ? triple
                : Triple.create(
                        triple.getSubject(),
                        triple.getPredicate(),
                        NodeFactory.createLiteral(clean, object.getLiteralLanguage(), object.getLiteralDatatype()));
    }
}
