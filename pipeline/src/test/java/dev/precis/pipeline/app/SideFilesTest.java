package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.sparql.archive.FormerNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files beside the graphs that are damaged, or cannot be written: what is lost with them harms nothing else. */
@Timeout(120)
class SideFilesTest {
    private static final byte[] NO_TEXT = {'{', (byte) 0xff, (byte) 0xfe, '\n'};
    private static final byte[] ZEROS = new byte[64];

    @TempDir
    private Path folder;

    private Path store;
    private Path in;

    @BeforeEach
    void ingestOne() {
        store = folder.resolve("store");
        in = Cli.summary(folder.resolve("in"), "One");
        assertThat(ingest().code()).isZero();
    }

    private Outcome ingest(Object... more) {
        return Cli.run(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "ingest", "--no-index", "--store", store, "--sources", Sources.FOLDER, in),
                        java.util.stream.Stream.of(more))
                .toArray());
    }

    @Test
    void aLineThatIsNoTextSpoilsNoOtherFormerName() throws IOException {
        FormerNames.Name name =
                new FormerNames.Name("http://x/works/a", "http://x/", Instant.parse("2026-01-02T03:04:05Z"));
        Files.write(store.resolve("former-names.jsonl"), NO_TEXT);
        FormerNames.add(store, List.of(name));

        assertThat(FormerNames.read(store)).containsExactly(name);
    }

    @Test
    void aLineThatIsNoTextSpoilsNoOtherItemOfTheQuarantine() throws IOException {
        Path flawed = Cli.summary(folder.resolve("in"), "Two");
        Files.writeString(flawed, Files.readString(flawed).replace("month: 2022-01", "month: soon"));
        assertThat(ingest(flawed).code()).isEqualTo(1);
        byte[] whole = Files.readAllBytes(store.resolve("quarantine.jsonl"));
        Files.write(store.resolve("quarantine.jsonl"), concat(NO_TEXT, whole));

        assertThat(ingest(flawed).code()).isEqualTo(1);
        Outcome list = Cli.run("quarantine", "list", "--store", store, "--sources", Sources.FOLDER);
        assertThat(list.out()).contains("two.md", "1 in quarantine");
    }

    @Test
    void aLineThatIsNoTextSpoilsNoOtherReport() throws IOException {
        Runs runs = Runs.of(store, "pprnet");
        Instant instant = Instant.parse("2026-01-02T03:04:05Z");
        Runs.Run run = new Runs.Run(Runs.Kind.CRAWL, instant, instant, 0, "done", List.of());
        runs.add(run);
        Path file = store.resolve("runs/pprnet.jsonl");
        Files.write(file, concat(Files.readAllBytes(file), NO_TEXT));
        runs.add(run);

        assertThat(runs.all()).endsWith(run, run);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "absences/pprnet.json",
                "layouts/pprnet.json",
                "captures.json",
                "captures.jsonl",
                "runs/pprnet.jsonl",
                "former-names.jsonl",
                "quarantine.jsonl"
            })
    void whateverIsInAFileBesideTheGraphsTheNextRunGoesOn(String name) throws IOException {
        for (byte[] damage : List.of(
                ZEROS,
                NO_TEXT,
                bytes(""),
                bytes("null"),
                bytes("{}"),
                bytes("{\"missed\":null}"),
                bytes("{\"missed\":[null]}"),
                bytes("{\"version\":1,\"furniture\":null}"),
                bytes("{\"http://x/\":null}"))) {
            Path file = store.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, damage);
            Outcome outcome = ingest();
            assertThat(outcome.code())
                    .as("%s is %s: %s", name, new String(damage, StandardCharsets.ISO_8859_1), outcome.err())
                    .isZero();
            assertThat(outcome.out()).contains("1 unchanged");
        }
    }

    @Test
    void aNameThatCannotBeNotedIsNotLetGo() throws IOException {
        Path obstacle = Files.createDirectories(store.resolve("former-names.jsonl/in-the-way"));
        var before = Cli.files(store.resolve("graphs"));
        Files.writeString(in, Files.readString(in).replace("Doe, J.", "Roe, R."));
        assertThat(ingest().code()).isNotZero();
        assertThat(Cli.files(store.resolve("graphs"))).isEqualTo(before);

        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        assertThat(ingest().code()).isZero();
        assertThat(FormerNames.read(store)).extracting(FormerNames.Name::iri).anyMatch(iri -> iri.contains("/person/"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
