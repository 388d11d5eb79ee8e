package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The running server and its watched folder, on a free port. */
class PublicationIT {
    private static final SourceProfile PROFILE =
            new SourceProfiles("test").read(Path.of("src", "test", "resources", "sources", "legacy"));
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final StringWriter log = new StringWriter();
    private GraphArchive archive;
    private Publication publication;

    @BeforeEach
    void publish() {
        archive = GraphArchive.open(folder.resolve("store"));
        EndpointOptions options = new EndpointOptions();
        Publication.Plan plan = new Publication.Plan(
                "http://localhost:3030/", options.server(0, true), drop(""), PROFILE, Sources.FOLDER, List.of(PROFILE));
        publication = new Publication(archive, plan, options, new PrintWriter(log, true), new Main());
    }

    @AfterEach
    void close() {
        publication.close();
        archive.close();
    }

    @Test
    void aNewSummaryIsPublishedWithinTwoSeconds() throws Exception {
        put("first.md", summary("Warm Up", ""));
        await(() -> titles().contains("Warm Up"), PATIENCE);

        put("second.md", summary("Does It Arrive?", ""));
        Stopwatch watch = new Stopwatch(ProcessHandle.current());
        await(() -> titles().contains("Does It Arrive?"), PATIENCE);
        assertThat(watch.time()).isLessThan(Duration.ofSeconds(2));

        await(() -> Files.exists(drop("published").resolve("second.md")), PATIENCE);
        assertThat(drop("second.md")).doesNotExist();
        String page = get("/legacy/summary/2021-05/does-it-arrive", "text/html");
        assertThat(page).contains("<h1>Does It Arrive?", "Ask whether it has arrived.", "Attachment");
    }

    @Test
    void aWrongSummaryIsMovedAsideWithAReportThatNamesLineAndField() throws Exception {
        put("wrong.md", summary("Wrong", "month: 2021-13\n").replace("month: 2021-05\n", ""));
        Path report = drop("rejected").resolve("wrong.md.report.txt");
        await(() -> Files.exists(drop("rejected").resolve("wrong.md")) && Files.exists(report), PATIENCE);

        assertThat(report).content().contains("wrong.md:4:", "month", "2021-13");
        assertThat(titles()).doesNotContain("Wrong");
        assertThat(log.toString()).contains("rejected wrong.md");
    }

    @Test
    void aFileThatIsTooLargeIsMovedAsideOnce() throws Exception {
        put("large.md", summary("Large", "") + "word ".repeat(30_000));
        Path report = drop("rejected").resolve("large.md.report.txt");
        await(() -> Files.exists(drop("rejected").resolve("large.md")) && Files.exists(report), PATIENCE);

        assertThat(report).content().contains("large.md", "bytes");
        put("after.md", summary("After", ""));
        await(() -> titles().contains("After"), PATIENCE);
        assertThat(log.toString()).containsOnlyOnce("rejected");
    }

    @Test
    void aPageWithoutAPostIsMovedAside() throws Exception {
        put("page.html", "<html><body><h1>About us</h1><p>Nothing of a summary here.</p></body></html>");
        await(() -> Files.exists(drop("rejected").resolve("page.html")), PATIENCE);

        assertThat(drop("rejected").resolve("page.html.report.txt")).content().contains("page.html");
    }

    @Test
    void whateverIsNotReadIsMovedAsideWithAReport() throws Exception {
        put("study.docx", "PK\u0003\u0004 and so on");
        put("notes.txt", "A summary, but nothing tells so.");
        put("empty.md", "");
        put("upload.md.part", "half of");
        Path rejected = drop("rejected");
        for (String name : List.of("study.docx", "notes.txt", "empty.md")) {
            await(() -> Files.exists(rejected.resolve(name)), PATIENCE);
        }

        assertThat(rejected.resolve("study.docx.report.txt"))
                .content()
                .contains("study.docx: is a Word document, which is not read; expected", ".md");
        assertThat(rejected.resolve("notes.txt.report.txt")).content().contains("is plain text");
        assertThat(rejected.resolve("empty.md.report.txt")).content().contains("expected front matter");
        assertThat(drop("upload.md.part")).exists();
    }

    @Test
    void aCorrectedSummaryReplacesItself() throws Exception {
        put("one.md", summary("One", ""));
        await(() -> Files.exists(drop("published").resolve("one.md")), PATIENCE);
        put("one.md", summary("One", "").replace("Ask whether it has arrived.", "Ask once more."));
        await(() -> get("/legacy/summary/2021-05/one", "text/html").contains("Ask once more."), PATIENCE);

        assertThat(titles()).containsOnlyOnce("One");
        assertThat(log.toString()).contains("1 changed");
    }

    @Test
    void everythingTellsOneInstantOfModificationAlsoAfterARestart() throws Exception {
        put("one.md", summary("One", ""));
        await(() -> titles().contains("One"), PATIENCE);
        String modified = archive.entries().stream()
                .filter(ArchiveEntry::isRead)
                .map(row -> row.modified().toString())
                .findFirst()
                .orElseThrow();

        assertTells(modified);
        close();
        publish();
        assertTells(modified);
    }

    private void assertTells(String modified) throws Exception {
        String summary = "/legacy/summary/2021-05/one";
        assertThat(get(summary + ".ttl", ""))
                .containsPattern("dcterms:modified +\"" + modified + "\"\\^\\^xsd:dateTime");
        assertThat(get(summary, "text/html")).contains("\"dateModified\":\"" + modified + "\"");
        assertThat(get("/legacy/feed.atom", "")).contains("<updated>" + modified + "</updated>");
        assertThat(get("/legacy/feed.json", "")).contains("\"date_modified\" : \"" + modified + "\"");
        assertThat(get("/legacy/feed.jsonld", "")).contains("\"dateModified\" : \"" + modified + "\"");
        assertThat(get("/sitemap.xml", "")).contains("<lastmod>" + modified + "</lastmod>");
        assertThat(send(summary, "text/html").headers().firstValue("Last-Modified"))
                .contains(DateTimeFormatter.RFC_1123_DATE_TIME
                        .format(Instant.parse(modified).atOffset(ZoneOffset.UTC))
                        .replaceFirst(", (\\d) ", ", 0$1 "));
    }

    private Path drop(String name) {
        return folder.resolve("drop").resolve(name);
    }

    private void put(String name, String content) throws IOException {
        Files.writeString(drop(name), content);
    }

    private static String summary(String title, String more) {
        return """
            ---
            title: "%s"
            topics: [Attachment]
            %smonth: 2021-05
            citation: "Doe, J. (2020). What arrives. Psychotherapy, 12, 34-56."
            ---

            It was dropped into a folder.

            ## Practice Implications

            Ask whether it has arrived.
            """.formatted(title, more);
    }

    private String titles() throws Exception {
        String query =
                "SELECT ?title { ?summary a <http://schema.org/BlogPosting> ; <http://schema.org/headline> ?title }";
        return get("/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8), "text/csv");
    }

    private String get(String path, String accept) throws IOException, InterruptedException {
        return send(path, accept).body();
    }

    private HttpResponse<String> send(String path, String accept) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + publication.port() + path);
        HttpRequest request =
                HttpRequest.newBuilder(address).header("Accept", accept).build();
        return client.send(request, BodyHandlers.ofString());
    }

    private static void await(Callable<Boolean> condition, Duration patience) throws Exception {
        Instant deadline = Instant.now().plus(patience);
        boolean met = condition.call();
        while (!met && Instant.now().isBefore(deadline)) {
            Thread.onSpinWait();
            met = condition.call();
        }
        assertThat(met).as("met within " + patience).isTrue();
    }
}
