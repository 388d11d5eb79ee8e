package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphArchiveTest {
    private static final Instant FIRST = Instant.parse("2020-09-01T12:00:00Z");
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph ALLIANCE_2 = Graphs.summary("summary/2020-09/alliance", "The Alliance");

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
        assertThat(archive.stage(ALLIANCE, "a", "")).isEqualTo(Change.NEW);
        assertThat(archive.entries()).isEmpty();
        archive.commit();

        ArchiveEntry row = archive.entry(ALLIANCE.name()).orElseThrow();
        assertThat(row.file()).isEqualTo("summary/2020-09/alliance.nq");
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.base()).isEqualTo(Graphs.BASE);
        assertThat(row.updated()).isEqualTo(FIRST);
        assertThat(Files.readAllBytes(store.resolve("graphs").resolve(row.file())))
                .isEqualTo(NQuads.write(ALLIANCE));
        assertThat(Graphs.quads(archive.read(row))).isEqualTo(Graphs.quads(ALLIANCE));
    }

    @Test
    void theSameInputAgainChangesNotAByte() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        byte[] before = Files.readAllBytes(store.resolve("manifest.jsonl"));
        reopen();
        now = FIRST.plusSeconds(3600);
        String content = archive.entry(ALLIANCE.name()).orElseThrow().content();

        assertThat(archive.isCurrent(ALLIANCE.name(), content)).isTrue();
        assertThat(archive.stage(ALLIANCE, content, "")).isEqualTo(Change.UNCHANGED);
        archive.commit();

        assertThat(Files.readAllBytes(store.resolve("manifest.jsonl"))).isEqualTo(before);
    }

    @Test
    void anotherInputThatSaysTheSameIsOnlyNoted() {
        Graphs.keep(archive, ALLIANCE);
        now = FIRST.plusSeconds(3600);

        assertThat(archive.stage(ALLIANCE, "other mark-up", "")).isEqualTo(Change.UNCHANGED);
        archive.commit();

        ArchiveEntry row = archive.entry(ALLIANCE.name()).orElseThrow();
        assertThat(row.version()).isEqualTo(1);
        assertThat(row.updated()).isEqualTo(FIRST);
        assertThat(archive.isCurrent(ALLIANCE.name(), "other mark-up")).isTrue();
    }

    @Test
    void aChangedGraphIsTheNextVersion() {
        Graphs.keep(archive, ALLIANCE);
        now = FIRST.plusSeconds(3600);

        assertThat(archive.stage(ALLIANCE_2, "b", "")).isEqualTo(Change.CHANGED);
        archive.commit();

        ArchiveEntry row = archive.entry(ALLIANCE.name()).orElseThrow();
        assertThat(row.version()).isEqualTo(2);
        assertThat(row.updated()).isEqualTo(now);
        assertThat(Graphs.quads(archive.read(row))).isEqualTo(Graphs.quads(ALLIANCE_2));
    }

    @Test
    void aChangeTakenBackBeforeTheCommitIsNone() {
        Graphs.keep(archive, ALLIANCE);
        archive.stage(ALLIANCE_2, "b", "");

        assertThat(archive.stage(ALLIANCE, "c", "")).isEqualTo(Change.UNCHANGED);
        archive.commit();

        assertThat(archive.entry(ALLIANCE.name()).orElseThrow().version()).isEqualTo(1);
        assertThat(Verification.ofArchive(archive)).isEmpty();
    }

    @Test
    void whatWasNotCommittedIsGone() {
        archive.stage(ALLIANCE, "a", "");
        reopen();

        assertThat(archive.entries()).isEmpty();
        assertThat(archive.isCurrent(ALLIANCE.name(), "a")).isFalse();
        assertThat(store.resolve("staged")).doesNotExist();
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
        assertThat(archive.isCurrent(ALLIANCE.name(), row.content())).isFalse();

        assertThat(archive.stage(ALLIANCE, row.content(), "")).isEqualTo(Change.CHANGED);
        archive.commit();
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
    void canBeReadWhileItIsOpen() {
        Graphs.keep(archive, ALLIANCE);
        try (GraphArchive reader = GraphArchive.openForReading(store)) {
            ArchiveEntry row = reader.entry(ALLIANCE.name()).orElseThrow();
            Graphs.keep(archive, ALLIANCE_2);

            assertThat(Graphs.quads(reader.read(row))).isEqualTo(Graphs.quads(ALLIANCE_2));
            assertThatThrownBy(() -> reader.stage(ALLIANCE, "a", ""))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("not open for writing");
        }
    }

    @Test
    void anInterruptedThreadSeesNoDamageAndCommits() {
        Graphs.keep(archive, ALLIANCE);
        String content = archive.entry(ALLIANCE.name()).orElseThrow().content();
        Thread.currentThread().interrupt();

        assertThat(archive.isCurrent(ALLIANCE.name(), content)).isTrue();
        Graphs.keep(archive, ALLIANCE_2);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Verification.ofArchive(archive)).isEmpty();
        assertThat(archive.entry(ALLIANCE.name()).orElseThrow().version()).isEqualTo(2);
    }

    @Test
    void anEmptyGraphIsRefused() {
        NamedGraph empty = Graphs.graph(ALLIANCE.name(), Graphs.BASE, "");

        assertThatThrownBy(() -> archive.stage(empty, "a", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is empty");
    }

    @Test
    void aBlankNodeIsRefusedBeforeAnythingIsWritten() {
        NamedGraph blank = Graphs.graph("http://localhost:3030/x", Graphs.BASE, "[] <http://a/p> 1 .");

        assertThatThrownBy(() -> archive.stage(blank, "a", "")).isInstanceOf(IllegalArgumentException.class);
        archive.commit();
        assertThat(archive.entries()).isEmpty();
    }

    private void reopen() {
        archive.close();
        open();
    }
}
