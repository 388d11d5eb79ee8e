package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.source.registry.RegistryServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A study that was retracted after its summary was published: every place where somebody may read of it says so. */
@Timeout(120)
class RetractionIT {
    private static final String WORK = ServedDesk.ROOT + "works/roe-2014-steps-beside-each-other";
    private static final String NOTICE = "Retraction of 2019-05-02, doi:10.5555/jiw.notice (publisher).";

    @TempDir
    private Path folder;

    private final RegistryServer registry = new RegistryServer();
    private ServedDesk desk;

    @BeforeEach
    void retract() throws IOException {
        desk = new ServedDesk(folder);
        registry.register(OwlRecords.record(4, OwlRecords.retracted("retraction")));
        Path profile = desk.sources().resolve("owl/profile.yaml");
        Files.writeString(
                profile,
                Files.readString(profile)
                        + "resolver: {address: \"%s\", contact: a@owl.example, delay: 0s}\n"
                                .formatted(registry.address()));
        Outcome resolved = Cli.run("resolve", "--allow-private", "--store", desk.store(), "--sources", desk.sources());
        assertThat(resolved.code()).as(resolved.err()).isZero();
        assertThat(resolved.out())
                .as("by the server that has the store")
                .contains("3 works looked up: 1 with a record");
    }

    @AfterEach
    void close() {
        desk.close();
        registry.close();
    }

    private static String get(String address) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString())
                    .body();
        }
    }

    @Test
    void itsPagesSayItFirstAndBesideTheAdvice() throws IOException, InterruptedException {
        String page = get(desk.site(ServedDesk.SUMMARY));
        assertThat(page).contains("class=\"alarm\">The study was retracted: " + NOTICE);
        assertThat(page.indexOf("The study was retracted")).isLessThan(page.indexOf("<div class=\"body\">"));
        String advice = page.substring(page.indexOf("<section class=\"implications\""));
        assertThat(advice.substring(0, advice.indexOf("</section>")))
                .contains("The study was retracted. What is advised here rests on it.");
        assertThat(page).contains("doi:10.5555/jiw.2014.04</a> (from the registry)");
        for (String id : page.split("id=\"")) {
            String name = id.substring(0, Math.max(0, id.indexOf('"')));
            assertThat(page.split("id=\"" + name + "\"", -1)).as(name).hasSizeLessThanOrEqualTo(2);
        }

        String work = get(desk.site(WORK) + ".html");
        assertThat(work)
                .contains("class=\"alarm\">The study was retracted: " + NOTICE)
                .contains("<dt>ISSN</dt><dd>0033-3204</dd>")
                .contains("<dt>From the registry</dt><dd>DOI (<a href=\"" + registry.address());
        assertThat(get(desk.site(ServedDesk.ROOT + "summary/2020-04/waiting-lists-worry")))
                .doesNotContain("class=\"alarm\"");
    }

    @Test
    void itsFeedsSayIt() throws IOException, InterruptedException {
        for (String feed : new String[] {"feed.atom", "feed.rss", "feed.json"}) {
            assertThat(get(desk.site(ServedDesk.ROOT + feed)))
                    .as(feed)
                    .contains("The study was retracted: " + NOTICE)
                    .contains("The study was retracted. What is advised here rests on it.");
        }
    }

    @Test
    void whoAsksInSparqlOrTakesTheReferenceAwayIsTold() throws IOException, InterruptedException {
        String site = desk.site(Served.ROOT);
        assertThat(get(site + "api/shaken-advice.csv"))
                .contains("Listeners could ask whether someone would rather walk.")
                .contains("The study was retracted,retraction,2019-05-02,10.5555/jiw.notice," + WORK)
                .hasLineCount(2);
        String query = """
            PREFIX oa: <http://www.w3.org/ns/oa#>
            PREFIX precis: <https://w3id.org/precis/ns#>
            ASK { ?summary precis:practiceImplication ?advice .
                  ?flag oa:hasTarget ?advice ; oa:hasBody <https://w3id.org/precis/flag#study-retracted> }\
            """;
        assertThat(get(site + "sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .contains("true");
        assertThat(get(desk.site(WORK) + ".bib")).contains("The study was retracted: " + NOTICE.substring(0, 24));
    }

    @Test
    void theDeskShowsItOnceAndAnEditorMayDismissIt() throws IOException, InterruptedException {
        DeskClient editor = new DeskClient(desk);
        String doubts = editor.get("doubts?flag=study-retracted").body();
        assertThat(doubts).contains("The study was retracted <span class=\"count\">1</span>", NOTICE);
        editor.send(
                "save",
                "do",
                "save",
                "summary",
                ServedDesk.SUMMARY,
                "entry",
                "- {summary: %s, flags: {dismiss: [study-retracted]}}\n".formatted(ServedDesk.SUMMARY));
        assertThat(editor.get("doubts?flag=study-retracted").body()).doesNotContain("The study was retracted");
    }
}
