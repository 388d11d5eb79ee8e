package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What commands do with a store that is being served. */
@Timeout(120)
class BesideServerTest {
    @TempDir
    private Path folder;

    private Served served;

    @BeforeEach
    void serve() {
        Outcome ingest = Cli.run("ingest", "--store", store(), "--sources", Sources.FOLDER, Cli.summary(folder, "One"));
        assertThat(ingest.code()).as(ingest.err()).isZero();
        served = new Served(store(), folder.resolve("drop"));
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void verifyLooksAtAllOfIt() {
        Outcome whole = Cli.run("verify", "--store", store());

        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.err()).isEmpty();
        assertThat(whole.out()).contains(" 0 differences");
    }

    @Test
    void verifyFindsWhatIsDamaged() throws IOException {
        Files.writeString(graph(), "damaged");
        Outcome damaged = Cli.run("verify", "--store", store());

        assertThat(damaged.code()).isEqualTo(1);
        assertThat(damaged.err()).contains("one.nq: the file is damaged");
        assertThat(damaged.out()).contains(" 1 differences");
    }

    @Test
    void rebuildIsDoneByTheServer() {
        Outcome rebuilt = Cli.run("rebuild", "--store", store(), "--sources", Sources.FOLDER);

        assertThat(rebuilt.code()).as(rebuilt.err()).isZero();
        assertThat(rebuilt.out()).contains("graphs indexed");
    }

    @Test
    void whatIsInQuarantineIsTriedAgainByTheServer() {
        Path file = Cli.write(folder.resolve("wrong.md"), "---\ntitle: Wrong\n---\nA text.\n");
        assertThat(Cli.run("ingest", "--store", store(), "--sources", Sources.FOLDER, file)
                        .code())
                .isEqualTo(1);
        String id = Cli.run("quarantine", "list", "--store", store()).out().split(" ")[0];

        Outcome retried = Cli.run("quarantine", "retry", id, "--store", store(), "--sources", Sources.FOLDER);
        assertThat(retried.code()).isEqualTo(1);
        assertThat(retried.err()).contains("wrong.md:2: ", "month");
        Outcome ignored = Cli.run("quarantine", "ignore", id, "--store", store());
        assertThat(ignored.out()).isEqualTo("1 ignored until their content changes\n");
        assertThat(Cli.run("quarantine", "list", "--store", store()).out()).isEqualTo("0 in quarantine\n");
    }

    @Test
    void rebuildSaysAtOnceWhichGraphIsMissing() throws IOException {
        Files.delete(graph());
        Outcome failed = Cli.run("rebuild", "--store", store(), "--sources", Sources.FOLDER);

        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(failed.err()).contains("one.nq: the file is missing", "restore it from a backup");
        assertThat(store().resolve("requests")).isEmptyDirectory();
        assertThat(Cli.run("verify", "--store", store()).err()).contains("one.nq: the file is missing");
    }

    @Test
    void whereNobodyTakesRequestsVerifyLooksAtTheFilesAndRebuildSaysSo() {
        served.stop();
        Outcome files = Cli.run("verify", "--store", store());
        Outcome rebuild = Cli.run("rebuild", "--store", store(), "--sources", Sources.FOLDER);

        assertThat(files.code()).as(files.err()).isZero();
        assertThat(files.err()).contains("the index was not looked at", "in use by process");
        assertThat(rebuild.code()).isEqualTo(1);
        assertThat(rebuild.err()).contains("does not serve it: wait until it ends");
    }

    private Path graph() throws IOException {
        try (Stream<Path> files = Files.walk(store().resolve("graphs"))) {
            return files.filter(file -> file.endsWith("one.nq")).findFirst().orElseThrow();
        }
    }

    private Path store() {
        return folder.resolve("store");
    }
}
