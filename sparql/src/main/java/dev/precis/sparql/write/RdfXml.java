package dev.precis.sparql.write;

import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Excerpt;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.impl.Util;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Writes a graph as RDF/XML, which cannot say every graph: what it cannot say is refused, not altered. */
public final class RdfXml {
    // RDF 1.1 XML Syntax section 6.1.4: names that are syntax, and so no properties
    private static final Set<String> SYNTAX = Set.of(
            "RDF",
            "ID",
            "about",
            "parseType",
            "resource",
            "nodeID",
            "datatype",
            "li",
            "Description",
            "aboutEach",
            "aboutEachPrefix",
            "bagID");
    // Namespaces in XML 1.0 section 3: no prefix of ours may be bound to these
    private static final Set<String> OF_XML =
            Set.of("http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/");
    private static final Pattern MARKUP = Pattern.compile("[<>&\\r]");

    private static final int SHOWN = 60;

    private RdfXml() {}

    /**
     * Always in the same order, with our prefixes.
     *
     * @throws Inexpressible if RDF/XML cannot say it
     */
    public static byte[] write(Graph graph) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.stream().sorted(Comparator.comparing(Triple::toString)).forEach(named::add);
        Prefixes.ours().forEach(named.getPrefixMapping()::setNsPrefix);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(named, bytes);
        return bytes.toByteArray();
    }

    /**
     * With the prefixes of the graph.
     *
     * @throws Inexpressible if RDF/XML cannot say it
     */
    static void write(Graph graph, OutputStream out) {
        graph.stream().forEach(RdfXml::check);
        try {
            RDFWriter.source(graph).format(RDFFormat.RDFXML_PLAIN).output(out);
        } catch (JenaException refused) {
            throw inexpressible(String.valueOf(refused.getMessage()));
        }
    }

    private static void check(Triple triple) {
        String property = triple.getPredicate().getURI();
        int local = Util.splitNamespaceXML(property);
        String namespace = property.substring(0, local);
        String name = property.substring(local);
        if (namespace.isEmpty() || name.isEmpty() || OF_XML.contains(namespace)) {
            throw inexpressible("<" + property + "> as a property: no name of an element can be made of it");
        }
        if (namespace.equals(RDF.uri) && SYNTAX.contains(name)) {
            throw inexpressible("<" + property + "> as a property: the name is part of its syntax");
        }
        if (triple.getObject().isLiteral()) {
            check(triple.getObject(), property);
        }
    }

    private static void check(Node literal, String property) {
        String text = literal.getLiteralLexicalForm();
        if (!Characters.isXml(text)) {
            throw inexpressible("the control characters in \"" + Excerpt.of(Characters.clean(text), SHOWN) + "\" of <"
                    + property + ">");
        }
        // Jena would put it into the document as it is, well-formed or not, and readers would make it canonical
        if (literal.getLiteralDatatypeURI().equals(RDF.dtXMLLiteral.getURI())
                && MARKUP.matcher(text).find()) {
            throw inexpressible("the mark-up in \"" + Excerpt.of(text, SHOWN) + "\" of <" + property + "> unchanged");
        }
        if (literal.getLiteralBaseDirection() != null) {
            throw inexpressible("the direction of \"" + Excerpt.of(text, SHOWN) + "\" of <" + property + ">");
        }
    }

    private static Inexpressible inexpressible(String what) {
        return new Inexpressible("RDF/XML has no way to say " + what + "; Turtle, JSON-LD and N-Triples have.");
    }
}
