package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a summary that is taken back, comes again, or is another one, while the site goes on. */
@Timeout(180)
class LifeIT {
    private static final String ROOT = Served.ROOT;
    private static final String ONE = ROOT + "summary/2022-01/one";
    private static final String TWO = ROOT + "summary/2022-01/two";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Served served;

    @BeforeEach
    void serve() {
        assertThat(ingest("One").code()).isZero();
        assertThat(ingest("Two").code()).isZero();
        served = new Served(store(), folder.resolve("drop"));
    }

    @AfterEach
    void close() {
        served.close();
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Outcome ingest(String title) {
        return Cli.run(
                "ingest",
                "--store",
                store(),
                "--sources",
                Sources.FOLDER,
                "--source",
                "pprnet",
                Cli.summary(folder, title));
    }

    private Outcome decide(String... words) {
        Object[] all = new Object[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "--store";
        all[words.length + 1] = store();
        return Cli.run(all);
    }

    private HttpResponse<String> get(String iri, String accept) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(
                                URI.create("http://localhost:" + served.port() + "/" + iri.substring(ROOT.length())))
                        .header("Accept", accept)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aSummaryThatIsTakenBackSaysSoAndStaysAway() throws Exception {
        String work = get(ONE, "text/turtle").body().replaceAll("(?s).*<(?:[^>]*/)?(works/[^>#]*)[>#].*", ROOT + "$1");
        assertThat(get(work, "text/html").statusCode()).isEqualTo(303);

        Outcome removed = decide("remove", ONE, "--reason", "The study was retracted.");
        assertThat(removed.code()).as(removed.err()).isZero();
        assertThat(removed.out()).isEqualTo("removed " + ONE + "\n");

        HttpResponse<String> page = get(ONE, "text/html");
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("taken back on", "The study was retracted.");
        HttpResponse<String> data = get(ONE, "text/turtle");
        assertThat(data.statusCode()).isEqualTo(410);
        assertThat(data.body()).contains("prov:wasInvalidatedBy", "The study was retracted.");
        assertThat(get(work, "text/html").statusCode()).isEqualTo(410);
        assertThat(get(ROOT + "feed.atom", "*/*").body())
                .contains("<at:deleted-entry", "ref=\"" + ONE + "\"", "The study was retracted.")
                .doesNotContain("<id>" + ONE + "</id>");
        assertThat(get(ROOT, "text/html").body()).doesNotContain("summary/2022-01/one");

        Outcome again = ingest("One");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.err()).contains("was taken back, and stays away");
        assertThat(get(ONE, "text/html").statusCode()).isEqualTo(410);

        assertThat(decide("reinstate", ONE).out()).isEqualTo("reinstated " + ONE + "\n");
        assertThat(get(ONE, "text/html").statusCode()).isEqualTo(200);
        assertThat(get(work, "text/html").statusCode()).isEqualTo(303);
        assertThat(ingest("One").out()).contains("0 new");
        assertThat(get(ROOT + "feed.atom", "*/*").body()).doesNotContain("deleted-entry");
    }

    @Test
    void twoSummariesThatAreOneLeadToOne() throws Exception {
        Outcome redirected = decide("redirect", ONE, TWO);
        assertThat(redirected.code()).as(redirected.err()).isZero();

        HttpResponse<String> page = get(ONE, "text/html");
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location")).contains(TWO);
        assertThat(get(ONE + ".ttl", "*/*").headers().firstValue("Location")).contains(TWO + ".ttl");
        assertThat(decide("reinstate", ONE).err()).contains("leads to " + TWO);

        // what led to the first leads to the second
        assertThat(ingest("One").err()).doesNotContain("stays away");
        assertThat(get(ONE, "text/html").statusCode()).isEqualTo(308);
    }

    @Test
    void aWorkThatIsReadOtherwiseNowLeavesItsOldAddress() throws Exception {
        String work = get(ONE, "text/turtle").body().replaceAll("(?s).*<(?:[^>]*/)?(works/[^>#]*)[>#].*", ROOT + "$1");
        assertThat(get(work, "text/html").statusCode()).isEqualTo(303);
        Path file = Cli.summary(folder, "One");
        Cli.write(file, java.nio.file.Files.readString(file).replace("Doe, J. (2020)", "Roe, M. (2019)"));
        Outcome again = Cli.run("ingest", "--store", store(), "--sources", Sources.FOLDER, file);

        assertThat(again.out()).as(again.err()).contains("1 changed");
        assertThat(get(work, "text/html").statusCode()).isEqualTo(410);
    }

    @Test
    void aSlipOfTheKeyboardDecidesNothing() throws Exception {
        Outcome unknown = decide("remove", ROOT + "summary/2022-01/tow");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("the nearest known is " + TWO);
        assertThat(decide("redirect", ONE, ONE).code()).isEqualTo(2);
        assertThat(decide("reinstate", ONE).code()).isEqualTo(2);
        assertThat(get(ONE, "text/html").statusCode()).isEqualTo(200);
    }

    @Test
    void aStoreIsReadIntoWhileItIsServed() throws Exception {
        Outcome ingest = ingest("Three");
        assertThat(ingest.code()).as(ingest.err()).isZero();
        assertThat(ingest.out()).contains("1 new");
        assertThat(get(ROOT + "summary/2022-01/three", "text/html").statusCode())
                .isEqualTo(200);
    }
}
