package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is damaged is built anew, wherever the damage is. */
@Timeout(120)
class IndexDamageTest {
    private static final String BASE = "https://blog.example/";
    private static final Derivation VOID = new VoidStatistics();
    private static final int GRAPHS = 40;
    private static final int FLIPPED = 20;

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private GraphArchive archive;

    @BeforeEach
    void keepAndIndexSummaries() {
        archive = GraphArchive.open(store);
        Graphs.keep(
                archive,
                IntStream.range(0, GRAPHS)
                        .mapToObj(i -> Graphs.summary("summary/2020-09/post-" + i, "Post " + i))
                        .toArray(NamedGraph[]::new));
        GraphStore.open(archive, BASE, "1", VOID).close();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPOG.dat", "GSPO.dat", "OSPG.dat", "SPOG.idn", "GPOS.bpt", "nodes.dat", "nodes-data.obj"})
    void opensWhateverIsFlipped(String file) throws IOException {
        for (int seed = 0; seed < 3; seed++) {
            flip(file, seed);
            assertOpensWhole();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPOG.dat", "nodes-data.obj", "GSPO.idn"})
    void opensWhateverIsCut(String file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(find(file).toFile(), "rw")) {
            bytes.setLength(bytes.length() / 3);
        }
        assertOpensWhole();
    }

    @Test
    void anIndexThatAProcessDiedOfIsNotOpenedAgain() throws IOException {
        Path before = find("SPOG.dat").getParent();
        Files.createFile(store.resolve("index/OPENING"));
        assertOpensWhole();

        assertThat(before).doesNotExist();
        assertThat(store.resolve("index/OPENING")).doesNotExist();
    }

    @Test
    void buildingDoesNotOpenWhatIsThere() throws IOException {
        for (String file : List.of("SPOG.dat", "nodes-data.obj")) {
            flip(file, 7);
        }
        try (GraphStore built = GraphStore.build(archive, BASE, "1", VOID)) {
            assertThat(built.verify()).isEmpty();
        }
    }

    @Test
    void buildingThatFailsLeavesTheIndexThatThereIs() throws IOException {
        Path graph = store.resolve("graphs/summary/2020-09/post-7.nq");
        byte[] bytes = Files.readAllBytes(graph);
        Files.delete(graph);

        assertThatThrownBy(() -> GraphStore.build(archive, BASE, "1", VOID))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("post-7.nq: the file is missing");
        Path generation = find("SPOG.dat");
        GraphStore.open(archive, BASE, "1", VOID).close();
        assertThat(find("SPOG.dat")).isEqualTo(generation);
        Files.write(graph, bytes);
        assertOpensWhole();
    }

    private void assertOpensWhole() {
        try (GraphStore index = GraphStore.open(archive, BASE, "1", VOID)) {
            assertThat(index.verify()).isEmpty();
        }
        try (GraphStore again = GraphStore.open(archive, BASE, "1", VOID)) {
            assertThat(again.verify()).isEmpty();
        }
    }

    /** Twenty bytes in a row, somewhere in the part that is used. */
    private void flip(String file, int seed) throws IOException {
        Path path = find(file);
        byte[] bytes = Files.readAllBytes(path);
        int used = bytes.length;
        while (used > 0 && bytes[used - 1] == 0) {
            used--;
        }
        int from = new Random(seed).nextInt(Math.max(1, used - FLIPPED));
        for (int i = from; i < Math.min(bytes.length, from + FLIPPED); i++) {
            bytes[i] ^= (byte) 0xFF;
        }
        Files.write(path, bytes);
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("index"))) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + name));
        }
    }
}
