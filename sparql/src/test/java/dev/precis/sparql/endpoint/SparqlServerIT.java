package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.feed.FeedFormat;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SparqlServerIT {
    private static final DatasetGraph STUDIES = Studies.dataset();
    private static final SparqlServer SERVER =
            new SparqlServer(STUDIES, Studies.site(STUDIES), ServerSettings.standard(0, true));
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s a <http://schema.org/BlogPosting> }";
    private static final String SUMMARY = "/summary/2021-03/walking-while-talking";

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void answersAQueryByGetAndBothKindsOfPost() throws Exception {
        HttpResponse<String> get = get(query(COUNT), "Accept", "application/sparql-results+json");
        HttpResponse<String> form = send(request("/sparql")
                .header("Accept", "application/sparql-results+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("query=" + encode(COUNT))));
        HttpResponse<String> direct = send(request("/sparql")
                .header("Accept", "application/sparql-results+json")
                .header("Content-Type", "application/sparql-query; charset=utf-8")
                .POST(BodyPublishers.ofString(COUNT)));

        assertThat(json(get).at("/results/bindings/0/n/value").asInt()).isEqualTo(6);
        assertThat(json(form)).isEqualTo(json(get));
        assertThat(json(direct)).isEqualTo(json(get));
        assertThat(get(query(COUNT), "Accept", "text/csv").body()).isEqualTo("n\r\n6\r\n");
        assertThat(get(query(COUNT) + "&format=text").body()).contains("| 6 |");
    }

    @Test
    void everyQuestionOnThePageOfQuestionsRuns() throws Exception {
        Matcher links = Pattern.compile("href=\"(/sparql\\?query=[^\"]*)\"")
                .matcher(get("/queries", "Accept", BROWSER).body());
        int questions = 0;
        while (links.find()) {
            HttpResponse<String> answer = get(links.group(1).replace("&amp;", "&"), "Accept", BROWSER);
            assertThat(answer.statusCode()).as(links.group(1)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/");
            questions++;
        }
        assertThat(questions).isEqualTo(QueryFile.all().size());
    }

    @Test
    void harvestersMayAskByForms() throws Exception {
        String get = get("/oai?verb=ListSets").body();
        HttpResponse<String> form = post("/oai", "application/x-www-form-urlencoded; charset=UTF-8", "verb=ListSets");

        assertThat(form.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(sets(form.body())).isNotEmpty().isEqualTo(sets(get));
        assertThat(post("/oai", "text/plain", "verb=ListSets").statusCode()).isEqualTo(415);
        assertThat(post("/oai", "application/x-www-form-urlencoded", "verb=" + "x".repeat(40_000))
                        .body())
                .contains("badVerb");
        assertThat(send(request("/oai").method("PUT", BodyPublishers.noBody()))
                        .headers()
                        .firstValue("Allow"))
                .contains("GET, HEAD, POST, OPTIONS");
    }

    private static List<String> sets(String answer) {
        return Pattern.compile("<setSpec>(.*?)</setSpec>")
                .matcher(answer)
                .results()
                .map(set -> set.group(1))
                .toList();
    }

    @Test
    void refusesEveryWayToWrite() throws Exception {
        String update = "INSERT DATA { <http://x/s> <http://x/p> <http://x/o> }";
        String triple = "<http://x/s> <http://x/p> <http://x/o> .";
        long before = size();

        assertThat(post("/sparql", "application/sparql-update", update).statusCode())
                .isEqualTo(403);
        assertThat(post("/sparql", "application/x-www-form-urlencoded", "update=" + encode(update))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/sparql", "application/sparql-query", update).statusCode())
                .isEqualTo(400);
        assertThat(post("/sparql", "text/turtle", triple).statusCode()).isEqualTo(415);
        assertThat(get("/sparql?update=" + encode(update)).statusCode()).isEqualTo(403);
        assertThat(post("/sparql?update=" + encode(update), "application/sparql-query", COUNT)
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/sparql?default").statusCode()).isEqualTo(400);
        for (String path : new String[] {
            "/sparql", "/sparql?default", "/sparql?graph=http://x/g", "/", SUMMARY, "/$/datasets", "/sparql/data"
        }) {
            for (String method : new String[] {"PUT", "DELETE", "PATCH"}) {
                assertThat(send(request(path)
                                        .header("Content-Type", "text/turtle")
                                        .method(method, BodyPublishers.ofString(triple)))
                                .statusCode())
                        .as(method + " " + path)
                        .isEqualTo(405);
            }
        }
        assertThat(post("/", "text/turtle", triple).statusCode()).isEqualTo(405);
        assertThat(size()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"/$/ping", "/$/stats", "/$/server", "/$/datasets", "/sparql/query", "/sparql/update", "/sparql/data"})
    void hasNoRouteForAdministrators(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(send(request(path + "?query=" + encode("ASK {}")).GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksNoOtherServerAndReadsNoFile() throws Exception {
        int port = SERVER.port();
        HttpResponse<String> service =
                get(query("SELECT * { SERVICE <http://localhost:" + port + "/sparql> { ?s ?p ?o } } LIMIT 1"));
        HttpResponse<String> from =
                get(query("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }"), "Accept", "text/csv");

        assertThat(service.statusCode()).isBetween(400, 499);
        assertThat(service.body()).containsIgnoringCase("service");
        assertThat(from.body().strip()).isEqualTo("s,p,o");
    }

    @Test
    void stopsAQueryThatTakesTooLong() throws Exception {
        String endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f) }";
        SparqlServer hasty = new SparqlServer(
                        STUDIES,
                        Studies.site(STUDIES),
                        ServerSettings.standard(0, true).with(Limits.standard().withTime(Duration.ofMillis(200))))
                .start();
        try {
            for (String wish : new String[] {"", "&timeout=60"}) {
                URI address = URI.create("http://localhost:" + hasty.port() + query(endless) + wish);
                assertThat(CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                                .statusCode())
                        .isEqualTo(503);
            }
        } finally {
            hasty.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/sparql?query=ASK%7B%7D, 200",
        "/sparql?query=nonsense, 400",
        "/sparql?nothing=1, 400",
        "/sparql, 200",
        "/nothing, 404",
        SUMMARY + ", 200",
        "/context/v1.jsonld, 200",
        "/person/wren-q, 303",
    })
    void letsScriptsOfOtherSitesReadEveryAnswer(String path, int status) throws Exception {
        HttpResponse<String> response = get(path, "Origin", "https://elsewhere.example");

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
        assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
    }

    @ParameterizedTest
    @CsvSource({"/sparql, true", "/queries, false", "/static/site.css, false", SUMMARY + ", false"})
    void onlyThePageForQueriesRunsScriptsAndOnlyOurs(String path, boolean scripts) throws Exception {
        List<String> policies = get(path, "Accept", "text/html").headers().allValues("Content-Security-Policy");

        assertThat(policies).hasSize(1).allSatisfy(policy -> {
            assertThat(policy).doesNotContain("unsafe");
            assertThat(policy.contains("script-src 'self';")).isEqualTo(scripts);
        });
    }

    @Test
    void answersABrowserThatAsksWhatItMayAsk() throws Exception {
        HttpResponse<String> preflight = send(request("/sparql")
                .header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "content-type, x-unheard-of")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods"))
                .contains("GET, HEAD, POST, OPTIONS");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .hasValueSatisfying(headers -> assertThat(headers).contains("Content-Type"));
    }

    @Test
    void withoutAQueryItShowsAFormOrDescribesItself() throws Exception {
        assertThat(get("/sparql", "Accept", BROWSER).body()).contains("<textarea", "method=\"get\" action=\"/sparql\"");
        HttpResponse<String> description = get("/sparql", "Accept", "text/turtle");
        assertThat(description.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/turtle"));
        assertThat(description.body()).contains("<http://localhost:3030/sparql>", "Service");
    }

    @Test
    void negotiatesTheFormOfASummary() throws Exception {
        assertThat(get(SUMMARY, "Accept", BROWSER).body()).startsWith("<!doctype html>");
        assertThat(get(SUMMARY, "Accept", "application/ld+json").body()).startsWith("{");
        HttpResponse<String> turtle = get(SUMMARY, "Accept", "text/turtle");
        assertThat(turtle.body()).startsWith("@prefix");
        assertThat(turtle.headers().firstValue("Content-Location")).contains(Studies.WALKING + ".ttl");
        assertThat(turtle.headers().allValues("Link"))
                .contains(
                        "<" + Studies.WALKING + ".html>; rel=\"describes\"; type=\"text/html\"",
                        "<" + Studies.WALKING + ".html>; rel=\"alternate\"; type=\"text/html\"",
                        "<" + Studies.WALKING + ".jsonld>; rel=\"describedby\"; type=\"application/ld+json\"")
                .noneMatch(link -> link.contains(".ttl"));
        assertThat(turtle.headers().allValues("Vary")).contains("Accept");
        assertThat(get(SUMMARY, "Accept", "image/png").statusCode()).isEqualTo(406);
    }

    @ParameterizedTest
    @CsvSource({
        "/doi/10.5555/JIR.2021.0101",
        "/doi/10.5555%2Fjir.2021.0101",
        "/doi/https://doi.org/10.5555/jir.2021.0101"
    })
    void findsAWorkByItsDoiHoweverThatIsEncoded(String path) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains(Studies.BASE + "works/wren-2021-walking-while-talking");
    }

    @Test
    void namesThingsByItsBaseWhateverTheClientCallsTheHost() throws Exception {
        assertThat(get("/works/wren-2020-still-open").headers().firstValue("Location"))
                .contains("http://localhost:3030/works/wren-2020-still-open.html");
        assertThat(get("/sparql", "Accept", BROWSER).body()).doesNotContain(":" + SERVER.port());
    }

    @ParameterizedTest
    @CsvSource({
        "/",
        SUMMARY,
        "/topic/alliance.ttl",
        "/feed.rss",
        "/feed.jsonld",
        "/context/v1.jsonld",
        "/static/site.css"
    })
    void sendsNothingTwice(String path) throws Exception {
        HttpResponse<String> first = get(path);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        String day = first.headers().firstValue("Last-Modified").orElseThrow();

        // a summary knows for itself; all else is as old as what the store holds
        assertThat(day)
                .isEqualTo(path.equals(SUMMARY) ? "Mon, 02 Feb 2026 09:30:00 GMT" : "Sun, 01 Mar 2026 12:00:00 GMT");
        for (HttpResponse<String> again : new HttpResponse[] {
            get(path, "If-None-Match", "\"other\", " + tag),
            get(path, "If-None-Match", "W/" + tag),
            get(path, "If-Modified-Since", day)
        }) {
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(again.headers().firstValue("ETag")).contains(tag);
        }
        assertThat(get(path, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", "Sun, 01 Feb 2026 12:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(path, "If-Modified-Since", "yesterday").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/", SUMMARY, "/feed.rss", "/context/v1.jsonld"})
    void compressesWhereItMay(String path) throws Exception {
        HttpResponse<byte[]> compressed = CLIENT.send(
                request(path)
                        .header("Accept-Encoding", "br;q=1.0, gzip;q=0.8")
                        .GET()
                        .build(),
                BodyHandlers.ofByteArray());
        HttpResponse<String> plain = get(path, "Accept-Encoding", "gzip;q=0");

        assertThat(compressed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(compressed.headers().allValues("Vary")).contains("Accept-Encoding");
        assertThat(compressed.headers().firstValue("ETag"))
                .isNotEqualTo(plain.headers().firstValue("ETag"));
        try (var content = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(plain.body());
        }
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/", SUMMARY, "/feed.rss", "/nothing", "/sparql", "/sparql?query=ASK%7B%7D"})
    void headSaysWhatGetWouldSay(String path) throws Exception {
        HttpResponse<String> get = get(path);
        HttpResponse<String> head = send(request(path).method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Vary", "Cache-Control"}) {
            assertThat(head.headers().allValues(name))
                    .as(name)
                    .isEqualTo(get.headers().allValues(name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void servesEveryFeedAsItsType(FeedFormat format) throws Exception {
        HttpResponse<String> feed = get("/topic/alliance/" + format.file(), "Accept", BROWSER);

        assertThat(feed.statusCode()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(format.mediaType()));
    }

    @Test
    void servesUnderAPathToo() throws Exception {
        DatasetGraph empty = DatabaseMgr.createDatasetGraph();
        Site site = new SiteComposition(
                        empty,
                        () -> "0",
                        "http://localhost/letters/",
                        Studies::snapshot,
                        InstantSource.fixed(Studies.NOW))
                .site();
        SparqlServer server = new SparqlServer(empty, site, ServerSettings.standard(0, true)).start();
        try {
            for (String prefix : new String[] {"/", "/letters/"}) {
                URI address = URI.create("http://localhost:" + server.port() + prefix);
                assertThat(CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                                .body())
                        .contains("href=\"/letters/static/site.css\"", "Nothing has been published here yet.");
                assertThat(CLIENT.send(
                                        HttpRequest.newBuilder(address.resolve("sparql?query=" + encode("ASK {}")))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode())
                        .as(prefix)
                        .isEqualTo(200);
            }
        } finally {
            server.stop();
        }
    }

    @Test
    void saysNoMoreThanASentenceAboutABug() throws Exception {
        DatasetGraph empty = DatabaseMgr.createDatasetGraph();
        Site broken = new SiteComposition(
                        empty,
                        () -> "0",
                        Studies.BASE,
                        digest -> {
                            throw new IllegalStateException("a secret");
                        },
                        InstantSource.fixed(Studies.NOW))
                .site();
        SparqlServer server = new SparqlServer(empty, broken, ServerSettings.standard(0, true)).start();
        try {
            URI snapshot = URI.create("http://localhost:" + server.port() + "/snapshot/" + "0".repeat(64));
            HttpResponse<String> response =
                    CLIENT.send(HttpRequest.newBuilder(snapshot).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(500);
            assertThat(response.body()).isEqualTo("This cannot be answered at present.\n");
        } finally {
            server.stop();
        }
    }

    private static long size() {
        return Txn.calculateRead(STUDIES, () -> STUDIES.stream().count());
    }

    private static JsonNode json(HttpResponse<String> response) throws Exception {
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/sparql-results+json"));
        return new ObjectMapper().readTree(response.body());
    }

    private static String query(String query) {
        return "/sparql?query=" + encode(query);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + SERVER.port() + path));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }
}
