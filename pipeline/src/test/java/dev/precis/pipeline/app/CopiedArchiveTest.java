package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive says the same wherever it was copied to, and whenever. */
class CopiedArchiveTest {
    private static final Path ARCHIVE = Sources.FOLDER.resolve("sleep-letter").resolve("archive");
    private static final String POST = """
        <!DOCTYPE html><title>Letter</title>%s<h2>May 2021</h2><h3>Warm Feet</h3>
        <p>Doe, J. (2020). The title of it. Psychotherapy, 12, 34-56.</p>
        <p>A text long enough to be a paragraph of prose, and the same on both pages.</p>
        <h4>Implications</h4><p>Ask about socks.</p>
        """;

    @TempDir
    private Path folder;

    @Test
    void aCopyWithOtherTimesInAnotherFolderGivesTheSameBytes() throws IOException {
        Path near = copy(folder.resolve("a"), Instant.parse("2019-03-04T05:06:07Z"));
        Path far = copy(folder.resolve("another/folder/with/a/longer/" + "name".repeat(20)), Instant.EPOCH);

        byte[] export = export(near);
        assertThat(new String(export, StandardCharsets.UTF_8))
                .contains(
                        "summary/2021-05/warm-feet>", "<https://sleep-letter.example/told/by/the/page/and/quite/long>")
                .doesNotContain("generatedAtTime", "endedAtTime");
        assertThat(export(far)).isEqualTo(export);
    }

    /** The archive, and a post that one page shows under an address and another under none. */
    private static Path copy(Path target, Instant time) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(ARCHIVE)) {
            files.forEach(file -> copyFile(file, target));
        }
        Files.writeString(target.resolve("x.html"), POST.formatted(""));
        Files.writeString(
                target.resolve("y.html"),
                POST.formatted(
                        "<link rel=canonical href=\"https://sleep-letter.example/told/by/the/page/and/quite/long\">"));
        try (Stream<Path> files = Files.list(target)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
        return target;
    }

    private static void copyFile(Path file, Path target) {
        try {
            Files.copy(file, target.resolve(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] export(Path input) throws IOException {
        Path store = Files.createTempDirectory(folder, "store");
        Path export = store.resolve("export.nq");
        run("ingest", store, "--source", "sleep-letter", "--no-index", input.toString());
        run("export", store, "--format", "nquads", export.toString());
        return Files.readAllBytes(export);
    }

    private static void run(String command, Path store, String... more) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String[] arguments = Stream.concat(
                        Stream.of(command, "--store", store.toString(), "--sources", Sources.FOLDER.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        assertThat(Main.run(out, out, arguments)).as(said.toString()).isZero();
    }
}
