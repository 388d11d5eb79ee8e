package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.Sources;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does with the packaged program while others ask it. */
class OperationsIT {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String COUNT =
            "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s a <http://schema.org/BlogPosting> ; ?p ?o } }";
    /** As long as is said. */
    private static final String LONG = "SELECT (COUNT(*) AS ?n) { { SELECT ?a { ?a ?b ?c } LIMIT %d } ?d ?e ?f }";

    private static final String ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    private static final Pattern UNDER_WAY = Pattern.compile("precis_queries_under_way\\{lane=\"\\w+\"} [1-9]");
    private static final String SOURCES = Sources.FOLDER.toString();

    @TempDir
    private Path folder;

    @BeforeEach
    void ingest() {
        HostileIT.ingest(folder.resolve("store"));
    }

    @Test
    void backsUpAndRebuildsWhileItIsAsked() throws Exception {
        String store = folder.resolve("store").toString();
        String copy = folder.resolve("copy").toString();
        Set<String> answers = ConcurrentHashMap.newKeySet();
        AtomicInteger asked = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        try (PackagedProgram program = new PackagedProgram(folder)) {
            CompletableFuture<Void> asking = CompletableFuture.runAsync(() -> {
                while (!done.get()) {
                    answers.add(count(program));
                    asked.incrementAndGet();
                }
            });
            assertThat(run("backup", "--store", store, copy)).contains("graphs and 0 files of settings in");
            assertThat(run("rebuild", "--sources", SOURCES, "--store", store)).contains("graphs indexed");
            assertThat(run("backup", "--store", store, copy)).contains(", 0 files copied");
            done.set(true);
            asking.join();
        }
        assertThat(asked.get()).isPositive();
        assertThat(answers).hasSize(1).first().asString().startsWith("200 n");
        assertThat(run("rebuild", "--sources", SOURCES, "--store", copy)).contains("graphs indexed");
        assertThat(run("verify", "--store", copy)).contains(" 0 differences");
        assertThat(export(copy)).isEqualTo(export(store));
    }

    @Test
    void answersAgainAfterItWasKilled() throws Exception {
        String before;
        try (PackagedProgram program = new PackagedProgram(folder)) {
            before = count(program);
            CompletableFuture<HttpResponse<String>> interrupted = ask(program, ENDLESS);
            program.kill();
            assertThat(interrupted).completesExceptionallyWithin(Duration.ofMinutes(1));
        }
        try (PackagedProgram program = new PackagedProgram(folder)) {
            assertThat(count(program)).isEqualTo(before);
        }
    }

    @Test
    void letsAQueryEndBeforeItEnds() throws Exception {
        CompletableFuture<HttpResponse<String>> asked;
        try (PackagedProgram program = new PackagedProgram(folder, "--admin-port", "0")) {
            int length = 1;
            do {
                // as short as can be seen: it ends before a program that is told to end stops waiting
                length *= 2;
                asked = ask(program, LONG.formatted(length));
            } while (!isSeenUnderWay(asked, program));
        }
        assertThat(asked.get().statusCode()).isEqualTo(200);
    }

    /** Whether the program works on it at some time; not where its answer comes before anybody could see that. */
    private static boolean isSeenUnderWay(CompletableFuture<?> asked, PackagedProgram program) throws Exception {
        boolean seen = false;
        while (!seen && !asked.isDone()) {
            seen = UNDER_WAY
                    .matcher(get(program.adminPort(), "/metrics").body())
                    .find();
        }
        return seen;
    }

    @Test
    void tellsItsFiguresAndLogsWithoutPersonalData() throws Exception {
        Path log = folder.resolve("access.jsonl");
        try (PackagedProgram program =
                new PackagedProgram(folder, "--admin-port", "0", "--access-log", log.toString())) {
            count(program);
            get(program.port(), "/nothing");
            String metrics = get(program.adminPort(), "/metrics").body();

            assertThat(metrics)
                    .contains(
                            "precis_requests_seconds_count{kind=\"sparql\",outcome=\"answered\"} 1",
                            "precis_requests_seconds_count{kind=\"site\",outcome=\"not_found\"} 1",
                            "precis_queries_under_way{lane=\"slow\"} 0",
                            "precis_queries_given_up 0",
                            "precis_graphs ",
                            "jvm_memory_used_bytes");
            assertThat(get(program.adminPort(), "/health").body()).isEqualTo("ready\n");
            assertThat(get(program.port(), "/metrics").statusCode()).isEqualTo(404);
        }
        List<String> lines = Files.readAllLines(log);
        JsonNode query = new ObjectMapper().readTree(lines.get(0));
        assertThat(lines).hasSize(3);
        assertThat(query.path("path").asText()).isEqualTo("/sparql");
        assertThat(query.path("status").asInt()).isEqualTo(200);
        assertThat(query.path("queryLength").asInt()).isEqualTo(COUNT.length());
        assertThat(lines.get(0)).doesNotContain("127.0.0.1", "BlogPosting", "0:0:0:0");
    }

    private static String count(PackagedProgram program) {
        HttpResponse<String> answer = ask(program, COUNT).join();
        return answer.statusCode() + " " + answer.body();
    }

    private static CompletableFuture<HttpResponse<String>> ask(PackagedProgram program, String query) {
        String path = "/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
        return CLIENT.sendAsync(request(program.port(), path), BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        return CLIENT.send(request(port, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
    }

    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = Main.run(out, out, arguments);
        assertThat(code).as(said.toString()).isZero();
        return said.toString();
    }

    private byte[] export(String store) throws IOException {
        Path file = folder.resolve("export.nq");
        run("export", "--store", store, "--format", "nquads", file.toString());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Files.copy(file, bytes);
        return bytes.toByteArray();
    }
}
