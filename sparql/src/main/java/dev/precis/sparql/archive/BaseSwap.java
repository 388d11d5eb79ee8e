package dev.precis.sparql.archive;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Gives every IRI that starts with a graph's own base another base, so that what was minted once is served anywhere.
 * Swapping there and back is the identity as long as the graph does not speak of addresses under the other base.
 *
 * @param base the base to serve under; empty leaves every graph as it is
 */
public record BaseSwap(String base) {
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
        return node.isURI() && node.getURI().startsWith(from)
                ? NodeFactory.createURI(apply(node.getURI(), from))
                : node;
    }
}
