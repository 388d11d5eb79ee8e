package dev.precis.sparql.index;

import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Which graphs were derived, and what is in them.
 *
 * @param graphs SHA-256 of the canonical quads, by the name of the graph
 */
record Derived(SortedMap<String, String> graphs) {
    static final Derived NOTHING = new Derived(new TreeMap<>());

    Derived {
        graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
    }

    /** @param digest gives that of a graph, perhaps from where it is known */
    static Derived of(List<NamedGraph> graphs, Function<NamedGraph, String> digest) {
        SortedMap<String, String> digests = new TreeMap<>();
        graphs.forEach(graph -> digests.put(graph.name(), digest.apply(graph)));
        return new Derived(digests);
    }

    /** Whether exactly this graph is among them. */
    boolean has(NamedGraph graph) {
        return digest(graph).equals(graphs.get(graph.name()));
    }

    /** Whether the graph of that name is the same in both. */
    boolean agrees(String name, Derived other) {
        return Objects.equals(graphs.get(name), other.graphs.get(name));
    }

    Set<Node> nodes() {
        return graphs.keySet().stream().map(NodeFactory::createURI).collect(Collectors.toSet());
    }

    static String digest(NamedGraph graph) {
        return Sha256.of(NQuads.write(graph));
    }
}
