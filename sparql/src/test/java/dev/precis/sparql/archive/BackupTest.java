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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final byte[] PAGE = {1, 2, 3};
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private Path copy = Path.of("");
    private GraphArchive archive;
    private String page = "";

    @BeforeEach
    void keepASummaryWithItsPage() {
        copy = folder.resolve("copy");
        archive = GraphArchive.open(folder.resolve("store"));
        page = archive.snapshots().put(PAGE, "text/html");
        archive.snapshots().putText(page, "One, two, three.");
        try (ArchiveBatch batch = archive.batch()) {
            batch.put(ALLIANCE, new Origin("a", "alliance", page, List.of("title Alliance")));
            batch.put(BURNOUT);
            batch.commit();
        }
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void theCopyIsAStoreWithItsHistory() {
        // two graphs; a page, its type, its text; register, history and what says that it is a store
        assertThat(backUp()).isEqualTo(new Backup.Result(2, 8, List.of()));

        try (GraphArchive copied = GraphArchive.openForReading(copy)) {
            assertThat(copied.entries()).isEqualTo(archive.entries());
            assertThat(copied.registrations())
                    .isEqualTo(archive.registrations())
                    .hasSize(1);
            assertThat(copied.version()).isEqualTo(archive.version());
            assertThat(copied.snapshots().bytes(page)).contains(PAGE);
            assertThat(copied.snapshots().text(page)).contains("One, two, three.");
            assertThat(copied.snapshots().contentType(page)).contains("text/html");
            assertThat(Verification.ofArchive(copied)).isEmpty();
        }
        assertThat(copy.resolve("changes.jsonl")).hasSameTextualContentAs(folder.resolve("store/changes.jsonl"));
        GraphArchive.open(copy).close();
    }

    @Test
    void theNextOneCopiesWhatIsNewAndTakesOutWhatIsGone() {
        backUp();
        assertThat(backUp()).isEqualTo(new Backup.Result(2, 0, List.of()));

        archive.snapshots().putText(page, "One, two, four.");
        Graphs.remove(archive, BURNOUT);
        // the text, the register, the history, what was taken out
        assertThat(backUp()).isEqualTo(new Backup.Result(1, 4, List.of()));

        try (GraphArchive copied = GraphArchive.openForReading(copy)) {
            assertThat(copied.entries()).isEqualTo(archive.entries());
            assertThat(copied.snapshots().text(page)).contains("One, two, four.");
            assertThat(Verification.ofArchive(copied)).isEmpty();
        }
        assertThat(copy.resolve("changes.jsonl")).hasSameTextualContentAs(folder.resolve("store/changes.jsonl"));
    }

    @Test
    void aPageThatNoGraphCameFromIsCopiedToo() {
        String list = archive.snapshots().put(new byte[] {7}, "text/html");
        backUp();

        assertThat(Snapshots.ofPages(copy).isWhole(list)).isTrue();
    }

    @Test
    void settingsAreCopiedAndFollowTheirFolder() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), "name: One");
        Path topics = Files.writeString(folder.resolve("topics.ttl"), "# none");
        backUp(Map.of("blog/profile.yaml", profile, "blog/topics.ttl", topics));
        assertThat(copy.resolve("sources/blog/profile.yaml")).hasContent("name: One");

        Files.writeString(profile, "name: Two");
        backUp(Map.of("blog/profile.yaml", profile));
        assertThat(copy.resolve("sources/blog/profile.yaml")).hasContent("name: Two");
        assertThat(copy.resolve("sources/blog/topics.ttl")).doesNotExist();
    }

    @Test
    void settingsOfASourceDoNotGoUnlessForced() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), "name: One");
        backUp(Map.of("blog/profile.yaml", profile));

        assertThatThrownBy(this::backUp)
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("settings of the source blog");
        assertThat(copy.resolve("sources/blog/profile.yaml")).exists();
        Backup.of(store()).forced(true).into(copy);
        assertThat(copy.resolve("sources/blog/profile.yaml")).doesNotExist();
    }

    @Test
    void mendsAFileOfTheCopy() throws IOException {
        backUp();
        Files.writeString(copy.resolve("graphs/summary/2020-10/burnout.nq"), "no quads");

        assertThat(backUp()).isEqualTo(new Backup.Result(2, 1, List.of()));
        assertWhole();
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("letter.txt"), "Dear reader");

        assertThatThrownBy(this::backUp)
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("is no store, and holds letter.txt");
        assertThat(copy.resolve("letter.txt")).hasContent("Dear reader");
        assertThat(copy).isDirectoryNotContaining("glob:**/lock");
    }

    @Test
    void anEmptyFolderWillDo() throws IOException {
        Files.createDirectories(copy);

        assertThat(backUp().graphs()).isEqualTo(2);
    }

    @Test
    void theStoreItselfIsNoPlaceForIt() {
        assertThatThrownBy(() -> Backup.of(store()).into(store().resolve("copy")))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("lies in the store itself");
    }

    @Test
    void whatIsNoStoreReplacesNothing() throws IOException {
        backUp();
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path withoutManifest = folder.resolve("without");
        Files.createDirectories(withoutManifest.resolve("graphs"));
        Files.writeString(withoutManifest.resolve("graphs/one.nq"), "");

        for (Path source : List.of(empty, withoutManifest)) {
            assertThatThrownBy(() -> Backup.of(source).into(copy)).isInstanceOf(StoreRefusedException.class);
        }
        assertWhole();
    }

    @Test
    void anotherStoreReplacesNothingUnlessForced() {
        backUp();
        Path other = folder.resolve("other");
        try (GraphArchive another =
                GraphArchive.open(other, InstantSource.fixed(Instant.parse("2020-01-01T00:00:00Z")))) {
            Graphs.keep(another, ALLIANCE, BURNOUT, Graphs.summary("summary/2021-01/other", "Other"));
        }

        assertThatThrownBy(() -> Backup.of(other).into(copy))
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("another store");
        assertWhole();
        assertThat(Backup.of(other).forced(true).into(copy).graphs()).isEqualTo(3);
        assertVerified();
    }

    @Test
    void aLaterCopyIsNotReplacedByAnEarlierState() {
        backUp();
        Path later = folder.resolve("later");
        Graphs.keep(archive, Graphs.summary("summary/2021-01/later", "Later"));
        Backup.of(store()).into(later);

        assertThatThrownBy(() -> Backup.of(copy).into(later)).isInstanceOf(StoreRefusedException.class);
    }

    @Test
    void aStoreThatLostMostOfItsGraphsReplacesNothingUnlessForced() {
        Graphs.keep(archive, Graphs.summary("summary/2021-01/third", "Third"));
        backUp();
        Graphs.remove(archive, ALLIANCE, BURNOUT);

        assertThatThrownBy(this::backUp)
                .isInstanceOf(StoreRefusedException.class)
                .hasMessageContaining("has 3 graphs, of which the store has 1 left");
        assertThat(copy.resolve("graphs/summary/2020-10/burnout.nq")).exists();
        assertThat(Backup.of(store()).forced(true).into(copy).graphs()).isEqualTo(1);
        assertVerified();
    }

    @Test
    void aDamagedGraphIsNamedAndNothingIsReplaced() throws IOException {
        backUp();
        mendAlliance();
        Graphs.keep(archive, Graphs.summary("summary/2020-10/burnout", "Burnout, mended"));
        Files.writeString(store().resolve("graphs/summary/2020-09/alliance.nq"), "no quads");
        Files.writeString(store().resolve("graphs/summary/2020-10/burnout.nq"), "no quads");

        assertThatThrownBy(this::backUp)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot back up")
                .hasMessageContaining("graphs/summary/2020-09/alliance.nq: the file is damaged")
                .hasMessageContaining("graphs/summary/2020-10/burnout.nq: the file is damaged");
        assertVerified();
        assertThat(copy.resolve("staged")).doesNotExist();
    }

    @Test
    void aDamagedFileThatTheCopyHasWholeIsNamedAndStays() throws IOException {
        backUp();
        Files.writeString(store().resolve("graphs/summary/2020-10/burnout.nq"), "no quads");
        Files.writeString(
                store().resolve("snapshots").resolve(page.substring(0, 2)).resolve(page), "rot");

        Backup.Result result = backUp();
        assertThat(result.damaged()).hasSize(2);
        assertThat(result.damaged().getFirst()).startsWith("graphs/summary/2020-10/burnout.nq: the file is damaged");
        assertThat(result.damaged().getLast()).contains(page, "damaged");
        assertVerified();
    }

    @Test
    void aFirstCopyOfADamagedStoreIsNone() throws IOException {
        Files.writeString(store().resolve("graphs/summary/2020-10/burnout.nq"), "no quads");

        assertThatThrownBy(this::backUp).hasMessageContaining("burnout.nq: the file is damaged");
        assertThat(copy.resolve("manifest.jsonl")).doesNotExist();
    }

    /** Every state in which a process may leave a copy that it replaces. */
    @Test
    void whereverItDiesTheCopyIsTheOldOneOrTheNewOne() throws IOException {
        backUp();
        Path image = folder.resolve("image");
        mendAlliance();
        ArchiveFolder folder = new ArchiveFolder(copy);
        Manifest before = folder.peek();
        Manifest state = new ArchiveFolder(store()).peek();
        StagedCopy staged = new StagedCopy(copy, folder);
        for (ArchiveEntry row : state.rows().values()) {
            if (folder.defect(row, false).isPresent()) {
                staged.graph(row, new ArchiveFolder(store()).read(row));
            }
        }
        staged.besides("changes.jsonl", new ArchiveFolder(store()).peekLog(state));
        copyTree(copy, image);
        assertHolds(image, before); // laid down only
        folder.announce(new Manifest(state.version(), ArchiveFolder.COPY, state.rows()));
        copyTree(copy, image);
        assertHolds(image, state); // announced
        Path graph = copy.resolve("staged/copy")
                .resolve(state.rows().get(ALLIANCE.name()).sha256());
        DurableFiles.move(graph, copy.resolve("graphs/summary/2020-09/alliance.nq"));
        copyTree(copy, image);
        assertHolds(image, state); // half-way in place
        DurableFiles.move(copy.resolve("staged/copy/besides/changes.jsonl"), copy.resolve("changes.jsonl"));
        copyTree(copy, image);
        assertHolds(image, state);
        assertThat(image.resolve("changes.jsonl")).hasSameTextualContentAs(store().resolve("changes.jsonl"));
    }

    private void mendAlliance() {
        try (ArchiveBatch batch = archive.batch()) {
            NamedGraph mended = Graphs.summary("summary/2020-09/alliance", "Alliance, mended");
            batch.put(mended, new Origin("b", "mended", page, List.of("title Alliance")));
            batch.commit();
        }
    }

    private void assertHolds(Path image, Manifest state) throws IOException {
        try (GraphArchive reader = GraphArchive.openForReading(image)) {
            assertThat(reader.entries()).containsExactlyElementsOf(state.rows().values());
            reader.entries().forEach(reader::read);
        }
        try (GraphArchive opened = GraphArchive.open(image)) {
            assertThat(opened.entries()).containsExactlyElementsOf(state.rows().values());
            assertThat(Verification.ofArchive(opened)).isEmpty();
            assertThat(opened.version()).isEqualTo(state.version());
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        DurableFiles.deleteTree(to);
        for (Path file : DurableFiles.files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private void assertWhole() {
        assertVerified();
        try (GraphArchive copied = GraphArchive.openForReading(copy)) {
            assertThat(copied.entries()).isEqualTo(archive.entries());
        }
    }

    private void assertVerified() {
        try (GraphArchive copied = GraphArchive.openForReading(copy)) {
            assertThat(Verification.ofArchive(copied)).isEmpty();
        }
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Backup.Result backUp() {
        return backUp(Map.of());
    }

    private Backup.Result backUp(Map<String, Path> settings) {
        return Backup.of(store()).with(settings).into(copy);
    }
}
