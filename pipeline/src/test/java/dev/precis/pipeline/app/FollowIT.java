package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that follows another one serves what that serves. */
@Timeout(180)
class FollowIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void ingestOne() {
        ingest("One");
    }

    private void ingest(String title) {
        Outcome ingest = Cli.run(
                "ingest", "--store", store("original"), "--sources", Sources.FOLDER, Cli.summary(folder, title));
        assertThat(ingest.code()).as(ingest.err()).isZero();
    }

    private Path store(String name) {
        return folder.resolve(name).resolve("store");
    }

    private Process serve(String name, Object... more) throws IOException {
        Files.createDirectories(folder.resolve(name));
        return Child.in(folder.resolve(name))
                .start(Stream.concat(
                                Stream.of(
                                        "serve",
                                        "--store",
                                        store(name),
                                        "--sources",
                                        Sources.FOLDER,
                                        "--port",
                                        "0",
                                        "--admin-port",
                                        "0"),
                                Stream.of(more))
                        .toArray());
    }

    private String export(String name) throws IOException {
        Path file = folder.resolve(name + ".nq");
        Outcome outcome = Cli.run("export", "--store", store(name), "--format", "nquads", file);
        return outcome.code() == 0 ? Files.readString(file) : outcome.err();
    }

    @Test
    void servesWhatTheOtherServesAndTakesNothingElse() throws Exception {
        Process original = serve("original");
        try {
            String admin = address("original", "Admin");
            Process replica = serve("replica", "--follow", admin);
            try {
                await(() -> export("replica").equals(export("original")));
                ingest("Two");
                await(() -> export("replica").equals(export("original"))
                        && export("replica").contains("two"));
                String home = address("replica", "Home");
                await(() -> get(home + "/summary/2022-01/two").contains("A text on Two"));
                String figures = get(address("replica", "Admin") + "/metrics");
                assertThat(figures).contains("precis_replica_lag 0.0", "precis_replica_failures 0.0");
                assertThat(Files.readString(folder.resolve("replica/child.out")))
                        .contains("this follows another server")
                        .doesNotContain("Desk:");

                Outcome own = Cli.run(
                        "ingest",
                        "--store",
                        store("replica"),
                        "--sources",
                        Sources.FOLDER,
                        Cli.summary(folder, "Three"));
                assertThat(own.code()).isNotZero();
                original.destroy();
                original.waitFor();
                await(() -> get(address("replica", "Admin") + "/health").contains("does not answer"));
                assertThat(get(home + "/summary/2022-01/two")).contains("A text on Two");
            } finally {
                replica.destroy();
                replica.waitFor();
            }
        } finally {
            original.destroy();
            original.waitFor();
        }
        assertThat(Cli.run("verify", "--store", store("replica")).out()).contains(" 0 differences");
    }

    private String address(String name, String what) throws Exception {
        Pattern line = Pattern.compile(what + ": +(http://localhost:\\d+)");
        Path out = folder.resolve(name).resolve("child.out");
        await(() -> line.matcher(Files.readString(out)).find());
        Matcher found = line.matcher(Files.readString(out));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String get(String address) throws IOException {
        try {
            return new String(URI.create(address).toURL().openStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (java.io.FileNotFoundException none) {
            return "";
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; tries < 600 && !condition.call(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }
}
