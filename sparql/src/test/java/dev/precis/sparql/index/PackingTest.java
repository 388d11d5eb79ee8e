package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.dboe.sys.SystemIndex;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackingTest {
    private static final String NAMES = "http://names.example/";

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    /** Of none, of one, of about a block of 8 KiB and of some levels of blocks. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 255, 256, 257, 5_000})
    void whatIsPackedHasTheSameQuadsByEachWayAndCanBeWrittenTo(int count) {
        Set<Quad> quads = new HashSet<>();
        IntStream.range(0, count).forEach(i -> quads.add(quad(i)));
        write(quads);

        Packing.pack(folder);

        assertThat(read()).isEqualTo(quads);
        IntStream.range(0, 2 * count + 1).forEach(i -> quads.add(quad(i)));
        write(quads);
        assertThat(read()).isEqualTo(quads);
    }

    @Test
    void aLargeGenerationIsMadeOfFullBlocks() throws IOException {
        int graphs = 70;
        int triples = 2_000;

        Generation generation = Generation.of(IntStream.range(0, graphs).mapToObj(i -> graph(i, triples)), folder);

        try {
            assertThat(Packing.isWorthwhile(folder)).isFalse();
            assertThat(folder.resolve(Packing.DATA).resolve("GSPO.dat")).hasSize(SystemIndex.SegmentSize);
            Txn.executeRead(generation.dataset(), () -> {
                AccessPaths.check(generation.dataset());
                assertThat(generation.dataset().stream()).hasSize(graphs * triples);
            });
        } finally {
            generation.close();
        }
        try (var left = Files.list(folder)) {
            assertThat(left).extracting(Path::getFileName).doesNotContain(Path.of("packed"));
        }
    }

    private static NamedGraph graph(int number, int triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        Node name = NodeFactory.createURI(NAMES + "graph" + number);
        IntStream.range(0, triples).forEach(i -> graph.add(name, iri("property", i % 7), iri("object", i)));
        return new NamedGraph(name.getURI(), Graphs.BASE, graph);
    }

    private static Quad quad(int i) {
        return Quad.create(iri("graph", i / 90), iri("subject", i / 7), iri("property", i % 7), iri("object", i % 311));
    }

    private static Node iri(String kind, int number) {
        return NodeFactory.createURI(NAMES + kind + number);
    }

    private void write(Set<Quad> quads) {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        Txn.executeWrite(dataset, () -> quads.forEach(dataset::add));
        TDBInternal.expel(dataset, true);
    }

    private Set<Quad> read() {
        DatasetGraph dataset = DatabaseMgr.connectDatasetGraph(Location.create(folder));
        try {
            return Txn.calculateRead(dataset, () -> {
                AccessPaths.check(dataset);
                Set<Quad> quads = new HashSet<>();
                dataset.find().forEachRemaining(quads::add);
                return quads;
            });
        } finally {
            TDBInternal.expel(dataset, true);
        }
    }
}
