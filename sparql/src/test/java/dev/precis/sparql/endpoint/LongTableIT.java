package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables of more summaries than are read at once. */
class LongTableIT {
    private static final int COPIES = 2_010;
    private static final DatasetGraph STUDIES = Studies.withCopies(COPIES);
    private static final Site SITE = Studies.site(STUDIES);
    private static final SparqlServer SERVER = new SparqlServer(STUDIES, SITE, ServerSettings.standard(0, true));
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

    @ParameterizedTest
    @ValueSource(strings = {"topic/outdoors.csv", "api/effect-sizes.csv?topic=outdoors"})
    void aTableOfManySummariesIsMadeWhileItIsSent(String path) throws IOException {
        Response table = SITE.get(path, "");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        assertThat(table.writing()).isPresent();
        assertThat(SITE.write(table, "another version", () -> out)).isFalse();
        assertThat(out.size()).isZero();
        assertThat(SITE.write(table, SITE.version(), () -> out)).isTrue();
        List<String> summaries = out.toString(StandardCharsets.UTF_8)
                .lines()
                .flatMap(line -> Pattern.compile("walking-while-talking-[0-9]+(?=,)")
                        .matcher(line)
                        .results()
                        .limit(1))
                .map(MatchResult::group)
                .distinct()
                .toList();
        assertThat(summaries).hasSize(COPIES);
        assertThat(table.etag()).isEqualTo(SITE.get(path, "").etag());
        assertThat(SITE.get("summary/2021-03/walking-while-talking.csv", "").writing())
                .as("a short one is made before")
                .isEmpty();
    }

    @Test
    void aLongListOfEffectSizesIsOneArrayOfJson() throws IOException {
        Response list = SITE.get("api/effect-sizes.json?topic=outdoors", "");
        Response table = SITE.get("api/effect-sizes.csv?topic=outdoors", "");

        assertThat(list.writing()).isPresent();
        assertThat(new ObjectMapper().readTree(list.body()).size())
                .isGreaterThan(COPIES)
                .isEqualTo((int) new String(table.body(), StandardCharsets.UTF_8)
                                .lines()
                                .count()
                        - 1);
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
