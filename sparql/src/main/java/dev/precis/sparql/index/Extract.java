package dev.precis.sparql.index;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is read of a graph alone, whatever is in the others: it is kept until that graph changes, so that what follows
 * from all of them costs no more to read than what changed.
 *
 * @param <T> what is kept of a graph; small, since it is kept of each
 */
public interface Extract<T> {
    /** Those that it reads: only triples with one of these are looked at. */
    Set<Node> properties();

    /**
     * Reads a graph.
     *
     * @param triples those of it with one of the properties, at least one, in no order
     */
    T read(Node graph, List<Triple> triples);
}
