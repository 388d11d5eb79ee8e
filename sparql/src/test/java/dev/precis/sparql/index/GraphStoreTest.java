package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
import dev.precis.sparql.words.WordIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphStoreTest {
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph ALLIANCE_2 = Graphs.summary("summary/2020-09/alliance", "The Alliance");
    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private GraphArchive archive;
    private GraphStore store;

    @BeforeEach
    void openWithOneSummary() {
        archive = GraphArchive.open(folder);
        Graphs.keep(archive, ALLIANCE);
        open("", "1");
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    @Test
    void answersFromTheUnionOfAllGraphs() {
        Graphs.keep(archive, BURNOUT);
        store.follow();

        assertThat(titles()).containsExactly("Alliance", "Burnout");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void pathsOfAQueryLeadFromGraphToGraph() {
        Graphs.keep(archive, Graphs.graph(Graphs.BASE + "blog", Graphs.BASE, """
            @base <http://localhost:3030/> .
            <issue/2020-09> <http://schema.org/isPartOf> <blog> .
            """));
        store.follow();

        assertThat(ask("ASK { <http://localhost:3030/summary/2020-09/alliance> <http://schema.org/isPartOf>+ "
                        + "<http://localhost:3030/blog> }"))
                .isTrue();
    }

    @Test
    void aGraphIsReplacedWhole() {
        String before = store.version();
        Graphs.keep(archive, ALLIANCE_2);
        assertThat(titles()).containsExactly("Alliance");

        store.follow();

        assertThat(titles()).containsExactly("The Alliance");
        assertThat(store.version()).isNotEqualTo(before);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void theVersionIsThatOfTheContent() {
        String one = store.version();
        store.follow();
        assertThat(store.version()).isEqualTo(one);

        Graphs.keep(archive, ALLIANCE_2);
        store.follow();
        Graphs.keep(archive, ALLIANCE);
        store.follow();
        assertThat(store.version()).isEqualTo(one);

        reopen("", "1");
        assertThat(store.version()).isEqualTo(one);
    }

    @Test
    void openingItAgainKeepsWhatIsUpToDateAndAddsWhatIsNot() throws IOException {
        store.close();
        Graphs.keep(archive, BURNOUT);
        open("", "1");

        assertThat(titles()).containsExactly("Alliance", "Burnout");
        assertThat(generations()).containsExactly("1");
    }

    @Test
    void isBuiltAnewForAnotherVersionOrBase() throws IOException {
        reopen("", "2");
        assertThat(generations()).containsExactly("2");

        reopen("https://blog.example/", "2");
        assertThat(generations()).containsExactly("3");
        assertThat(titles()).containsExactly("Alliance");
        assertThat(ask("ASK { GRAPH <https://blog.example/summary/2020-09/alliance> { ?s ?p ?o } }"))
                .isTrue();
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void isBuiltAnewWhereItsWordsWereReadOtherwise() throws IOException {
        store.close();
        Path stamp = folder.resolve("index/CURRENT");
        Files.writeString(stamp, Files.readString(stamp).replace(WordIndex.version(), "words 1"));

        open("", "1");

        assertThat(generations()).containsExactly("2");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void aMissingOrUnreadableIndexIsBuiltAnew() throws IOException {
        store.close();
        DurableFiles.deleteTree(folder.resolve("index/1/Data-0001"));
        open("", "1");
        assertThat(titles()).containsExactly("Alliance");

        store.close();
        Files.writeString(folder.resolve("index/CURRENT"), "{\"generation\":");
        open("", "1");
        assertThat(titles()).containsExactly("Alliance");

        store.close();
        for (String file : List.of("GSPO.idn", "GSPO.dat", "nodes.idn", "nodes-data.obj")) {
            Files.write(
                    folder.resolve("index")
                            .resolve(generations().getFirst())
                            .resolve("Data-0001")
                            .resolve(file),
                    new byte[] {1, 2, 3});
        }
        open("", "1");
        assertThat(titles()).containsExactly("Alliance");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void anAbortedWriteIsFollowedByANewGeneration() throws IOException {
        TDBInternal.expel(((DatasetGraphWrapper) store.dataset()).getWrapped(), true); // whatever is written now fails
        Graphs.keep(archive, BURNOUT);

        store.follow();

        assertThat(titles()).containsExactly("Alliance", "Burnout");
        assertThat(generations()).containsExactly("2");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void whatIsTakenOutIsFoundNoLonger() throws IOException {
        Graphs.keep(archive, BURNOUT);
        store.follow();
        Graphs.remove(archive, ALLIANCE);
        assertThat(titles()).containsExactly("Alliance", "Burnout");

        store.follow();

        assertThat(titles()).containsExactly("Burnout");
        assertThat(TextSearch.of(store.dataset()).graphs(Phrase.of("Alliance", false), List.of(TextProperty.HEADLINE)))
                .isEmpty();
        assertThat(generations()).containsExactly("1");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void whatIsTakenOutWhileItIsClosedIsFoundNoLonger() throws IOException {
        reopen("https://blog.example/", "1");
        store.close();
        Graphs.keep(archive, BURNOUT);
        Graphs.remove(archive, ALLIANCE);
        open("https://blog.example/", "1");

        assertThat(titles()).containsExactly("Burnout");
        assertThat(generations()).containsExactly("2");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void withoutTheLogOfChangesItIsBuiltAnewOnceAndThenFollowsAgain() throws IOException {
        Graphs.keep(archive, BURNOUT);
        Files.delete(folder.resolve("changes.jsonl"));
        Graphs.keep(archive, ALLIANCE_2);
        store.follow();
        assertThat(generations()).containsExactly("2");
        assertThat(titles()).containsExactly("Burnout", "The Alliance");

        Graphs.keep(archive, ALLIANCE);
        store.follow();
        assertThat(generations()).containsExactly("2");
        assertThat(titles()).containsExactly("Alliance", "Burnout");
    }

    @Test
    void anArchiveWithAnotherHistoryIsTakenInAnew() throws IOException {
        store.close();
        archive.close();
        // restored from a backup, and changed since: as many versions, but others
        for (String file : List.of("manifest.jsonl", "changes.jsonl", "register.jsonl")) {
            Files.deleteIfExists(folder.resolve(file));
        }
        DurableFiles.deleteTree(folder.resolve("graphs"));
        archive = GraphArchive.open(folder, InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z")));
        Graphs.keep(archive, BURNOUT);
        open("", "1");

        assertThat(titles()).containsExactly("Burnout");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void tellsWhenASummaryThatWasReadFromAPageWasModified() {
        String page = archive.snapshots().put(new byte[] {1}, "text/html");
        archive.snapshots().putText(page, "Burnout");
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(BURNOUT, new Origin("b", "burnout", page, List.of()));
            batch.commit();
        }
        store.follow();

        Instant modified = archive.entry(BURNOUT.name()).orElseThrow().modified();
        assertThat(ask("ASK { GRAPH ?g { ?g <http://purl.org/dc/terms/modified> \"" + modified
                        + "\"^^<http://www.w3.org/2001/XMLSchema#dateTime> } FILTER (?g = <" + BURNOUT.name() + ">) }"))
                .isTrue();
        assertThat(ask("ASK { <" + ALLIANCE.name() + "> <http://purl.org/dc/terms/modified> ?m }"))
                .isFalse();
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void manyChangesAtOnceGoIntoANewGeneration() throws IOException {
        NamedGraph[] many = IntStream.range(0, 501)
                .mapToObj(i ->
                        Graphs.graph(Graphs.BASE + "topic/" + i, Graphs.BASE, "<http://a/s> <http://a/p> " + i + " ."))
                .toArray(NamedGraph[]::new);
        Graphs.keep(archive, many);

        store.follow();

        assertThat(generations()).containsExactly("2");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void whatManySmallChangesLeaveBehindIsBounded() throws IOException {
        List<String> generations = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            Graphs.keep(archive, i % 2 == 0 ? ALLIANCE_2 : ALLIANCE);
            store.follow();
            generations.addAll(generations());
        }
        assertThat(generations.stream().distinct()).containsExactly("1", "2", "3");
        assertThat(generations).as("one at a time").hasSize(70);
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void aReaderKeepsWhatItBeganWithWhileAllIsBuiltAnew() throws IOException {
        DatasetGraph dataset = store.dataset();
        dataset.begin(TxnType.READ);
        try {
            Graphs.keep(archive, ALLIANCE_2);
            store.follow();
            store.rebuild();

            assertThat(select()).containsExactly("Alliance");
            assertThat(generations()).containsExactly("1", "2");
        } finally {
            dataset.end();
        }
        store.rebuild(); // what the last reader left is deleted before this
        assertThat(titles()).containsExactly("The Alliance");
        assertThat(generations()).containsExactly("3");
    }

    @Test
    void readersSeeTheOldOrTheNewAndNeverAMix() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        List<List<String>> seen = new CopyOnWriteArrayList<>();
        Thread reader = Thread.ofPlatform().start(() -> {
            while (done.getCount() > 0) {
                seen.add(titles());
            }
        });
        for (int i = 0; i < 4; i++) {
            Graphs.keep(archive, i % 2 == 0 ? ALLIANCE_2 : ALLIANCE);
            store.follow();
            store.rebuild();
        }
        done.countDown();
        reader.join();

        assertThat(seen).isNotEmpty().isSubsetOf(List.of(List.of("Alliance"), List.of("The Alliance")));
    }

    @Test
    void anInterruptedCallerDoesNotHarmTheWriter() {
        Graphs.keep(archive, BURNOUT);
        Thread.currentThread().interrupt();
        store.follow();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(titles()).containsExactly("Alliance", "Burnout");
        Graphs.keep(archive, ALLIANCE_2);
        store.follow();
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void closingTwiceIsClosing() {
        store.close();
        store.close();

        assertThatThrownBy(() -> store.dataset().begin(TxnType.READ)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void anArchiveThatIsOnlyReadHasNoIndex() {
        try (GraphArchive reader = GraphArchive.openForReading(folder)) {
            assertThatThrownBy(() -> GraphStore.open(reader, "", "1", Derivation.NONE))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void nobodyWritesThroughTheDataset() {
        DatasetGraph dataset = store.dataset();

        assertThatThrownBy(() -> dataset.begin(TxnType.WRITE)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> Txn.executeRead(dataset, () -> dataset.removeGraph(ALLIANCE.node())))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void twoBlogsThatWouldBeMixedUnderOneBaseAreRefused() {
        String other = "https://else.example/";
        Graphs.keep(archive, new NamedGraph(other + "summary/2020-09/alliance", other, BURNOUT.graph()));
        store.close();

        assertThatThrownBy(() -> GraphStore.open(archive, "https://blog.example/", "1", Derivation.NONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would be <https://blog.example/summary/2020-09/alliance>");
        open("", "1");
    }

    @Test
    void aDamagedFileOfTheArchiveIsNamedAndTheIndexStaysAsItWas() throws IOException {
        Graphs.keep(archive, BURNOUT);
        Files.writeString(folder.resolve("graphs/summary/2020-10/burnout.nq"), "rot");

        assertThatThrownBy(store::follow).hasMessageContaining("summary/2020-10/burnout.nq");
        assertThatThrownBy(store::rebuild).hasMessageContaining("summary/2020-10/burnout.nq");
        assertThat(titles()).containsExactly("Alliance");
        assertThat(generations()).containsExactly("1");
    }

    private void open(String base, String application) {
        store = GraphStore.open(archive, base, application, Derivation.NONE);
    }

    private void reopen(String base, String application) {
        store.close();
        open(base, application);
    }

    private List<String> titles() {
        return Txn.calculateRead(store.dataset(), this::select);
    }

    private List<String> select() {
        List<String> titles = new ArrayList<>();
        QueryExec.dataset(store.dataset())
                .query("SELECT ?t { ?s <http://schema.org/headline> ?t } ORDER BY ?t")
                .select()
                .forEachRemaining(row -> titles.add(row.get("t").getLiteralLexicalForm()));
        return titles;
    }

    private boolean ask(String query) {
        return Txn.calculateRead(
                store.dataset(),
                () -> QueryExec.dataset(store.dataset()).query(query).ask());
    }

    private List<String> generations() throws IOException {
        try (Stream<Path> children = Files.list(folder.resolve("index"))) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
