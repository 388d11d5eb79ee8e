package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;

/**
 * Compares an index with the archive, inside a read transaction: the graphs, their quads, and the ways to find them.
 */
final class IndexCheck {
    private final GraphArchive archive;
    private final Stamp stamp;
    private final ServedGraphs served;
    private final DatasetGraph dataset;
    private final WordCheck words;
    private final List<NamedGraph> derived;
    private final List<Difference> differences = new ArrayList<>();

    IndexCheck(GraphArchive archive, Stamp stamp, Generation generation, Derivation derivation) {
        this.archive = archive;
        this.stamp = stamp;
        this.served = new ServedGraphs(archive, new BaseSwap(stamp.base()));
        this.dataset = generation.dataset();
        this.words = new WordCheck(generation.words());
        this.derived = generation.derivedAfresh(derivation, stamp);
    }

    List<Difference> run() {
        Set<String> expected = new HashSet<>();
        for (ArchiveEntry row : archive.entries()) {
            expected.add(served.name(row.graph(), row.base()));
            graph(row);
        }
        for (NamedGraph graph : derived) {
            expected.add(graph.name());
            if (!stamp.derived().has(graph)) {
                report(graph.name(), "it is derived from the other graphs, and the index has an older one");
            } else {
                compare(graph.name(), graph);
            }
        }
        dataset.listGraphNodes().forEachRemaining(graph -> {
            if (!graph.isURI() || !expected.contains(graph.getURI())) {
                report(graph.toString(), "the index has this graph, the manifest has not");
            }
        });
        if (!dataset.getDefaultGraph().isEmpty()) {
            report("index", "triples are in no graph");
        }
        AccessPaths.others(dataset)
                .forEach(path -> report("index", "access path " + path + " leads to other quads than the first one"));
        words.others(expected)
                .forEach(graph -> report(graph, "the index of words has texts of it, the manifest has not"));
        return differences;
    }

    private void graph(ArchiveEntry row) {
        if (!row.state().equals(stamp.graphs().get(row.graph()))) {
            report(row.graph(), "the index does not follow: it lacks version " + row.version());
            return;
        }
        try {
            compare(row.graph(), served.read(row));
        } catch (UncheckedIOException damaged) {
            // reported with the files; there is nothing to compare the index with
        }
    }

    private void compare(String where, NamedGraph truth) {
        Graph found = dataset.getGraph(truth.node());
        if (found.isEmpty()) {
            report(where, "the index has no such graph");
        } else if (!digest(found).equals(digest(asIndexed(truth.graph())))) {
            report(
                    where,
                    "the index has " + found.size() + " quads for it, the archive "
                            + truth.graph().size() + ", and they differ");
        } else if (!words.agrees(truth)) {
            report(where, "the index of words has other texts for it");
        }
    }

    // TDB2 keeps numbers and times as values: 0.50 comes out as 0.5
    private static Graph asIndexed(Graph graph) {
        Graph values = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(triple -> {
            NodeId inline = NodeIdInline.inline(triple.getObject());
            Node object = inline == null ? triple.getObject() : NodeIdInline.extract(inline);
            values.add(Triple.create(triple.getSubject(), triple.getPredicate(), object));
        });
        return values;
    }

    private static String digest(Graph graph) {
        return Sha256.of(NQuads.text(NQuads.triples(graph)));
    }

    private void report(String where, String what) {
        differences.add(new Difference(where, what));
    }
}
