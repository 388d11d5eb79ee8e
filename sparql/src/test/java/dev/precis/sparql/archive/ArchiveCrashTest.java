package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.index.MemoryFolder;
import dev.precis.sparql.index.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every state in which a process may leave a store when it dies within a commit. */
class ArchiveCrashTest {
    private static final NamedGraph OLD = Graphs.summary("summary/2020-09/alliance", "Old");
    private static final NamedGraph NEW = Graphs.summary("summary/2020-09/alliance", "New");
    private static final NamedGraph MORE = Graphs.summary("summary/2020-10/burnout", "More");

    private static final NamedGraph GONE = Graphs.summary("summary/2020-09/gone", "Gone");
    private static final Instant INSTANT = Instant.parse("2020-12-01T00:00:00Z");

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private ArchiveFolder folder() {
        return new ArchiveFolder(store);
    }

    private Manifest before = Manifest.EMPTY;
    private NextState next = new NextState(Manifest.EMPTY, Register.EMPTY, List.of(), "", INSTANT);

    /** A store with two graphs, and a batch that replaces one, removes the other and brings a third. */
    @BeforeEach
    void keepTheOldAndPrepareTheNew() throws IOException {
        Graphs.keep(store, OLD, GONE);
        try (GraphArchive archive = GraphArchive.open(store)) {
            ArchiveBatch batch = archive.batch(); // which nobody closes, since the process dies
            batch.put(NEW, new Origin("n", "new", "", List.of("title New")));
            batch.put(MORE);
            batch.remove(GONE.name(), "it was withdrawn", Registration.By.EDITOR);
            before = folder().peek();
            next = new NextState(before, Register.EMPTY, batch.steps(), batch.name(), INSTANT);
        }
    }

    @Test
    void stagedOnlyIsTheOldState() {
        assertHolds(OLD, GONE);
        assertThat(changes()).containsExactly("1 PUT alliance", "1 PUT gone");
    }

    @Test
    void withARegisterButNoManifestToComeItIsTheOldState() {
        DurableFiles.write(
                store.resolve("register.next.jsonl"),
                next.register().orElseThrow().write());

        assertHolds(OLD, GONE);
        assertThat(folder().register()).isEqualTo(Register.EMPTY);
    }

    @Test
    void announcedIsTheNewState() throws IOException {
        announce();

        assertHoldsTheNew();
    }

    @Test
    void halfCarriedOutIsTheNewState() throws IOException {
        announce();
        move(NEW);

        assertHoldsTheNew();
    }

    @Test
    void carriedOutExceptForTheLogIsTheNewState() throws IOException {
        announce();
        move(NEW);
        move(MORE);
        folder().delete(before.rows().get(GONE.name()).file());

        assertHoldsTheNew();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 200, 1_000})
    void withTheLogCutAnywhereItIsTheNewState(int bytes) throws IOException {
        announce();
        move(MORE);
        Path log = store.resolve("changes.jsonl");
        byte[] old = Files.readAllBytes(log);
        folder().log().append(next.changes(), next.manifest().version());
        byte[] all = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(all, Math.min(all.length, old.length + bytes)));

        assertHoldsTheNew();
    }

    @Test
    void carriedOutExceptForTheManifestIsTheNewState() throws IOException {
        announce();
        move(NEW);
        move(MORE);
        folder().delete(before.rows().get(GONE.name()).file());
        folder().log().append(next.changes(), next.manifest().version());
        DurableFiles.move(store.resolve("register.next.jsonl"), store.resolve("register.jsonl"));

        assertHoldsTheNew();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 500, 5_000})
    void withTheManifestCutAnywhereItIsTheNewState(int bytes) throws IOException {
        announce();
        move(NEW);
        move(MORE);
        folder().delete(before.rows().get(GONE.name()).file());
        folder().log().append(next.changes(), next.manifest().version());
        append("manifest", bytes);

        try (GraphArchive reader = GraphArchive.openForReading(store)) {
            assertThat(reader.entries()).extracting(ArchiveEntry::graph).containsExactly(NEW.name(), MORE.name());
        }
        assertHoldsTheNew();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 5_000})
    void withTheRegisterCutAnywhereItIsTheNewState(int bytes) throws IOException {
        DurableFiles.write(store.resolve("register.jsonl"), Register.EMPTY.write());
        announce();
        assertThat(append("register", bytes)).isPositive();

        assertHoldsTheNew();
    }

    /** Does a part of what is announced of a file. */
    private int append(String file, int bytes) throws IOException {
        byte[] announced = Files.readAllBytes(store.resolve(file + ".next.jsonl"));
        assertThat(new String(announced, StandardCharsets.UTF_8)).contains("\"at\":");
        Files.write(
                store.resolve(file + ".jsonl"),
                Arrays.copyOf(announced, Math.min(announced.length, bytes)),
                StandardOpenOption.APPEND);
        return announced.length;
    }

    @Test
    void aDamagedBlockThatNothingAnnouncesIsNotOverlooked(@TempDir(factory = MemoryFolder.class) Path copy)
            throws IOException {
        GraphArchive archive = GraphArchive.open(store); // which nobody closes, since the process dies
        Graphs.keep(archive, MORE);
        Path manifest = store.resolve("manifest.jsonl");
        String text = Files.readString(manifest);
        assertThat(text).contains("\"at\":");
        DurableFiles.copyTree(store, copy);
        Files.writeString(copy.resolve("manifest.jsonl"), text.replace("burnout.nq", "burnoot.nq"));

        assertThatThrownBy(() -> GraphArchive.openForReading(copy))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("manifest.jsonl: does not match its digest");
        Files.writeString(copy.resolve("manifest.jsonl"), text.substring(0, text.length() - 10));
        assertThatThrownBy(() -> GraphArchive.openForReading(copy)).isInstanceOf(StoreRefusedException.class);
        archive.close();
    }

    @Test
    void whatWasAppendedToIsOneSortedLineANameWhenTheStoreIsGivenBack() throws IOException {
        Path manifest = store.resolve("manifest.jsonl");
        try (GraphArchive archive = GraphArchive.open(store)) {
            Graphs.keep(archive, MORE);
            assertThat(Files.readAllLines(manifest)).hasSize(1 + 2 + 1 + 1);
        }
        assertThat(Files.readAllLines(manifest)).hasSize(1 + 3);
        assertHolds(OLD, GONE, MORE);
    }

    @Test
    void aReaderSeesTheNewStateAsSoonAsItIsAnnounced() throws IOException {
        announce();

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
        try (GraphArchive archive = GraphArchive.open(store);
                ArchiveBatch failing = archive.batch()) {
            failing.put(MORE);
            Path obstacle = store.resolve("graphs/summary/2020-10/burnout.nq/in-the-way");
            Files.createDirectories(obstacle);

            assertThatThrownBy(failing::commit)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("cannot commit");
            assertThat(archive.entry(MORE.name())).isEmpty();

            DurableFiles.deleteTree(obstacle.getParent());
            Graphs.keep(archive, NEW);
        }
        assertHolds(NEW, MORE, GONE);
        assertThat(changes()).containsExactly("1 PUT alliance", "1 PUT gone", "2 PUT burnout", "3 PUT alliance");
    }

    @Test
    void aBatchThatIsClosedAfterItsCommitFailedHalfWayIsCarriedOutAllTheSame() throws IOException {
        Path obstacle = store.resolve("graphs/summary/2020-10/burnout.nq/in-the-way");
        try (GraphArchive archive = GraphArchive.open(store)) {
            Files.createDirectories(obstacle);
            try (ArchiveBatch failing = archive.batch()) {
                failing.put(MORE);
                assertThatThrownBy(failing::commit).hasMessageContaining("cannot commit");
            }
            DurableFiles.deleteTree(obstacle.getParent());
            Graphs.keep(archive, NEW);
        }
        assertHolds(NEW, MORE, GONE);
    }

    @Test
    void aBatchThatCouldNotBeAnnouncedIsGone() throws IOException {
        Path obstacle = store.resolve("manifest.next.jsonl/in-the-way");
        try (GraphArchive archive = GraphArchive.open(store)) {
            Files.createDirectories(obstacle);
            try (ArchiveBatch failing = archive.batch()) {
                failing.put(MORE, new Origin("m", "more", "", List.of("title More")));
                assertThatThrownBy(failing::commit).isInstanceOf(UncheckedIOException.class);
            }
            DurableFiles.deleteTree(obstacle.getParent());
            Graphs.keep(archive, NEW);
        }
        assertHolds(NEW, GONE);
        assertThat(folder().register()).isEqualTo(Register.EMPTY);
    }

    private void announce() throws IOException {
        folder().announce(before, next.manifest(), Register.EMPTY, next.register());
    }

    private void move(NamedGraph graph) throws IOException {
        ArchiveEntry row = next.manifest().rows().get(graph.name());
        Path target = folder().file(row);
        DurableFiles.createParent(target);
        DurableFiles.move(
                store.resolve("staged").resolve(next.manifest().staged()).resolve(row.sha256()), target);
    }

    private void assertHoldsTheNew() {
        assertHolds(NEW, MORE);
        assertThat(folder().register()).isEqualTo(next.register().orElseThrow());
        assertThat(changes())
                .containsExactly("1 PUT alliance", "1 PUT gone", "2 PUT alliance", "2 REMOVED gone", "2 PUT burnout");
    }

    /** Each line of the log as version, kind and the end of the graph's name. */
    private List<String> changes() {
        try {
            return Files.readAllLines(store.resolve("changes.jsonl")).stream()
                    .map(line -> line.replaceAll(
                            ".*\"version\":(\\d+).*/([^/\"]+)\",\"base.*\"change\":\"(\\w+)\".*", "$1 $3 $2"))
                    .map(line -> line.replace("put", "PUT").replace("removed", "REMOVED"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertHolds(NamedGraph... graphs) {
        try (GraphArchive archive = GraphArchive.open(store)) {
            assertThat(Verification.ofArchive(archive)).isEmpty();
            List<List<String>> expected = Stream.of(graphs)
                    .sorted(Comparator.comparing(NamedGraph::name))
                    .map(Graphs::quads)
                    .toList();
            assertThat(archive.entries())
                    .extracting(archive::read)
                    .extracting(Graphs::quads)
                    .isEqualTo(expected);
        }
        assertThat(store.resolve("manifest.next.jsonl")).doesNotExist();
        assertThat(store.resolve("register.next.jsonl")).doesNotExist();
        assertThat(store.resolve("staged")).doesNotExist();
    }
}
