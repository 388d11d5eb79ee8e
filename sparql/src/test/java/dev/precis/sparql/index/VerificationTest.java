package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.words.WordIndex;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");
    private static final Node SCHEMA_NAME = NodeFactory.createURI("http://schema.org/name");

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private GraphArchive archive;
    private Path file;

    @BeforeEach
    void keepAndIndexTwoSummaries() {
        archive = GraphArchive.open(store);
        String page = archive.snapshots().put(new byte[] {1, 2, 3}, "text/html");
        archive.snapshots().putText(page, "One, two, three.");
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE, new Origin("a", "alliance", page, List.of()));
            batch.put(BURNOUT);
            batch.commit();
        }
        GraphStore.open(archive, "https://blog.example/", "1", Derivation.NONE).close();
        file = store.resolve("graphs/summary/2020-09/alliance.nq");
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void findsNothingWhereAllAgree() {
        assertThat(Verification.ofStore(archive, "1", Derivation.NONE)).isEmpty();
    }

    @Test
    void findsAFlippedByte() throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(100);
            int old = bytes.read();
            bytes.seek(100);
            bytes.write(old ^ 1);
        }
        assertThat(verify())
                .containsExactly("graphs/summary/2020-09/alliance.nq: the file is damaged: its SHA-256 is not "
                        + archive.entry(ALLIANCE.name()).orElseThrow().sha256());
    }

    @Test
    void findsAMissingFile() throws IOException {
        Files.delete(file);

        assertThat(verify()).containsExactly("graphs/summary/2020-09/alliance.nq: the file is missing");
    }

    @Test
    void findsAnUnknownFile() throws IOException {
        Files.copy(file, file.resolveSibling("copy.nq"));

        assertThat(verify()).containsExactly("graphs/summary/2020-09/copy.nq: no row of the manifest names this file");
    }

    @Test
    void findsAMissingSnapshot() {
        DurableFiles.deleteTree(store.resolve("snapshots"));

        assertThat(verify()).singleElement().asString().startsWith(ALLIANCE.name() + ": its snapshot ");
    }

    @Test
    void findsADamagedTextOfASnapshot() throws IOException {
        Path text = snapshotFile(".text");
        Files.writeString(text, Files.readString(text).replace("two", "too"));

        assertThat(verify()).singleElement().asString().contains("the text of its snapshot ", " is damaged");
    }

    @Test
    void findsAMissingTextOfASnapshot() throws IOException {
        Files.delete(snapshotFile(".text"));

        assertThat(verify()).singleElement().asString().contains("the text of its snapshot ", " is missing");
    }

    private Path snapshotFile(String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("snapshots"))) {
            return files.filter(path -> path.toString().endsWith(suffix))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void findsAGraphMissingFromTheIndex() {
        damage(index -> index.removeGraph(served("summary/2020-09/alliance")));

        assertThat(verify()).containsExactly(ALLIANCE.name() + ": the index has no such graph");
    }

    @Test
    void findsAnAlteredGraphInTheIndex() {
        damage(index -> {
            index.delete(
                    served("summary/2020-09/alliance"),
                    served("issue/2020-09"),
                    SCHEMA_NAME,
                    NodeFactory.createLiteralLang("September 2020", "en"));
            index.add(
                    served("summary/2020-09/alliance"),
                    served("issue/2020-09"),
                    SCHEMA_NAME,
                    NodeFactory.createLiteralLang("September 2021", "en"));
        });

        assertThat(verify())
                .containsExactly(ALLIANCE.name() + ": the index has 13 quads for it, the archive 13, and they differ");
    }

    @Test
    void findsAGraphThatOnlyTheIndexHas() {
        damage(index -> index.add(served("stray"), served("stray"), SCHEMA_NAME, served("stray")));

        assertThat(verify())
                .containsExactly("https://blog.example/stray: the index has this graph, the manifest has not");
    }

    @Test
    void findsTextsThatTheIndexOfWordsLacksOrShouldNotHave() {
        damageWords(words -> words.deleteGraph(served("summary/2020-09/alliance")));
        assertThat(verify()).containsExactly(ALLIANCE.name() + ": the index of words has other texts for it");

        damageWords(words -> {
            words.deleteGraph(served("summary/2020-10/burnout"));
            words.add(
                    Quad.create(
                            served("stray"), served("stray"), SCHEMA_NAME, NodeFactory.createLiteralString("stray")),
                    "",
                    false);
        });
        assertThat(verify())
                .containsExactlyInAnyOrder(
                        ALLIANCE.name() + ": the index of words has other texts for it",
                        BURNOUT.name() + ": the index of words has other texts for it",
                        "https://blog.example/stray: the index of words has texts of it, the manifest has not");
    }

    @Test
    void findsAFlippedByteInTheIndexOfWords() throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("index/1/words"))) {
            Path largest = files.max(
                            Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2] ^= 1;
            Files.write(largest, bytes);
        }
        assertThat(verify()).isNotEmpty().allMatch(difference -> difference.startsWith("index: "));
    }

    @Test
    void findsAnAccessPathThatDisagrees() {
        damage(index -> TDBInternal.findIndex(index, "OSPG").clear());

        assertThat(verify()).containsExactly("index: access path OSPG leads to other quads than the first one");
    }

    @Test
    void findsAnIndexThatLagsBehind() {
        Graphs.keep(archive, Graphs.summary("summary/2020-10/burnout", "Burnout again"));

        assertThat(verify()).containsExactly(BURNOUT.name() + ": the index does not follow: it lacks version 2");
    }

    @Test
    void findsAnIndexThatCannotBeRead() throws IOException {
        for (String name : List.of("nodes-data.obj", "SPOG.dat")) {
            Files.write(store.resolve("index/1/Data-0001").resolve(name), new byte[100]);
        }
        assertThat(verify()).isNotEmpty().allMatch(difference -> difference.startsWith("index: "));
    }

    @Test
    void findsThatThereIsNoIndexOfThisVersion() {
        assertThat(Verification.ofStore(archive, "2", Derivation.NONE))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.where()).isEqualTo("index");
                    assertThat(difference.what()).contains("precis 1, jena").contains("rebuild");
                });
        DurableFiles.deleteTree(store.resolve("index"));
        assertThat(verify()).singleElement().asString().contains("a rebuild is due");
    }

    private List<String> verify() {
        return Verification.ofStore(archive, "1", Derivation.NONE).stream()
                .map(Difference::toString)
                .toList();
    }

    private void damage(Consumer<DatasetGraph> change) {
        DatasetGraph index = DatabaseMgr.connectDatasetGraph(Location.create(store.resolve("index/1")));
        Txn.executeWrite(index, () -> change.accept(index));
        TDBInternal.expel(index, true);
    }

    private void damageWords(Consumer<WordIndex> change) {
        DatasetGraph quads = DatabaseMgr.createDatasetGraph();
        try (WordIndex words = WordIndex.of(quads, FSDirectory.open(store.resolve("index/1/words")))) {
            Txn.executeWrite(quads, () -> change.accept(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Node served(String path) {
        return NodeFactory.createURI("https://blog.example/" + path);
    }
}
