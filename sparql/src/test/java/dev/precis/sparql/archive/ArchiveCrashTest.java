package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every state in which a process may leave a store when it dies within a commit. */
class ArchiveCrashTest {
    private static final NamedGraph OLD = Graphs.summary("summary/2020-09/alliance", "Old");
    private static final NamedGraph NEW = Graphs.summary("summary/2020-09/alliance", "New");
    private static final NamedGraph MORE = Graphs.summary("summary/2020-10/burnout", "More");

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private final TreeMap<String, ArchiveEntry> batch = new TreeMap<>();
    private ArchiveFolder folder;

    @BeforeEach
    void keepTheOldAndPrepareTheNew() throws IOException {
        Graphs.keep(store, OLD);
        // what the commit of NEW and MORE would say, from a store where it went well
        Path twin = Files.createTempDirectory(store.getParent(), "twin");
        Graphs.keep(twin, OLD);
        try (GraphArchive archive = GraphArchive.open(twin)) {
            Graphs.keep(archive, NEW, MORE);
            archive.entries().forEach(row -> batch.put(row.graph(), row));
        }
        DurableFiles.deleteTree(twin);
        folder = new ArchiveFolder(store);
        folder.recover();
        folder.stage(batch.get(NEW.name()).file(), NQuads.write(NEW));
        folder.stage(batch.get(MORE.name()).file(), NQuads.write(MORE));
    }

    @Test
    void stagedOnlyIsTheOldState() {
        assertHolds(OLD);
    }

    @Test
    void announcedIsTheNewState() throws IOException {
        folder.announce(batch.values(), batch);

        assertHolds(NEW, MORE);
    }

    @Test
    void halfCarriedOutIsTheNewState() throws IOException {
        folder.announce(batch.values(), batch);
        Path file = Path.of(batch.get(NEW.name()).file());
        DurableFiles.move(
                store.resolve("staged").resolve(file), store.resolve("graphs").resolve(file));

        assertHolds(NEW, MORE);
    }

    @Test
    void whatWasStagedButNotAnnouncedStaysOut() throws IOException {
        batch.remove(NEW.name());
        SortedMap<String, ArchiveEntry> withOld = new TreeMap<>(folder.peek());
        withOld.putAll(batch);
        folder.announce(batch.values(), withOld);

        assertHolds(OLD, MORE);
    }

    @Test
    void carriedOutExceptForTheManifestIsTheNewState() throws IOException {
        folder.announce(batch.values(), batch);
        for (ArchiveEntry row : batch.values()) {
            Path target = store.resolve("graphs").resolve(row.file());
            DurableFiles.createParent(target);
            DurableFiles.move(store.resolve("staged").resolve(row.file()), target);
        }

        assertHolds(NEW, MORE);
    }

    @Test
    void aReaderSeesTheNewStateAsSoonAsItIsAnnounced() throws IOException {
        folder.announce(batch.values(), batch);

        try (GraphArchive reader = GraphArchive.openForReading(store)) {
            assertThat(reader.entries())
                    .extracting(reader::read)
                    .extracting(Graphs::quads)
                    .containsExactly(Graphs.quads(NEW), Graphs.quads(MORE));
        }
        assertThat(store.resolve("manifest.next.jsonl")).exists();
    }

    @Test
    void aCommitThatFailsHalfWayIsCarriedOutByTheNext() throws IOException {
        try (GraphArchive archive = GraphArchive.open(store)) {
            archive.stage(MORE, "m", "");
            Path obstacle = store.resolve("graphs/summary/2020-10/burnout.nq/in-the-way");
            Files.createDirectories(obstacle);

            assertThatThrownBy(archive::commit)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot commit");
            assertThat(archive.entry(MORE.name())).isEmpty();

            DurableFiles.deleteTree(obstacle.getParent());
            archive.stage(NEW, "n", "");
            archive.commit();
        }
        assertHolds(NEW, MORE);
    }

    private void assertHolds(NamedGraph... graphs) {
        try (GraphArchive archive = GraphArchive.open(store)) {
            assertThat(Verification.ofArchive(archive)).isEmpty();
            List<List<String>> expected = Stream.of(graphs).map(Graphs::quads).toList();
            assertThat(archive.entries())
                    .extracting(archive::read)
                    .extracting(Graphs::quads)
                    .isEqualTo(expected);
        }
        assertThat(store.resolve("manifest.next.jsonl")).doesNotExist();
        assertThat(store.resolve("staged")).doesNotExist();
    }
}
