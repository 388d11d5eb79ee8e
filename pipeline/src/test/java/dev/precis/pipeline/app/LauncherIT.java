package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a cache of its own for class data. */
@Timeout(300)
class LauncherIT {
    private static final Path LAUNCHER =
            Path.of("..", "precis").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void noDamageToTheClassDataEndsACommand() throws Exception {
        ingest();
        Path archive = archives().getFirst();
        byte[] whole = Files.readAllBytes(archive);
        for (int part = 0; part < 3; part++) {
            byte[] damaged = whole.clone();
            int from = (int) ((long) whole.length * part / 3);
            for (int i = from; i < Math.min(whole.length, from + whole.length / 50); i++) {
                damaged[i] ^= (byte) 0x5A;
            }
            Files.write(archive, damaged);
            assertThat(run("--help")).as("part %d", part).isZero();
            ingest();
        }
        Files.write(archive, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(run("--help")).isZero();
        Files.write(archive, new byte[0]);
        ingest();
    }

    @Test
    void classDataAreThrownAwayAfterACrash() throws Exception {
        ingest();
        assertThat(archives()).hasSize(1);
        Files.writeString(cache().resolve("crash-1.log"), "SIGSEGV");
        assertThat(run("--help")).isZero();

        assertThat(archives()).isEmpty();
        assertThat(cache().resolve("crash-1.log")).doesNotExist();
        assertThat(cache().resolve("last-crash.log")).exists();
    }

    @Test
    void aCacheThatCannotBeMadeIsNone() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file in its place");

        assertThat(run("--help")).isZero();
        assertThat(Files.readString(said())).contains("Usage: precis").doesNotContainIgnoringCase("warning");
    }

    private void ingest() throws Exception {
        Path input = Cli.summary(folder.resolve("in"), "One");
        assertThat(run(
                        "ingest",
                        "--no-index",
                        "--store",
                        folder.resolve("store").toString(),
                        "--sources",
                        Sources.FOLDER.toAbsolutePath().toString(),
                        input.toString()))
                .as(Files.readString(said()))
                .isZero();
    }

    private int run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(LAUNCHER.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(said().toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("it does not end: " + Files.readString(said()));
        }
        return process.exitValue();
    }

    private List<Path> archives() throws IOException {
        try (Stream<Path> files = Files.list(cache())) {
            return files.filter(file -> file.toString().endsWith(".jsa")).toList();
        }
    }

    private Path cache() {
        return folder.resolve("cache").resolve("precis");
    }

    private Path said() {
        return folder.resolve("said");
    }
}
