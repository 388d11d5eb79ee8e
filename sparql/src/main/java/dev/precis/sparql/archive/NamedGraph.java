package dev.precis.sparql.archive;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * A graph with its name: what is mapped, validated, kept and served as one.
 *
 * @param name the graph's IRI
 * @param base the IRI prefix under which its blog was minted, for {@link BaseSwap}; ends in a slash or a hash, or is
 *     empty for a graph that belongs to no blog
 * @param graph the triples
 */
public record NamedGraph(String name, String base, Graph graph) {
    public NamedGraph {
        checkBase(base);
    }

    // without the closing slash, http://example.org would also be the start of http://example.organic/
    static void checkBase(String base) {
        if (!base.isEmpty() && !base.endsWith("/") && !base.endsWith("#")) {
            throw new IllegalArgumentException("base IRI <" + base + "> must end in / or #");
        }
    }

    /** The name as Jena wants it. */
    public Node node() {
        return NodeFactory.createURI(name);
    }
}
