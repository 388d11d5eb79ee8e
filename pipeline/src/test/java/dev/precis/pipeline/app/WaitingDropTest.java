package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A dropped file that the world does not let in. */
@Timeout(120)
class WaitingDropTest {
    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    private String admin(ServedDesk desk, String page) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + desk.port() + "/" + page))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private void untilAdminSays(ServedDesk desk, String page, String part) throws IOException, InterruptedException {
        while (!admin(desk, page).contains(part)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    @Test
    void isToldByHealthAndFiguresUntilItIsPublished() throws Exception {
        try (ServedDesk desk = new ServedDesk(folder)) {
            assertThat(admin(desk, "metrics")).contains("precis_drops_waiting 0");
            // nothing can be laid down in what is a file
            Path staged = desk.store().resolve("staged");
            Files.deleteIfExists(staged);
            Files.writeString(staged, "");
            Cli.summary(desk.drop(), "Late");

            untilAdminSays(desk, "metrics", "precis_drops_waiting 1");
            assertThat(admin(desk, "metrics")).contains("precis_drops_total{outcome=\"waiting\"}");
            assertThat(admin(desk, "health")).contains("dropped files that wait: 1");
            assertThat(desk.drop().resolve("late.md")).exists();

            Files.delete(staged);
            untilAdminSays(desk, "metrics", "precis_drops_total{outcome=\"published\"} 1");
            untilAdminSays(desk, "metrics", "precis_drops_waiting 0");
            assertThat(admin(desk, "health")).doesNotContain("wait");
        }
    }
}
