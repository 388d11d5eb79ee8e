package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.guard.limit.Limits;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may rely on, beyond the tests of the W3C. */
class SparqlProtocolIT {
    private static final DatasetGraph STUDIES = Studies.dataset();
    private static final Limits LIMITS =
            Limits.standard().withTime(Duration.ofSeconds(2)).withRows(2_000).withBytes(1 << 20);
    private static final MeterRegistry METERS = new SimpleMeterRegistry();
    private static final SparqlServer SERVER = new SparqlServer(
            STUDIES,
            Studies.site(STUDIES),
            ServerSettings.standard(0, true).with(LIMITS),
            new Observers(METERS, Optional.empty(), () -> Health.READY));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String ALL = "SELECT * { ?s ?p ?o }";
    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * {} , '', application/sparql-results+json",
        "SELECT * {} , */*, application/sparql-results+json",
        "SELECT * {} , application/json, application/sparql-results+json",
        "SELECT * {} , application/xml, application/sparql-results+xml",
        "SELECT * {} , 'text/csv;q=0.5, text/tab-separated-values', text/tab-separated-values; charset=utf-8",
        "SELECT * {} , 'text/html,application/xhtml+xml,*/*;q=0.8', application/sparql-results+json",
        "SELECT * {} , 'application/sparql-results+json;q=0, */*', application/sparql-results+xml",
        "SELECT * {} , 'application/json, */*;q=0', application/sparql-results+json",
        "SELECT * {} , 'application/*;q=0, application/xml', application/sparql-results+xml",
        "ASK {} , application/sparql-results+xml, application/sparql-results+xml",
        "CONSTRUCT WHERE { ?s a ?o } , '', text/turtle; charset=utf-8",
        "CONSTRUCT WHERE { ?s a ?o } , application/n-triples, application/n-triples",
        "CONSTRUCT WHERE { ?s a ?o } , application/ld+json, application/ld+json",
        "CONSTRUCT WHERE { ?s a ?o } , application/rdf+xml, application/rdf+xml",
    })
    void answersInTheFormThatIsAccepted(String query, String accept, String type) throws Exception {
        HttpResponse<String> answer = accept.isEmpty() ? get(query, "") : get(query, "", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * {}, image/png",
        "SELECT * {}, text/turtle",
        "CONSTRUCT WHERE { ?s a ?o }, application/sparql-results+json",
        "SELECT * {}, 'application/sparql-results+json;q=0'",
    })
    void saysWhatThereIsWhereNothingIsAccepted(String query, String accept) throws Exception {
        HttpResponse<String> answer = get(query, "", "Accept", accept);

        assertThat(answer.statusCode()).isEqualTo(406);
        assertThat(answer.body()).contains("can be had as");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ttl", "nt", "jsonld", "rdf"})
    void writesGraphsThatReadBackAsTheyWere(String format) throws Exception {
        String query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s a <http://schema.org/BlogPosting> ; ?p ?o }";
        HttpResponse<String> answer = get(query, "&format=" + format);
        Lang language = RDFLanguages.contentTypeToLang(
                answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0]);
        var graph = RDFParser.fromString(answer.body(), language).toGraph();
        var other = RDFParser.fromString(get(query, "&format=nt").body(), Lang.NTRIPLES)
                .toGraph();

        assertThat(graph.size()).isPositive();
        assertThat(graph.isIsomorphicWith(other)).isTrue();
    }

    @Test
    void refusesAFormThatCannotSayTheAnswer() throws Exception {
        String query = "CONSTRUCT { <http://a.example/s> <http://a.example/1> 1 } {}";
        HttpResponse<String> refused = get(query, "", "Accept", "application/rdf+xml");

        assertThat(refused.statusCode()).isEqualTo(406);
        assertThat(refused.body()).contains("<http://a.example/1>").contains("Turtle");
        assertThat(get(query, "", "Accept", "application/n-triples").statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "json, application/sparql-results+json",
        "csv, text/csv",
        "tsv, text/tab-separated-values",
        "xml, application/sparql-results+xml",
        "text, text/plain"
    })
    void answersInTheFormThatIsNamed(String format, String type) throws Exception {
        HttpResponse<String> answer = get("SELECT * {}", "&format=" + format, "Accept", "image/png");

        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(get("SELECT * {}", "&format=docx").statusCode()).isEqualTo(400);
    }

    @Test
    void doesNotAnswerTwiceWhatAClientHas() throws Exception {
        HttpResponse<String> first = get(ALL + " LIMIT 5", "");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = get(ALL + " LIMIT 5", "", "If-None-Match", "\"x\", " + tag);

        assertThat(tag).startsWith("W/\"");
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("ETag")).contains(tag);
        assertThat(get(ALL + " LIMIT 6", "", "If-None-Match", tag).statusCode()).isEqualTo(200);
        assertThat(get(ALL + " LIMIT 5", "&format=csv", "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NOW()", "RAND()", "STRUUID()"})
    void doesNotKeepWhatChanges(String function) throws Exception {
        HttpResponse<String> answer = get("SELECT (" + function + " AS ?x) {}", "");

        assertThat(answer.headers().firstValue("ETag")).isEmpty();
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void compressesWhatIsWorthIt() throws Exception {
        HttpResponse<byte[]> answer = CLIENT.send(
                request(ALL + " LIMIT 500", "")
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(get(ALL + " LIMIT 500", "").body());
        }
    }

    @Test
    void answersWholeOrNotAtAll() throws Exception {
        HttpResponse<String> rows = get("SELECT (1 AS ?one) { ?a ?b ?c . ?d ?e ?f }", "");
        HttpResponse<String> bytes = get(
                "SELECT (CONCAT(?o, ?o, ?o, ?o, ?o, ?o, ?o, ?o) AS ?x) { ?s <http://schema.org/articleBody> ?o . ?a ?b"
                        + " ?c } LIMIT 2000",
                "");

        assertThat(rows.statusCode()).isEqualTo(400);
        assertThat(rows.body()).contains("more than 2000 rows", "LIMIT");
        assertThat(bytes.statusCode()).isEqualTo(400);
        assertThat(bytes.body()).contains("more than 1048576 bytes");
        assertThat(get(ALL + " LIMIT 2000", "").statusCode()).isEqualTo(200);
    }

    @Test
    void saysWhenToTryAgainWhatTookTooLong() throws Exception {
        HttpResponse<String> answer = get(ENDLESS, "");
        long before = processorTime();
        HttpResponse<String> again =
                get(ENDLESS, "", "Accept", "application/sparql-results+json, application/problem+json");

        // what took too long is not tried again at once
        assertThat(Duration.ofNanos(processorTime() - before))
                .isLessThan(LIMITS.time().dividedBy(2));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("2.0 seconds");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(again.statusCode()).isEqualTo(503);
        assertThat(again.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(new ObjectMapper().readTree(again.body()).path("status").asInt())
                .isEqualTo(503);
    }

    @Test
    void aClientMayGiveLessTimeButNotMore() throws Exception {
        HttpResponse<String> hasty = get(ENDLESS + " # hasty", "&timeout=0.5");
        HttpResponse<String> patient = get(ENDLESS + " # patient", "&timeout=60");

        assertThat(hasty.statusCode()).isEqualTo(503);
        assertThat(hasty.body()).contains("0.5 seconds");
        assertThat(patient.statusCode()).isEqualTo(503);
        assertThat(patient.body()).contains("2.0 seconds");
        assertThat(get(ENDLESS, "&timeout=soon").statusCode()).isEqualTo(400);
    }

    @Test
    void stopsWhatAClientThatLeftHasAsked() throws Exception {
        long before = count(Outcome.GONE);
        long ended = before + count(Outcome.TIMEOUT);
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            String path = "/sparql?query=" + encode(ENDLESS + " # left");
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        // this comes after it in the lane for what is new, which is free at once
        assertThat(get("SELECT ?left { ?left a <x:nothing> }", "").statusCode()).isEqualTo(200);
        while (count(Outcome.GONE) + count(Outcome.TIMEOUT) == ended) {
            Thread.onSpinWait();
        }
        assertThat(count(Outcome.GONE)).isEqualTo(before + 1);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // it would never be noticed
    void noticesThatAClientLeftThoughItSentMore() throws Exception {
        long before = count(Outcome.GONE);
        long ended = before + count(Outcome.TIMEOUT);
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            String path = "/sparql?query=" + encode(ENDLESS + " # left later");
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
            while (underWay() == 0) {
                Thread.onSpinWait();
            }
            out.write("GGG".getBytes(StandardCharsets.US_ASCII));
        }
        while (count(Outcome.GONE) + count(Outcome.TIMEOUT) == ended) {
            Thread.onSpinWait();
        }
        assertThat(count(Outcome.GONE)).isEqualTo(before + 1);
    }

    private static double underWay() {
        return METERS.find("precis.queries.under.way").gauges().stream()
                .mapToDouble(Gauge::value)
                .sum();
    }

    /** How many requests ended so. */
    private static long count(Outcome outcome) {
        return METERS.find("precis.requests").tag("outcome", outcome.label()).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void answersRequestsThatComeOneBehindTheOtherInTheirOrder() throws Exception {
        String slow = "/sparql?format=csv&query=" + encode("SELECT (COUNT(*) AS ?slow) { ?a ?b ?c . ?a ?d ?e }");
        String quick = "/sparql?format=csv&query=" + encode("SELECT (1 AS ?quick) {}");
        String get = "GET %s HTTP/1.1\r\nHost: localhost\r\n%s\r\n";
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((get.formatted(slow, "") + get.formatted(quick, "Connection: close\r\n"))
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String both = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(both).containsSubsequence("HTTP/1.1 200", "slow\r\n", "HTTP/1.1 200", "quick\r\n1");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "application/sparql-query; charset=zzz, ASK {}, 415",
        "application/sparql-query; charset=utf-16, ASK {}, 415",
        "application/x-www-form-urlencoded, query=ASK%7B%7D&query=ASK%7B%7D, 400",
        "application/x-www-form-urlencoded, query=%ZZ, 400",
        "application/x-www-form-urlencoded, query=%FF, 400",
        "application/x-www-form-urlencoded, nothing=1, 400",
        "application/x-www-form-urlencoded, update=CLEAR+ALL, 403",
        "application/sparql-query, '', 400",
        "text/plain, ASK {}, 415",
    })
    void saysWhatIsWrongWithARequest(String type, String body, int status) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/sparql"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAQueryThatIsGivenTwice() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/sparql?query=ASK%7B%7D"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString("ASK {}"))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "default-graph-uri=x:g, 200, application/sparql-results+json",
        "named-graph-uri=x:g, 200, application/sparql-results+json",
        "format=xml, 200, application/sparql-results+xml",
        "timeout=soon, 400, text/plain;charset=utf-8",
    })
    void ignoresNothingInTheAddressOfAForm(String parameter, int status, String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/sparql?" + parameter))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=ASK%7B%7D"))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains(type);
    }

    @Test
    void refusesALargeBodyWithoutReadingIt() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address("/sparql"))
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofByteArray(new byte[Body.LARGEST + 1]))
                .build();

        assertThat(CLIENT.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: x\r\n\r\n",
                "GET /sparql?query=ASK%7B%7D\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void saysInTextWhatIsNoHttp(String request) throws Exception {
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .contains("Access-Control-Allow-Origin: *", "nosniff", "text/plain")
                    .doesNotContain("<html");
        }
    }

    @Test
    void readsNothingBehindChunksInAnotherCoding() throws Exception {
        String chunked = "POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
                + "Transfer-Encoding: gzip, chunked\r\n\r\n6\r\nASK {}\r\n0\r\n\r\n";
        String behind = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            socket.getOutputStream().write((chunked + behind).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 501 ")
                    .contains("Connection: close")
                    .doesNotContain("live");
        }
    }

    @Test
    void saysOfTheServerAsAWholeWhatMayBeAsked() throws Exception {
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            socket.getOutputStream()
                    .write("OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 204 ")
                    .contains("Allow: GET, HEAD, POST, OPTIONS", "Access-Control-Allow-Origin: *")
                    .endsWith("\r\n\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "other.example"})
    void answersWholeAddressesByTheirPath(String host) throws Exception {
        try (Socket socket = new Socket("localhost", SERVER.port())) {
            socket.getOutputStream()
                    .write("GET http://other.example/nothing HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                            .formatted(host)
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 404 ")
                    .doesNotContain("other.example");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 414"})
    void readsAFirstLineAsLongAsIsPublished(int more, int status) throws Exception {
        String line = "GET /sparql?query=ASK%7B%7D&x= HTTP/1.1";
        String path = "/sparql?query=ASK%7B%7D&x=" + "a".repeat((64 << 10) + more - line.length());

        assertThat(send(path).statusCode()).isEqualTo(status);
    }

    @Test
    void answersReadyMadeQuestions() throws Exception {
        HttpResponse<String> csv = send("/api/topics-together.csv");
        HttpResponse<String> json = send("/api/topics-together.json");
        HttpResponse<String> linked = send("/api/topics-together.jsonld");

        assertThat(csv.statusCode()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.headers().firstValue("Link").orElse("")).contains("/api/openapi.json", "service-desc");
        assertThat(new ObjectMapper().readTree(json.body()).size())
                .isEqualTo((int) csv.body().lines().count() - 1);
        assertThat(RDFParser.fromString(linked.body(), Lang.JSONLD).toGraph().isEmpty())
                .isFalse();
        Optional<String> tag = csv.headers().firstValue("ETag");
        HttpRequest again = HttpRequest.newBuilder(address("/api/topics-together.csv"))
                .header("If-None-Match", tag.orElseThrow())
                .build();
        assertThat(CLIENT.send(again, BodyHandlers.ofString()).statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/topics-together.csv?unknown=1, 400",
        "/api/small-samples.csv?below=many, 400",
        "/api/no-such-question.csv, 404",
        "/api/topics-together.docx, 404",
    })
    void saysWhatIsWrongWithAReadyMadeQuestion(String path, int status) throws Exception {
        assertThat(send(path).statusCode()).isEqualTo(status);
    }

    @Test
    void tellsItsHealth() throws Exception {
        assertThat(send("/health/live").body()).isEqualTo("live\n");
        assertThat(send("/health/ready").body()).isEqualTo("ready\n");
    }

    @Test
    void answersManyAtOnce() {
        var answers = IntStream.range(0, 64)
                .mapToObj(i -> CLIENT.sendAsync(
                        request(ALL + " LIMIT " + (i + 1), "&format=csv").build(), BodyHandlers.ofString()))
                .toList();
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    private static long processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
    }

    private static URI address(String path) {
        return URI.create("http://localhost:" + SERVER.port() + path);
    }

    private static HttpResponse<String> send(String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String query, String more) {
        return HttpRequest.newBuilder(address("/sparql?query=" + encode(query) + more));
    }

    private static HttpResponse<String> get(String query, String more, String... headers) throws Exception {
        HttpRequest.Builder request = request(query, more);
        return CLIENT.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
