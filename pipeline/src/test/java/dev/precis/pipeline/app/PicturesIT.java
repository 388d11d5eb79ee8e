package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.picture.Images;
import dev.precis.sparql.archive.DurableFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of posts, from saved pages and from a crawl, to all that shows them; and what becomes of them later. */
@Timeout(180)
class PicturesIT {
    private static final byte[] PLOT = Images.png(1);
    private static final String ROOT = Served.ROOT + "naps/";

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final LegacySite site = new LegacySite();

    @BeforeEach
    void settings() {
        Cli.write(folder.resolve("sources/naps/profile.yaml"), """
            name: Naps
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0}
            """.formatted(site.address("/blog/")));
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String page(String title, String picture) {
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%1$s – Naps</title>
            <meta property="og:type" content="article"><meta property="article:published_time" content="2024-05-02">
            </head><body><article><h1>%1$s</h1><div class="entry-content">
            <p>Doe, J. (2020). What is known of %1$s. <em>Journal of Naps</em>, 12, 34-56.</p>
            <p>Thirty people slept at noon, as is told of %1$s, and thirty did not (d = 0.41).</p>
            <figure><img src="%2$s" alt="A plot"><figcaption>How they slept in %1$s.</figcaption></figure>
            <p>Those who had slept were better, and went on being better for a week after %1$s.</p>
            <h2>Practice Implications</h2><p>Sleep <b>more</b>, as in %1$s.</p>
            <p><img src="%2$s" alt="The same plot"></p><p>And say so.</p>
            </div></article></body></html>
            """.formatted(title, picture);
    }

    private Path save(String name, String title, byte[] picture) {
        Path page = Cli.write(folder.resolve("saved/" + name + ".html"), page(title, name + "_files/plot.png"));
        try {
            Files.createDirectories(page.resolveSibling(name + "_files"));
            Files.write(page.resolveSibling(name + "_files/plot.png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page;
    }

    private Outcome run(String command, Object... more) {
        Stream<Object> settings = Stream.of(command, "--store", store(), "--sources", folder.resolve("sources"));
        return Cli.run(Stream.concat(settings, Stream.of(more)).toArray());
    }

    private Path store() {
        return folder.resolve("store");
    }

    private HttpResponse<byte[]> get(Served served, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + served.port() + path);
        return client.send(
                HttpRequest.newBuilder(address)
                        .header("Accept-Encoding", "gzip")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> answer) throws IOException {
        byte[] body = answer.body();
        if (answer.headers().firstValue("Content-Encoding").isPresent()) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    @Test
    void aSavedPageIsShownWithItsPicture() throws IOException, InterruptedException {
        save("one", "Naps at noon", PLOT);
        Outcome outcome = run("ingest", "--source", "naps", folder.resolve("saved"));
        assertThat(outcome.code()).as(outcome.err()).isZero();

        try (Served served = new Served(store(), folder.resolve("drop"))) {
            Element page = Jsoup.parse(text(get(served, "/naps/summary/2024-05/naps-at-noon")))
                    .body();
            Element picture = page.expectFirst(".body figure > img");
            assertThat(picture.attr("alt")).isEqualTo("A plot");
            assertThat(picture.attr("width") + " " + picture.attr("height")).isEqualTo("64 48");
            assertThat(picture.attr("src")).matches("/naps/picture/[0-9a-f]{64}\\.png");
            assertThat(page.expectFirst(".implications img").attr("src")).isEqualTo(picture.attr("src"));
            HttpResponse<byte[]> answer = get(served, picture.attr("src"));
            assertThat(answer.body()).isEqualTo(PLOT);
            assertThat(answer.headers().map())
                    .containsEntry("content-type", List.of("image/png"))
                    .containsEntry("cache-control", List.of("public, max-age=31536000, immutable"))
                    .containsEntry("x-content-type-options", List.of("nosniff"))
                    .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
                    .doesNotContainKey("content-encoding");
            assertThat(get(served, picture.attr("src").replaceFirst("[0-9a-f]{3}", "000"))
                            .statusCode())
                    .isEqualTo(404);
            JsonNode item = new ObjectMapper()
                    .readTree(text(get(served, "/naps/feed.json")))
                    .path("items")
                    .path(0);
            assertThat(Jsoup.parse(item.path("content_html").asText())
                            .select("img")
                            .eachAttr("src"))
                    .hasSize(2)
                    .allMatch(src -> src.startsWith(ROOT + "picture/"));
        }
    }

    @Test
    void whatCouldNotBeHadLeavesItsWordsAndANotice() throws IOException {
        Files.delete(save("one", "Naps at noon", PLOT).resolveSibling("one_files/plot.png"));
        Outcome outcome = run("ingest", "--source", "naps", folder.resolve("saved"));

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out() + outcome.err())
                .contains("their words stand for pictures: plot.png is no file beside the page");
        assertThat(export()).contains("[A plot]").doesNotContain("<img", "ImageObject");
    }

    @Test
    void aPictureIsShownAsLongAsASummaryShowsIt() throws IOException, InterruptedException {
        save("one", "Naps at noon", PLOT);
        save("two", "Naps at two", PLOT);
        byte[] other = Images.png(2);
        save("three", "Naps at three", other);
        run("ingest", "--source", "naps", folder.resolve("saved"));
        String plot = picture("naps-at-two");
        String alone = picture("naps-at-three");
        assertThat(plot).isNotEqualTo(alone);

        run("remove", ROOT + "summary/2024-05/naps-at-noon", "--reason", "error");
        run("remove", ROOT + "summary/2024-05/naps-at-three", "--reason", "error");
        try (Served served = new Served(store(), folder.resolve("drop"))) {
            assertThat(get(served, plot).statusCode()).isEqualTo(200);
            assertThat(get(served, alone).statusCode()).isEqualTo(410);
        }
        run("reinstate", ROOT + "summary/2024-05/naps-at-three");
        try (Served served = new Served(store(), folder.resolve("drop"))) {
            assertThat(get(served, alone).body()).isEqualTo(other);
        }
    }

    private String picture(String summary) throws IOException, InterruptedException {
        try (Served served = new Served(store(), folder.resolve("drop"))) {
            String page = text(get(served, "/naps/summary/2024-05/" + summary));
            return Jsoup.parse(page).expectFirst(".body img").attr("src");
        }
    }

    @Test
    void anotherBaseShowsThemUnderIt() {
        save("one", "Naps at noon", PLOT);
        run("ingest", "--source", "naps", folder.resolve("saved"));

        assertThat(Cli.run(
                                "export",
                                "--store",
                                store(),
                                "--format",
                                "nquads",
                                "--base-uri",
                                "https://naps.example/",
                                out())
                        .code())
                .isZero();
        assertThat(read(out()))
                .contains("src=\\\"https://naps.example/naps/picture/")
                .doesNotContain(ROOT);
    }

    @Test
    void anExportHasThemBesideItself() throws IOException {
        save("one", "Naps at noon", PLOT);
        run("ingest", "--source", "naps", folder.resolve("saved"));
        Path beside = folder.resolve("beside");

        assertThat(Cli.run("export", "--store", store(), "--format", "turtle", "--pictures", beside, out())
                        .code())
                .isZero();
        try (Stream<Path> files = Files.list(beside)) {
            Path picture = files.toList().getFirst();
            assertThat(picture).hasBinaryContent(PLOT);
            assertThat(read(out())).contains("picture/" + picture.getFileName());
        }
    }

    @Test
    void verificationMissesThemAndABackupHasThem() throws IOException {
        save("one", "Naps at noon", PLOT);
        run("ingest", "--source", "naps", folder.resolve("saved"));
        Path copy = folder.resolve("copy");
        assertThat(run("backup", copy).code()).isZero();
        assertThat(Cli.run("rebuild", "--store", copy, "--sources", folder.resolve("sources"))
                        .code())
                .isZero();
        assertThat(Cli.run("verify", "--store", copy).code()).isZero();

        for (Path picture : pictures(copy)) {
            Files.delete(picture);
        }
        Outcome verified = Cli.run("verify", "--store", copy);
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.out() + verified.err()).contains("its picture", ".png is missing or damaged");

        for (Path picture : pictures(store())) {
            Files.write(picture, new byte[] {1});
        }
        Outcome backup = run("backup", folder.resolve("second"));
        assertThat(backup.out() + backup.err()).contains("the picture is damaged");
        Outcome again = run("ingest", "--source", "naps", folder.resolve("saved"));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(run("rebuild").code()).isZero();
        assertThat(Cli.run("verify", "--store", store()).code()).isZero();
    }

    private static List<Path> pictures(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("pictures"))) {
            return files.filter(file -> file.getFileName().toString().length() == 64)
                    .toList();
        }
    }

    @Test
    void aCrawlFetchesThemAndASecondOneChangesNothing() throws IOException {
        site.at("/blog/", LegacySite.text(200, "text/html", """
            <html><body><h1>Naps</h1><h2><a href="/blog/one/">Naps at noon</a></h2>
            <h2><a href="/blog/two/">Naps at two</a></h2></body></html>\
            """));
        site.at("/blog/one/", LegacySite.text(200, "text/html", page("Naps at noon", "/plot.png")));
        site.at("/blog/two/", LegacySite.text(200, "text/html", page("Naps at two", "/plot.png")));
        site.at("/plot.png", exchange -> LegacySite.send(exchange, 200, "image/png", PLOT));

        Outcome outcome = run("ingest", "--source", "naps", "--allow-private", site.address("/blog/"));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(site.requests()).filteredOn("/plot.png"::equals).hasSize(1);
        String export = export();
        assertThat(export).contains("<img alt=\\\"A plot\\\" height=\\\"48\\\" src=\\\"" + ROOT + "picture/");

        site.at("/plot.png", LegacySite.text(503, "text/html", "later"));
        Outcome again = run("ingest", "--source", "naps", "--allow-private", site.address("/blog/"));
        assertThat(again.out()).contains("summaries: 0 new", "0 changed, 0 quarantined");
        assertThat(export()).isEqualTo(export);
    }

    @Test
    void readAgainFromWhatWasCapturedTheyAreTheSame() throws IOException {
        Path page = save("one", "Naps at noon", PLOT);
        assertThat(run("ingest", "--source", "naps", folder.resolve("saved")).code())
                .isZero();
        String export = export();
        Files.delete(page.resolveSibling("one_files/plot.png"));
        Cli.write(
                folder.resolve("sources/naps/profile.yaml"),
                read(folder.resolve("sources/naps/profile.yaml")) + "description: Of naps.\n");

        Outcome again = run("reprocess", "--source", "naps");
        assertThat(again.code()).as(again.out() + again.err()).isZero();
        assertThat(export())
                .contains("<img")
                .satisfies(text -> assertThat(pictureLines(text)).isEqualTo(pictureLines(export)));
    }

    private static List<String> pictureLines(String export) {
        return export.lines()
                .filter(line -> line.contains("<img") || line.contains("schema.org/image>"))
                .toList();
    }

    @Test
    void theSamePagesInAnyOrderAreTheSameGraphs() {
        Path one = save("one", "Naps at noon", PLOT);
        Path two = save("two", "Naps at two", Images.png(3));
        run("ingest", "--source", "naps", one, two);
        String export = export();
        DurableFiles.deleteTree(store());
        run("ingest", "--source", "naps", two);
        run("ingest", "--source", "naps", one);
        assertThat(export()).isEqualTo(export).contains("<img");
    }

    private Path out() {
        return folder.resolve("out.nq");
    }

    private String export() {
        assertThat(Cli.run("export", "--store", store(), "--format", "nquads", out())
                        .code())
                .isZero();
        return read(out());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
