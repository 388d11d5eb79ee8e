package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.Studies;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tables of more summaries than are read at once. */
class LongTableIT {
    private static final int COPIES = 520;
    private static final DatasetGraph STUDIES = Studies.withCopies(COPIES);
    private static final SparqlServer SERVER =
            new SparqlServer(STUDIES, Studies.site(STUDIES), ServerSettings.standard(0, true));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void comeInChunksAndCompressedIfSomebodyWantsThem() throws Exception {
        HttpResponse<byte[]> plain = get("GET");
        HttpResponse<byte[]> packed = get("GET", "Accept-Encoding", "gzip");

        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Transfer-Encoding")).hasValue("chunked");
        assertThat(plain.headers().firstValue("Content-Length")).isEmpty();
        assertThat(plain.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
        assertThat(plain.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(new String(plain.body(), StandardCharsets.UTF_8))
                .endsWith("\r\n")
                .contains("walking-while-talking-1,", "walking-while-talking-" + COPIES + ",");
        assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(packed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        assertThat(unpacked(packed.body())).isEqualTo(plain.body());
    }

    @Test
    void areNotMadeForWhoKnowsThemOrAsksForTheirHead() throws Exception {
        String tag = get("GET").headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> head = get("HEAD");

        assertThat(get("GET", "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("ETag")).hasValue(tag);
        assertThat(head.headers().firstValue("Content-Length")).isEmpty();
    }

    private static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return unpacked.readAllBytes();
        }
    }

    private static HttpResponse<byte[]> get(String method, String... fields) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + SERVER.port() + "/topic/outdoors.csv"))
                .method(method, HttpRequest.BodyPublishers.noBody());
        return CLIENT.send(
                (fields.length == 0 ? request : request.headers(fields)).build(), BodyHandlers.ofByteArray());
    }
}
