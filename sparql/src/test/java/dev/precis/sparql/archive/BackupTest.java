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
        assertThat(backUp()).isEqualTo(new Backup.Result(2, 5)); // two graphs; a page, its type, its text

        try (GraphArchive copied = GraphArchive.open(copy)) {
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
    }

    @Test
    void theNextOneCopiesWhatIsNewAndTakesOutWhatIsGone() {
        backUp();
        assertThat(backUp()).isEqualTo(new Backup.Result(2, 0));

        archive.snapshots().putText(page, "One, two, four.");
        Graphs.remove(archive, BURNOUT);
        assertThat(backUp()).isEqualTo(new Backup.Result(1, 3));

        try (GraphArchive copied = GraphArchive.open(copy)) {
            assertThat(copied.entries()).isEqualTo(archive.entries());
            assertThat(copied.snapshots().text(page)).contains("One, two, four.");
            assertThat(Verification.ofArchive(copied)).isEmpty();
        }
    }

    @Test
    void mendsAFileOfTheCopy() throws IOException {
        backUp();
        Files.writeString(copy.resolve("graphs/summary/2020-10/burnout.nq"), "no quads");

        assertThat(backUp()).isEqualTo(new Backup.Result(2, 1));
    }

    @Test
    void aFolderThatHoldsSomethingElseIsLeftAlone() throws IOException {
        Files.createDirectories(copy);
        Files.writeString(copy.resolve("letter.txt"), "Dear reader");

        assertThatThrownBy(this::backUp)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("something that is no backup");
        assertThat(copy.resolve("letter.txt")).hasContent("Dear reader");
    }

    @Test
    void anEmptyFolderWillDo() throws IOException {
        Files.createDirectories(copy);

        assertThat(backUp().graphs()).isEqualTo(2);
    }

    @Test
    void aDamagedFileIsNotCopied() throws IOException {
        Files.writeString(folder.resolve("store/graphs/summary/2020-10/burnout.nq"), "no quads");

        assertThatThrownBy(this::backUp)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot back up")
                .hasMessageContaining("summary/2020-10/burnout.nq: the file is damaged");
        assertThat(copy.resolve("manifest.jsonl")).doesNotExist();
    }

    private Backup.Result backUp() {
        return Backup.of(folder.resolve("store")).into(copy);
    }
}
