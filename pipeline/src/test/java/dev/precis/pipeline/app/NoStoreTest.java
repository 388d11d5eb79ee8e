package dev.precis.pipeline.app;

import static dev.precis.pipeline.app.Cli.files;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands do with a folder that is no store, or no whole one. */
@Timeout(120)
class NoStoreTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"export", "verify", "rebuild", "backup", "release", "serve", "ingest"})
    void aFolderOfOtherThingsIsRefusedAndStaysAsItIs(String command) {
        Path other = folder.resolve("etc");
        Cli.write(other.resolve("hosts"), "127.0.0.1 localhost");
        Outcome refused = run(command, other);

        assertThat(refused.code()).as(refused.err()).isEqualTo(78);
        assertThat(refused.err()).contains(other.toString(), "is no store", "hosts");
        assertThat(refused.err().lines()).hasSize(1);
        assertThat(files(other)).containsOnlyKeys("hosts");
        assertThat(folder.resolve("copy")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "verify", "rebuild", "backup", "release", "serve"})
    void anEmptyFolderIsNoStoreEither(String command) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Outcome refused = run(command, empty);

        assertThat(refused.code()).as(refused.err()).isEqualTo(78);
        assertThat(refused.err()).contains(empty.toString(), "is no store");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void anEmptyFolderIsIngestedInto() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Files.createDirectory(empty.resolve("lost+found"));

        assertThat(run("ingest", empty).code()).isZero();
        assertThat(empty.resolve("store.json")).exists();
        assertThat(run("verify", empty).code()).isZero();
    }

    /**
     * The first thing that is written of a store is its manifest, beside its place; or a register is all that is left.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {"manifest.jsonl.new", "store.json.new", "captures.json.new", "removed/a.nq", "layouts/a.json"})
    void aStoreThatWasBegunIsGoneOnWith(String left) {
        Path begun = folder.resolve("begun");
        Cli.write(begun.resolve("lock"), "");
        Cli.write(begun.resolve(left), "");

        Outcome ingested = run("ingest", begun);
        assertThat(ingested.code()).as(ingested.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "verify", "rebuild", "backup", "release", "serve", "ingest"})
    void graphsWithoutAManifestAreRefused(String command) throws IOException {
        Path store = folder.resolve("store");
        run("ingest", store);
        Files.delete(store.resolve("manifest.jsonl"));
        var before = files(store);
        Outcome refused = run(command, store);

        assertThat(refused.code()).as(refused.err()).isEqualTo(78);
        assertThat(refused.err()).contains("manifest.jsonl", "restore it from a backup");
        assertThat(files(store)).isEqualTo(before);
    }

    @Test
    void aStoreOfAnEarlierFormatIsReadAndMarkedWhenItIsWritten() throws IOException {
        Path store = folder.resolve("store");
        run("ingest", store);
        Files.delete(store.resolve("store.json"));

        assertThat(run("verify", store).code()).isZero();
        assertThat(store.resolve("store.json")).doesNotExist();
        assertThat(run("ingest", store).code()).isZero();
        assertThat(store.resolve("store.json")).exists();
    }

    @Test
    void aStoreOfALaterFormatIsRefused() throws IOException {
        Path store = folder.resolve("store");
        run("ingest", store);
        Path mark = store.resolve("store.json");
        Files.writeString(mark, Files.readString(mark).replaceAll("\"format\":\\d+", "\"format\":99"));
        Outcome refused = run("export", store);

        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).contains("format 99", "newer");
    }

    @Test
    void aProfileThatIsRefusedIsASettingRefused() {
        Path sources = folder.resolve("sources");
        Cli.write(sources.resolve("blog/profile.yaml"), "nonsense: true\n");
        Outcome refused =
                Cli.run("ingest", "--store", folder.resolve("store"), "--sources", sources, Cli.summary(folder, "One"));

        assertThat(refused.code()).as(refused.err()).isEqualTo(78);
    }

    private Outcome run(String command, Path store) {
        return switch (command) {
            case "export" -> Cli.run("export", "--store", store, "--format", "nquads");
            case "verify" -> Cli.run("verify", "--store", store);
            case "backup" -> Cli.run("backup", "--store", store, "--sources", Sources.FOLDER, folder.resolve("copy"));
            case "release" -> Cli.run("release", "--store", store, "--sources", Sources.FOLDER, folder.resolve("copy"));
            case "ingest" ->
                Cli.run(
                        "ingest",
                        "--store",
                        store,
                        "--sources",
                        Sources.FOLDER,
                        Cli.summary(folder.resolve("in"), "One"));
            default -> Cli.run(command, "--store", store, "--sources", Sources.FOLDER);
        };
    }
}
