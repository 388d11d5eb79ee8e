package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was ingested is told at the desk and by figures, as crawls are. */
@Timeout(120)
class LastRunsTest {
    private static final Pattern FAILED =
            Pattern.compile("precis_ingest_last_failure_timestamp_seconds\\{source=\"owl\"} [0-9]");
    private static final Pattern WENT_WELL =
            Pattern.compile("precis_ingest_last_success_timestamp_seconds\\{source=\"owl\"} [0-9]");

    @TempDir
    private Path folder;

    @Test
    void anIngestIsAmongThem() throws Exception {
        try (ServedDesk desk = new ServedDesk(folder)) {
            DeskClient editor = new DeskClient(desk);
            assertThat(figures(desk)).containsPattern(WENT_WELL).doesNotContainPattern(FAILED);
            assertThat(editor.get("").body()).contains("<b>owl, ingested</b>", "summaries: ");

            assertThat(desk.ingest("flawed.md", "---\ntitle: Flawed\nmonth: soon\n---\n\nA text.\n")
                            .code())
                    .isEqualTo(1);
            assertThat(figures(desk)).containsPattern(FAILED).contains("precis_quarantine 1.0");
            assertThat(editor.get("").body()).contains("<b>owl, ingested</b>", "1 quarantined", "flawed.md");
        }
    }

    private static String figures(ServedDesk desk) throws Exception {
        System.gc(); // figures are told as long as they are asked for, whatever nobody else holds
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + desk.port() + "/metrics"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
