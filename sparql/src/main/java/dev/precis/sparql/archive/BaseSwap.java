package dev.precis.sparql.archive;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * Gives every IRI that starts with a graph's own base another base, and so every picture in a text with its mark-up, so
 * that what was minted once is served anywhere. Swapping there and back is the identity as long as the graph does not
 * speak of addresses under the other base.
 *
 * @param base the base to serve under; empty leaves every graph as it is
 */
public record BaseSwap(String base) {
    /** A tag, since a text has no bare angle brackets; a value of an attribute has no bare quotes. */
    private static final Pattern PICTURE = Pattern.compile("(<img (?:[a-z]+=\"[^\"]*\" )*src=\")([^\"]*)");

    public BaseSwap {
        NamedGraph.checkBase(base);
    }

    /** The graph under the new base, its name included; the same object if nothing changes. */
    public NamedGraph apply(NamedGraph graph) {
        if (isIdentity(graph.base())) {
            return graph;
        }
        Graph swapped = GraphFactory.createDefaultGraph();
        graph.graph().find().forEachRemaining(triple -> swapped.add(apply(triple, graph.base())));
        return new NamedGraph(apply(graph.name(), graph.base()), base, swapped);
    }

    /** The IRI under the new base if it starts with the old one. */
    public String apply(String iri, String from) {
        return !isIdentity(from) && iri.startsWith(from) ? base + iri.substring(from.length()) : iri;
    }

    private boolean isIdentity(String from) {
        return base.isEmpty() || from.isEmpty() || base.equals(from);
    }

    private Triple apply(Triple triple, String from) {
        return Triple.create(
                apply(triple.getSubject(), from), apply(triple.getPredicate(), from), apply(triple.getObject(), from));
    }

    private Node apply(Node node, String from) {
        if (node.isURI() && node.getURI().startsWith(from)) {
            return NodeFactory.createURI(apply(node.getURI(), from));
        }
        return node.isLiteral() && RDF.dtRDFHTML.getURI().equals(node.getLiteralDatatypeURI())
                ? NodeFactory.createLiteralDT(pictures(node.getLiteralLexicalForm(), from), RDF.dtRDFHTML)
                : node;
    }

    /** The names of pictures in a text with its mark-up. */
    private String pictures(String html, String from) {
        return PICTURE.matcher(html)
                .replaceAll(picture -> Matcher.quoteReplacement(picture.group(1) + apply(picture.group(2), from)));
    }
}
