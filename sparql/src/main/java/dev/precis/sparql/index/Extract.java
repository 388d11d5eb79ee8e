package dev.precis.sparql.index;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * What is read of a graph alone, whatever is in the others, and what is gathered of all of them: both are kept, and a
 * graph that changes is taken out as it was and put in as it is, so that what follows from all costs what changed.
 *
 * @param <T> what is kept of a graph; small, since it is kept of each
 * @param <S> what is gathered of them; the same whatever the order in which they came
 */
public interface Extract<T, S> {
    /** Those that it reads: only triples with one of these are looked at. */
    Set<Node> properties();

    /**
     * Reads a graph.
     *
     * @param triples those of it with one of the properties, at least one, in no order
     */
    T read(Node graph, List<Triple> triples);

    /** What is gathered where there is no graph. */
    S nothing();

    /** A graph says this from now on. */
    void add(S gathered, T read);

    /** A graph no longer says this, which was added once. */
    void remove(S gathered, T read);
}
