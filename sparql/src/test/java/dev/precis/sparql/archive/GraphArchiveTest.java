package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphArchiveTest {
    private static final Instant FIRST = Instant.parse("2020-09-01T12:00:00Z");
    private static final Instant LATER = FIRST.plusSeconds(3600);
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph ALLIANCE_2 = Graphs.summary("summary/2020-09/alliance", "The Alliance");

    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private GraphArchive archive;
    private Instant now = FIRST;

    @BeforeEach
    void open() {
        archive = GraphArchive.open(store, (InstantSource) () -> now);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void keepsANewGraphAsOneReadableFile() throws IOException {
        try (ArchiveBatch batch = archive.batch()) {
            assertThat(batch.put(ALLIANCE)).isEqualTo(Novelty.NEW);
            assertThat(archive.entries()).isEmpty();
            batch.commit();
        }

        ArchiveEntry row = entry();
        assertThat(row.file()).isEqualTo("summary/2020-09/alliance.nq");
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.base()).isEqualTo(Graphs.BASE);
        assertThat(row.modified()).isEqualTo(FIRST);
        assertThat(Files.readAllBytes(store.resolve("graphs").resolve(row.file())))
                .isEqualTo(NQuads.write(ALLIANCE));
        assertThat(Graphs.quads(archive.read(row))).isEqualTo(Graphs.quads(ALLIANCE));
    }

    @Test
    void theSameInputAgainChangesNotAByte() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        reopen();
        byte[] before = Files.readAllBytes(store.resolve("manifest.jsonl"));
        now = LATER;

        assertThat(archive.isCurrent(ALLIANCE.name(), entry().inputs())).isTrue();
        assertThat(Graphs.keep(archive, ALLIANCE)).isEmpty();

        assertThat(Files.readAllBytes(store.resolve("manifest.jsonl"))).isEqualTo(before);
    }

    @Test
    void anotherInputThatSaysTheSameIsOnlyNoted() {
        Graphs.keep(archive, ALLIANCE);
        now = LATER;

        assertThat(put(ALLIANCE, Graphs.from("other mark-up", ALLIANCE))).isEqualTo(Novelty.UNCHANGED);

        assertThat(entry().version()).isEqualTo(1);
        assertThat(entry().modified()).isEqualTo(FIRST);
        assertThat(archive.isCurrent(ALLIANCE.name(), "other mark-up")).isTrue();
        assertThat(archive.version().number()).isEqualTo(1);
    }

    @Test
    void aChangedGraphIsTheNextVersion() {
        Graphs.keep(archive, ALLIANCE);
        now = LATER;

        assertThat(put(ALLIANCE_2, Graphs.from("b", ALLIANCE_2))).isEqualTo(Novelty.CHANGED);

        assertThat(entry().version()).isEqualTo(2);
        assertThat(entry().modified()).isEqualTo(LATER);
        assertThat(Graphs.quads(archive.read(entry()))).isEqualTo(Graphs.quads(ALLIANCE_2));
    }

    @Test
    void aGraphThatSaysTheSameInAnotherWayIsAnotherVersionButNotModified() {
        put(ALLIANCE, new Origin("text by version 1", "what it says", "", List.of("title Alliance")));
        now = LATER;

        put(ALLIANCE_2, new Origin("text by version 2", "what it says", "", List.of("title Alliance")));

        assertThat(Graphs.quads(archive.read(entry()))).isEqualTo(Graphs.quads(ALLIANCE_2));
        assertThat(entry().version()).isEqualTo(2);
        assertThat(entry().modified()).isEqualTo(FIRST);
        assertThat(archive.registrations()).singleElement().satisfies(row -> {
            assertThat(row.modified()).isEqualTo(FIRST);
            assertThat(row.version()).isEqualTo(2);
        });
    }

    @Test
    void aChangeTakenBackBeforeTheCommitIsNone() {
        Graphs.keep(archive, ALLIANCE);
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE_2);
            assertThat(batch.put(ALLIANCE)).isEqualTo(Novelty.UNCHANGED);
            assertThat(batch.commit()).isEmpty();
        }

        assertThat(entry().version()).isEqualTo(1);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void whatWasNotCommittedIsGone() {
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE, Graphs.from("a", ALLIANCE));
            assertThat(batch.isCurrent(ALLIANCE.name(), "a")).isTrue();
        }
        assertThat(store.resolve("staged")).isEmptyDirectory();
        archive.batch().put(ALLIANCE, Graphs.from("a", ALLIANCE)); // the process dies: nobody closes it
        reopen();

        assertThat(archive.entries()).isEmpty();
        assertThat(archive.isCurrent(ALLIANCE.name(), "a")).isFalse();
        assertThat(store.resolve("staged")).doesNotExist();
    }

    @Test
    void aBatchThatDiedIsNotPublishedByTheNextOne() {
        try (ArchiveBatch dead = archive.batch()) {
            dead.put(BURNOUT);
        }
        ArchiveBatch forgotten = archive.batch();
        forgotten.put(BURNOUT);

        assertThat(Graphs.keep(archive, ALLIANCE)).extracting(Change::graph).containsExactly(ALLIANCE.name());

        assertThat(archive.entries()).extracting(ArchiveEntry::graph).containsExactly(ALLIANCE.name());
        assertThat(Verification.ofArchive(archive)).isEmpty();
        forgotten.close();
    }

    @Test
    void ofTwoBatchesAtOnceEachKeepsItsOwnAndTheLastOneWins() {
        try (ArchiveBatch one = archive.batch();
                ArchiveBatch other = archive.batch()) {
            one.put(ALLIANCE);
            other.put(ALLIANCE_2);
            other.put(BURNOUT);
            one.commit();
            other.commit();
        }

        assertThat(archive.entries())
                .extracting(archive::read)
                .extracting(Graphs::quads)
                .containsExactly(Graphs.quads(ALLIANCE_2), Graphs.quads(BURNOUT));
        assertThat(entry().version()).isEqualTo(2);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void whatABatchFoundUnchangedStaysAsAnotherOneLeftIt() {
        Graphs.keep(archive, ALLIANCE, BURNOUT);
        try (ArchiveBatch one = archive.batch();
                ArchiveBatch other = archive.batch()) {
            assertThat(other.put(ALLIANCE, Graphs.from("another page", ALLIANCE)))
                    .isEqualTo(Novelty.UNCHANGED);
            assertThat(other.put(BURNOUT, Graphs.from("another page", BURNOUT))).isEqualTo(Novelty.UNCHANGED);
            one.put(ALLIANCE_2);
            one.remove(BURNOUT.name(), "it was withdrawn", Registration.By.EDITOR);
            one.commit();
            assertThat(other.commit()).isEmpty();
        }

        assertThat(archive.entries())
                .extracting(archive::read)
                .extracting(Graphs::quads)
                .containsExactly(Graphs.quads(ALLIANCE_2));
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void aCommittedBatchTakesNothingMore() {
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE);
            batch.commit();

            assertThatThrownBy(() -> batch.put(BURNOUT))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("the batch is committed");
        }
    }

    @Test
    void whatIsTakenOutLeavesATombstone() {
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("title Alliance")));
        Graphs.keep(archive, BURNOUT);
        Path file = store.resolve("graphs").resolve(entry().file());
        now = LATER;

        assertThat(Graphs.remove(archive, ALLIANCE))
                .containsExactly(new Change(3, LATER, ALLIANCE.name(), Graphs.BASE, Change.Kind.REMOVED));
        reopen();

        assertThat(archive.entries()).extracting(ArchiveEntry::graph).containsExactly(BURNOUT.name());
        assertThat(file).doesNotExist();
        assertThat(Verification.ofArchive(archive)).isEmpty();
        assertThat(archive.registrations()).singleElement().satisfies(row -> {
            assertThat(row.keys()).containsExactly("title Alliance");
            assertThat(row.removed())
                    .contains(new Registration.Tombstone(
                            LATER, "the author took it back", Registration.By.EDITOR, Optional.empty(), Graphs.BASE));
            assertThat(row.first()).isEqualTo(FIRST);
        });
        assertThat(Graphs.remove(archive, ALLIANCE)).isEmpty();
    }

    @Test
    void aKeyLeadsToTheGraphThatHadItLast() {
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("file new", "title Alliance")));
        put(BURNOUT, new Origin("b", "burnout", "", List.of("file new", "title Burnout")));
        reopen();

        assertThat(archive.graphOf(List.of("file new"))).contains(BURNOUT.name());
        assertThat(archive.registration(ALLIANCE.name()).orElseThrow().keys()).containsExactly("title Alliance");
    }

    @Test
    void whatIsKnownByMoreIsNotModified() {
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("title Alliance")));
        ArchiveEntry before = entry();
        now = LATER;
        try (ArchiveBatch batch = archive.batch()) {
            batch.know(ALLIANCE.name(), List.of("guid 7"));
            batch.know(BURNOUT.name(), List.of("guid 8"));
            assertThat(batch.isCurrent(ALLIANCE.name(), "a")).isTrue();
            assertThat(batch.commit()).isEmpty();
        }
        reopen();

        assertThat(archive.graphOf(List.of("guid 7"))).contains(ALLIANCE.name());
        assertThat(archive.graphOf(List.of("guid 8"))).isEmpty();
        assertThat(entry()).isEqualTo(before);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void whatComesBackIsModifiedThenAndKeepsItsName() {
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("title Alliance")));
        Graphs.remove(archive, ALLIANCE);
        now = LATER;

        assertThat(archive.graphOf(List.of("guid 7", "title Alliance"))).contains(ALLIANCE.name());
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("guid 7", "title Alliance")));

        assertThat(entry().modified()).isEqualTo(LATER);
        assertThat(entry().version()).isEqualTo(2);
        assertThat(archive.registrations()).singleElement().satisfies(row -> {
            assertThat(row.keys()).containsExactly("guid 7", "title Alliance");
            assertThat(row.removed()).isEmpty();
            assertThat(row.first()).isEqualTo(FIRST);
        });
    }

    @Test
    void theRegisterAloneGivesTheSameNamesAndInstantsAgain() throws IOException {
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("title Alliance")));
        archive.close();
        DurableFiles.deleteTree(store.resolve("graphs"));
        Files.delete(store.resolve("manifest.jsonl"));
        Files.delete(store.resolve("changes.jsonl"));
        now = LATER;
        open();

        assertThat(archive.graphOf(List.of("title Alliance"))).contains(ALLIANCE.name());
        put(ALLIANCE, new Origin("a", "alliance", "", List.of("title Alliance")));

        assertThat(entry().modified()).isEqualTo(FIRST);
    }

    @Test
    void aStoreOfTheFirstFormatIsRead() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        archive.close();
        Path manifest = store.resolve("manifest.jsonl");
        String row = Files.readString(manifest)
                        .lines()
                        .toList()
                        .get(1)
                        .replaceFirst("\"inputs\":\"([0-9a-f]*)\",\"content\":\"[0-9a-f]*\"", "\"content\":\"$1\"")
                        .replace("\"modified\"", "\"updated\"")
                + "\n";
        Files.writeString(manifest, "{\"format\":1,\"graphs\":1,\"sha256\":\"" + Sha256.of(row) + "\"}\n" + row);
        now = LATER;
        open();

        assertThat(Graphs.keep(archive, ALLIANCE)).isEmpty();
        assertThat(entry().modified()).isEqualTo(FIRST);
    }

    @Test
    void graphsOfTwoHostsWithOnePathHaveAFileEach() {
        NamedGraph elsewhere = new NamedGraph("https://else.example/summary/2020-09/alliance", "", ALLIANCE_2.graph());
        Graphs.keep(archive, ALLIANCE, elsewhere);
        reopen();

        assertThat(archive.entries()).extracting(ArchiveEntry::file).doesNotHaveDuplicates();
        assertThat(archive.entries())
                .allSatisfy(row -> assertThat(archive.read(row).name()).isEqualTo(row.graph()));
    }

    @Test
    void aDamagedFileIsNotReadAndMendedByTheNextIngest() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        ArchiveEntry row = archive.entry(ALLIANCE.name()).orElseThrow();
        Files.writeString(store.resolve("graphs").resolve(row.file()), "<a> <b> <c> <d> .\n");

        assertThatThrownBy(() -> archive.read(row))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("summary/2020-09/alliance.nq")
                .hasMessageContaining("damaged");
        assertThat(archive.isCurrent(ALLIANCE.name(), row.inputs())).isFalse();

        assertThat(put(ALLIANCE, Graphs.from(row.inputs(), ALLIANCE))).isEqualTo(Novelty.CHANGED);
        assertThat(archive.entry(ALLIANCE.name()).orElseThrow().version()).isEqualTo(1);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void halfAManifestIsNoManifest() throws IOException {
        Graphs.keep(archive, ALLIANCE, Graphs.summary("summary/2020-10/burnout", "Burnout"));
        archive.close();
        Path manifest = store.resolve("manifest.jsonl");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.substring(0, text.indexOf('\n', text.indexOf('\n') + 1) + 1));

        assertThatThrownBy(() -> GraphArchive.open(store))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("manifest.jsonl")
                .hasMessageContaining("does not match its digest");
        Files.writeString(manifest, text);
        open();
    }

    @Test
    void aSecondOpeningIsRefusedByThePidOfTheFirst() {
        assertThatThrownBy(() -> GraphArchive.open(store))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(
                        "in use by process " + ProcessHandle.current().pid());
    }

    @Test
    void tellsWhetherAProcessHasItOpen() throws IOException {
        assertThat(GraphArchive.isInUse(store)).isTrue();
        assertThat(archive.isWritable()).isTrue();
        archive.close();

        assertThat(GraphArchive.isInUse(store)).isFalse();
        assertThat(archive.isWritable()).isFalse();
        assertThat(GraphArchive.isInUse(Files.createTempDirectory("none"))).isFalse();
        assertThatThrownBy(() -> GraphArchive.openForReading(store.resolve("none")))
                .hasMessageContaining("is no store: there is no such folder");
        open();
    }

    @Test
    void listsItsFilesWhetherOrNotTheyAreKnown() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        Files.writeString(store.resolve("graphs/letter.txt"), "Dear reader");

        assertThat(archive.files()).containsExactly("letter.txt", "summary/2020-09/alliance.nq");
    }

    @Test
    void theStateOfAGraphThatWasReadTellsWhenItWasModified() {
        put(ALLIANCE, new Origin("a", "alliance", "0".repeat(64), List.of()));
        assertThat(entry().isRead()).isTrue();
        assertThat(entry().state()).isEqualTo(entry().sha256() + " " + FIRST);

        Graphs.keep(archive, BURNOUT);
        ArchiveEntry other = archive.entry(BURNOUT.name()).orElseThrow();
        assertThat(other.isRead()).isFalse();
        assertThat(other.state()).isEqualTo(other.sha256());
    }

    @Test
    void aDigestThatIsNoneIsRefused() {
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE, new Origin("a", "alliance", "a page", List.of()));

            assertThatThrownBy(batch::commit)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(ALLIANCE.name())
                    .hasMessageContaining("expected SHA-256");
        }
    }

    @Test
    void theLastThatABatchIsToldOfAGraphCounts() {
        Graphs.keep(archive, BURNOUT);
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE);
            batch.remove(ALLIANCE.name(), "second thoughts", Registration.By.EDITOR);
            batch.remove(BURNOUT.name(), "second thoughts", Registration.By.EDITOR);
            assertThat(batch.isCurrent(BURNOUT.name(), entryOf(BURNOUT).inputs()))
                    .isFalse();
            batch.put(BURNOUT);
            assertThat(batch.isCurrent(BURNOUT.name(), entryOf(BURNOUT).inputs()))
                    .isTrue();
            assertThat(batch.commit()).isEmpty();
        }
        assertThat(archive.entries()).extracting(ArchiveEntry::graph).containsExactly(BURNOUT.name());
    }

    private ArchiveEntry entryOf(NamedGraph graph) {
        return archive.entry(graph.name()).orElseThrow();
    }

    @Test
    void canBeReadWhileItIsOpen() {
        Graphs.keep(archive, ALLIANCE);
        try (GraphArchive reader = GraphArchive.openForReading(store)) {
            ArchiveEntry row = reader.entry(ALLIANCE.name()).orElseThrow();
            Graphs.keep(archive, ALLIANCE_2);

            assertThat(Graphs.quads(reader.read(row))).isEqualTo(Graphs.quads(ALLIANCE_2));
            assertThatThrownBy(reader::batch)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not open for writing");
        }
    }

    @Test
    void anInterruptedThreadSeesNoDamageAndCommits() {
        Graphs.keep(archive, ALLIANCE);
        String inputs = entry().inputs();
        Thread.currentThread().interrupt();

        assertThat(archive.isCurrent(ALLIANCE.name(), inputs)).isTrue();
        Graphs.keep(archive, ALLIANCE_2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Verification.ofArchive(archive)).isEmpty();
        assertThat(archive.entry(ALLIANCE.name()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anEmptyGraphIsRefused() {
        NamedGraph empty = Graphs.graph(ALLIANCE.name(), Graphs.BASE, "");

        try (ArchiveBatch batch = archive.batch()) {
            assertThatThrownBy(() -> batch.put(empty))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("is empty");
        }
    }

    @Test
    void aBlankNodeIsRefusedBeforeAnythingIsWritten() {
        NamedGraph blank = Graphs.graph("http://localhost:3030/x", Graphs.BASE, "[] <http://a/p> 1 .");

        try (ArchiveBatch batch = archive.batch()) {
            assertThatThrownBy(() -> batch.put(blank)).isInstanceOf(IllegalArgumentException.class);
            batch.commit();
        }
        assertThat(archive.entries()).isEmpty();
    }

    private Novelty put(NamedGraph graph, Origin origin) {
        try (ArchiveBatch batch = archive.batch()) {
            Novelty novelty = batch.put(graph, origin);
            batch.commit();
            return novelty;
        }
    }

    private ArchiveEntry entry() {
        return archive.entry(ALLIANCE.name()).orElseThrow();
    }

    private void reopen() {
        archive.close();
        open();
    }
}
