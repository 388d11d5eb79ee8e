package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.limit.Ledger;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.WrappedGraph;
import org.apache.jena.util.iterator.ExtendedIterator;

/**
 * A graph as paths see it: ARQ follows those without ever looking whether it is to stop, and keeps what it has found in
 * memory, so the graph itself looks and counts.
 */
final class WatchedGraph extends WrappedGraph {
    private static final int STEP = 64;

    private final Ledger ledger;
    private long steps;

    WatchedGraph(Graph graph, Ledger ledger) {
        super(graph);
        this.ledger = ledger;
    }

    /** What was found before has been used and is forgotten. */
    void startAnew() {
        steps = 0;
    }

    @Override
    public ExtendedIterator<Triple> find(Node subject, Node predicate, Node object) {
        return super.find(subject, predicate, object).mapWith(this::step);
    }

    @Override
    public ExtendedIterator<Triple> find(Triple pattern) {
        return super.find(pattern).mapWith(this::step);
    }

    private Triple step(Triple triple) {
        ledger.check();
        if (++steps * STEP > ledger.limits().memory()) {
            throw ledger.memory();
        }
        return triple;
    }
}
