package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DerivationTest {
    private static final String BASE = "https://blog.example/";
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");

    /** How many headlines there are. */
    private static final Derivation COUNT = content -> {
        try (QueryExec execution = QueryExec.dataset(content.dataset())
                .query("SELECT (COUNT(*) AS ?n) { ?s <http://schema.org/headline> ?t }")
                .build()) {
            return List.of(Graphs.graph(
                    content.base() + "count",
                    content.base(),
                    "<%scount> <http://schema.org/name> \"%s headlines\" ."
                            .formatted(
                                    content.base(),
                                    execution.select().next().get("n").getLiteralLexicalForm())));
        }
    };

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private GraphArchive archive;
    private GraphStore store;

    @BeforeEach
    void openWithOneSummary() {
        archive = GraphArchive.open(folder);
        Graphs.keep(archive, ALLIANCE);
        store = GraphStore.open(archive, BASE, "1", COUNT);
    }

    @AfterEach
    void close() {
        store.close();
        archive.close();
    }

    @Test
    void followsFromTheContentInTheSameTransaction() {
        assertThat(counts()).containsExactly("1 headlines");

        Graphs.keep(archive, BURNOUT);
        String before = store.version();
        store.follow();

        assertThat(counts()).containsExactly("2 headlines");
        assertThat(store.version()).isNotEqualTo(before);
        assertThat(store.verify()).isEmpty();
        assertThat(TextSearch.of(store.dataset()).subjects(Phrase.of("2 headlines", false), List.of(TextProperty.NAME)))
                .containsExactly(BASE + "count");

        store.rebuild();
        assertThat(counts()).containsExactly("2 headlines");
        assertThat(store.verify()).isEmpty();
    }

    @Test
    void isNotInTheArchive() throws IOException {
        assertThat(archive.entries()).extracting(ArchiveEntry::graph).containsExactly(ALLIANCE.name());
        try (Stream<Path> files = Files.walk(folder.resolve("graphs"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void nothingIsWrittenWhereNothingChanges() throws IOException {
        byte[] stamp = stamp();
        store.follow();
        reopen(COUNT);

        assertThat(stamp()).isEqualTo(stamp);
    }

    @Test
    void anotherDerivationIsCarriedOutWhenTheStoreIsOpened() throws IOException {
        int writes = Stamp.read(folder.resolve("index")).writes();
        reopen(Derivation.NONE);
        assertThat(counts()).isEmpty();
        assertThat(store.verify()).isEmpty();

        reopen(COUNT.and(content -> List.of(new NamedGraph(
                BASE + "more", BASE, COUNT.derive(content).getFirst().graph()))));
        assertThat(counts()).containsExactly("1 headlines");
        assertThat(store.verify()).isEmpty();
        assertThat(Stamp.read(folder.resolve("index")).writes()).isEqualTo(writes + 2);
        assertThat(folder.resolve("index/1")).exists();
    }

    @Test
    void findsADerivedGraphThatIsNotAsItShouldBe() {
        store.close();
        assertThat(Verification.ofStore(archive, "1", COUNT)).isEmpty();
        assertThat(differences(content -> List.of(new NamedGraph(
                        BASE + "count",
                        BASE,
                        Graphs.graph("g", "", "<http://a> <http://schema.org/name> \"x\" .")
                                .graph()))))
                .containsExactly(BASE + "count: it is derived from the other graphs, and the index has an older one");
        assertThat(differences(Derivation.NONE))
                .containsExactly(
                        BASE + "count: the index has this graph, the manifest has not",
                        BASE + "count: the index of words has texts of it, the manifest has not");
        store = GraphStore.open(archive, BASE, "1", COUNT);
    }

    private List<String> differences(Derivation derivation) {
        return Verification.ofStore(archive, "1", derivation).stream()
                .map(Difference::toString)
                .toList();
    }

    private byte[] stamp() throws IOException {
        return Files.readAllBytes(folder.resolve("index/CURRENT"));
    }

    private void reopen(Derivation derivation) {
        store.close();
        store = GraphStore.open(archive, BASE, "1", derivation);
    }

    private List<String> counts() {
        return Txn.calculateRead(store.dataset(), () -> {
            List<String> counts = new ArrayList<>();
            QueryExec.dataset(store.dataset())
                    .query("SELECT ?n { <%scount> <http://schema.org/name> ?n }".formatted(BASE))
                    .select()
                    .forEachRemaining(row -> counts.add(row.get("n").getLiteralLexicalForm()));
            return counts;
        });
    }
}
