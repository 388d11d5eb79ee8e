package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that may be read and not be written. */
@Timeout(180)
class ReadOnlyStoreTest {
    @TempDir
    private Path folder;

    private Child child;

    @BeforeEach
    void ingestAndForbidToWrite() throws IOException {
        child = Child.unprivileged(folder);
        assumeTrue(child.isPossible(), "no way to give up the rights of root");
        Outcome ingest = Cli.run("ingest", "--store", store(), "--sources", Sources.FOLDER, Cli.summary(folder, "One"));
        assertThat(ingest.code()).as(ingest.err()).isZero();
        allow(false);
    }

    @AfterEach
    void allowToDelete() throws IOException {
        allow(true);
    }

    @Test
    void isVerifiedWithItsIndex() throws Exception {
        var before = Cli.files(store());
        Outcome whole = child.run("verify", "--store", store());

        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(whole.err()).isEmpty();
        assertThat(whole.out()).contains(" 0 differences");
        assertThat(Cli.files(store())).isEqualTo(before);
    }

    @Test
    void isBackedUpAndExported() throws Exception {
        Path copy = folder.resolve("copy");

        assertThat(child.run("backup", "--store", store(), "--sources", Sources.FOLDER, copy)
                        .code())
                .isZero();
        assertThat(child.run("export", "--store", store(), "--format", "nquads").out())
                .contains("summary/2022-01/one>");
    }

    @Test
    void isServedFromAnIndexElsewhere() throws Exception {
        var before = Cli.files(store());
        int port = freePort();
        Process serving = child.start("serve", "--store", store(), "--sources", Sources.FOLDER, "--port", port);
        try {
            while (!Files.readString(child.out()).contains("Drop:")) {
                assertThat(serving.isAlive()).as(said(serving)).isTrue();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            assertThat(Files.readString(child.out())).contains("nothing new is taken");
            assertThat(get(port, "/feed.rss")).contains("One");
            assertThat(get(port, "/health/ready")).isEqualTo("read-only\n");
        } finally {
            serving.destroy();
            serving.waitFor();
        }
        assertThat(Cli.files(store())).isEqualTo(before);
    }

    private String said(Process process) throws Exception {
        return process.isAlive() ? "" : child.ended(process).err();
    }

    private static String get(int port, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void allow(boolean writing) throws IOException {
        Set<PosixFilePermission> rights = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_EXECUTE);
        if (writing) {
            rights.add(PosixFilePermission.OWNER_WRITE);
        }
        try (Stream<Path> tree = Files.exists(store()) ? Files.walk(store()) : Stream.empty()) {
            for (Path path : tree.toList()) {
                Files.setPosixFilePermissions(path, rights);
            }
        }
    }

    private Path store() {
        return folder.resolve("store");
    }
}
