package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.scale.SomeStore;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store of SPARQL 1.1 beside ours has what an export has. */
@Timeout(120)
class SyncIT {
    private static final Pattern ADMIN = Pattern.compile("Admin: +(http://localhost:\\d+)/metrics");

    @TempDir
    private Path folder;

    private final SomeStore remote = new SomeStore();

    @BeforeEach
    void ingestOne() {
        ingest("One");
    }

    @AfterEach
    void close() {
        remote.close();
    }

    private void ingest(String title) {
        Outcome ingest = Cli.run("ingest", "--store", store(), "--sources", Sources.FOLDER, Cli.summary(folder, title));
        assertThat(ingest.code()).as(ingest.err()).isZero();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Outcome sync(String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("sync", "--store", store(), "--store-remote", remote.putting()), Stream.of(more))
                .toArray());
    }

    private String export(String... more) throws IOException {
        Path file = folder.resolve("export.nq");
        Outcome outcome = Cli.run(
                Stream.concat(Stream.of("export", "--store", store(), "--format", "nquads", file), Stream.of(more))
                        .toArray());
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return Files.readString(file);
    }

    /** All that the other store has, as an export has it. */
    private String there() {
        return remote.graphs().entrySet().stream()
                .flatMap(graph -> graph.getValue()
                        .lines()
                        .map(line -> line.substring(0, line.length() - 1) + "<" + graph.getKey() + "> .\n"))
                .sorted((one, other) -> java.util.Arrays.compareUnsigned(
                        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining());
    }

    @Test
    void hasWhatIsExportedAndMendsWhatIsLost() throws IOException {
        assertThat(sync().out()).contains(" has version ");
        assertThat(there()).isEqualTo(export());
        ingest("Two");
        assertThat(sync().code()).isZero();
        assertThat(there()).isEqualTo(export()).contains("two");

        String lost = remote.graphs().lastKey();
        remote.lose(Optional.of(lost));
        Outcome mended = sync("--verify");
        assertThat(mended.err()).isEqualTo("differed: " + lost + ": is not there\n");
        assertThat(mended.out()).contains(" 1 differed, 0 differ still");
        assertThat(mended.code()).isZero();
        assertThat(there()).isEqualTo(export());
    }

    @Test
    void hasAnExportUnderAnotherBase() throws IOException {
        assertThat(sync("--base-uri", "https://mirror.example/").code()).isZero();
        assertThat(there()).isEqualTo(export("--base-uri", "https://mirror.example/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1/sparql",
                "sparql=http://localhost:1/sparql",
                "gsp=http://localhost:1/data",
                "sparql=http://localhost:1/sparql,gsp=ftp://localhost/data",
                "sparql=http://ada:hush@localhost:1/sparql,gsp=http://localhost:1/data"
            })
    void saysHowAStoreIsNamed(String address) {
        for (String command : new String[] {"sync", "serve"}) {
            Outcome outcome = Cli.run(command, "--store", store(), "--store-remote", address);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("--store-remote")
                    .contains("expected")
                    .doesNotContain("hush@");
        }
    }

    @Test
    void saysThatNobodyAnswers() {
        Outcome outcome = Cli.run(
                "sync",
                "--store",
                store(),
                "--store-remote",
                "sparql=http://localhost:1/sparql,gsp=http://localhost:1/data");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("localhost:1 does not answer query");
    }

    @Test
    void followsWhatIsServed() throws Exception {
        Child child = Child.in(folder);
        Process serving = child.start(
                "serve",
                "--store",
                store(),
                "--sources",
                Sources.FOLDER,
                "--port",
                "0",
                "--admin-port",
                "0",
                "--store-remote",
                remote.putting());
        try {
            await(() -> there().equals(export()));
            ingest("Two");
            await(() -> there().equals(export()) && there().contains("two"));
            String admin = address(Files.readString(child.out()));
            await(() -> get(admin + "/health").contains(": has all\n"));
            assertThat(get(admin + "/metrics"))
                    .contains("precis_remote_lag 0.0", "precis_remote_failures 0.0", "precis_remote_differences 0.0")
                    .contains("precis_remote_applied_timestamp_seconds 1.");
            Outcome beside = sync("--verify");
            assertThat(beside.code()).as(beside.err()).isZero();
            assertThat(beside.out()).contains(" 0 differed");
        } finally {
            serving.destroy();
            serving.waitFor();
        }
        assertThat(sync().code()).as("its lease is given back").isZero();
    }

    private static String address(String said) {
        Matcher admin = ADMIN.matcher(said);
        assertThat(admin.find()).as(said).isTrue();
        return admin.group(1);
    }

    private static String get(String address) throws IOException {
        return new String(URI.create(address).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; tries < 600 && !condition.call(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }
}
