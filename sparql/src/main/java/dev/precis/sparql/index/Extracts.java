package dev.precis.sparql.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;

/** What was read of each graph of an index, for as long as the graph stays what it is. For one thread. */
final class Extracts {
    private final Map<Extract<?, ?>, OfEach<?, ?>> kept = new HashMap<>();

    /** What was read by one extract, what was gathered of it, and what is to be read again. */
    private static final class OfEach<T, S> {
        private final Extract<T, S> extract;
        private final Map<Node, T> read = new HashMap<>();
        private final S gathered;
        private final Set<Node> changed = new HashSet<>();

        OfEach(Extract<T, S> extract) {
            this.extract = extract;
            this.gathered = extract.nothing();
        }

        /** Reads these graphs, each by the properties that it has. */
        void read(DatasetGraph dataset, Map<Node, List<Node>> graphs) {
            graphs.forEach((graph, properties) -> {
                List<Triple> triples = new ArrayList<>();
                properties.forEach(property -> dataset.find(graph, Node.ANY, property, Node.ANY)
                        .forEachRemaining(quad -> triples.add(quad.asTriple())));
                if (!triples.isEmpty()) {
                    T said = extract.read(graph, triples);
                    read.put(graph, said);
                    extract.add(gathered, said);
                }
            });
        }

        void readAgain(DatasetGraph dataset) {
            Map<Node, List<Node>> graphs = new HashMap<>();
            changed.forEach(graph -> {
                T before = read.remove(graph);
                if (before != null) {
                    extract.remove(gathered, before);
                }
                graphs.put(graph, List.copyOf(extract.properties()));
            });
            read(dataset, graphs);
            changed.clear();
        }
    }

    /** These graphs are not what they were. */
    void forget(Collection<Node> graphs) {
        kept.values().forEach(one -> one.changed.addAll(graphs));
    }

    /**
     * What an extract gathers of the graphs that have any of its properties; within a transaction.
     *
     * @param quads of the graphs that are meant, to find those that it has not seen
     */
    @SuppressWarnings("unchecked") // put by an extract of the same type
    <T, S> S of(Extract<T, S> extract, DatasetGraph dataset, QuadReader quads) {
        OfEach<T, S> known = (OfEach<T, S>) kept.get(extract);
        if (known == null) {
            known = new OfEach<>(extract);
            known.read(dataset, graphs(extract, quads));
            kept.put(extract, known);
        } else {
            known.readAgain(dataset);
        }
        return known.gathered;
    }

    private static Map<Node, List<Node>> graphs(Extract<?, ?> extract, QuadReader quads) {
        Map<Node, List<Node>> graphs = new LinkedHashMap<>();
        for (Node property : extract.properties()) {
            quads.graphs(property)
                    .forEach(graph -> graphs.computeIfAbsent(graph, one -> new ArrayList<>())
                            .add(property));
        }
        return graphs;
    }
}
