package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.source.LegacySite;
import dev.precis.sparql.archive.DurableFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was fetched goes out as a web archive and comes in again: the same bytes are published. */
class WarcIT {
    private static final Path RECORDED = Path.of("src", "test", "resources", "wordpress");
    private static final Path QUIET_HOUR = Path.of("..", "bench", "wordpress.d", "sources", "quiet-hour");

    @TempDir
    private Path folder;

    private Path store;
    private Path archive;

    @BeforeEach
    void name() {
        store = folder.resolve("store");
        archive = folder.resolve("out.warc.gz");
    }

    @Test
    void aListingCrawledTwiceComesBackByteForByte() throws IOException {
        Path sources = Path.of("src", "test", "resources", "sources");
        try (LegacySite site = new LegacySite()) {
            String start = site.address("/pprnet/blog").toString();
            crawl(sources, "legacy", start);
            site.publish(new LegacySite.Post("Is There Anything New?", YearMonth.of(2024, 1), Set.of("cat_2=13")));
            LegacySite.Post old = site.posts().get(9);
            site.replace(old, new LegacySite.Post(old.title(), old.month(), Set.of("cat_2=14", "cat_1=25")));
            crawl(sources, "legacy", start);
            assertComesBack(sources, "--source", "legacy", "--from", start);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"twentytwentyone", "twentytwentythree"})
    void aBlogWithFeedsAndPermalinksComesBackByteForByte(String theme) throws IOException {
        try (RecordedBlog blog = new RecordedBlog(RECORDED.resolve("twentytwentyone"), RECORDED.resolve(theme))) {
            Path sources = quietHour(blog);
            crawl(sources, "quiet-hour", blog.address() + "/");
            assertComesBack(sources);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/feed/", "/wp-json/wp/v2/posts?per_page=3"})
    void whatCameAsDataComesBackByteForByte(String path) throws IOException {
        try (RecordedBlog blog = new RecordedBlog(RECORDED.resolve("twentytwentyone"))) {
            Path sources = quietHour(blog);
            crawl(sources, "quiet-hour", blog.address() + path);
            assertComesBack(sources);
        }
    }

    @Test
    void savedPagesAndNewSummariesOfTwoBlogsComeBackByteForByte() throws IOException {
        Path data = Path.of("..", "data");
        Path drop = Cli.summary(folder, "Empathy");
        assertThat(ingest(data.resolve("sources"), data, drop).code()).isZero();
        assertComesBack(data.resolve("sources"));
        assertThat(unpacked()).contains("WARC-Type: resource").doesNotContain("WARC-Type: response");
    }

    @Test
    void picturesComeBackWithTheirPages() throws IOException {
        byte[] png = picture(40);
        try (LegacySite site = new LegacySite()) {
            String page = OwlBlog.page(0).replace("<h2>", "<p><img src=\"/owl/a.png\" alt=\"A walk\"></p><h2>");
            site.at("/owl/", LegacySite.text(200, "text/html", page));
            site.at("/owl/a.png", exchange -> LegacySite.send(exchange, 200, "image/png", png));
            Path sources = owls(site.address("/owl/").toString());
            crawl(sources, "owl", site.address("/owl/").toString());
            assertComesBack(sources);
        }
        assertThat(store.resolve("pictures")).isNotEmptyDirectory();
        DurableFiles.deleteTree(store);
        Path saved = folder.resolve("saved");
        OwlBlog.write(
                saved.resolve("post.html"),
                OwlBlog.page(0).replace("<h2>", "<p><img src=\"files/a.png\" alt=\"A walk\"></p><h2>"));
        Files.createDirectories(saved.resolve("files"));
        Files.write(saved.resolve("files/a.png"), png);
        Path sources = owls(OwlBlog.HOME);
        assertThat(ingest(sources, saved).code()).isZero();
        assertThat(store.resolve("pictures")).isNotEmptyDirectory();
        assertComesBack(sources);
        assertThat(store.resolve("pictures")).isNotEmptyDirectory();
    }

    private static byte[] picture(int side) throws IOException {
        BufferedImage image = new BufferedImage(4 * side, 4 * side, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    @Test
    void whatIsTheSameIsWrittenOnceAndReferredTo() throws IOException {
        String page = OwlBlog.page(0);
        try (LegacySite site = new LegacySite()) {
            site.at("/owl/", LegacySite.text(200, "text/html", """
                <html><body><h1>Owls</h1><a href="/owl/one">one</a> <a href="/owl/two">two</a></body></html>\
                """));
            site.at("/owl/one", LegacySite.text(200, "text/html", page));
            site.at("/owl/two", LegacySite.text(200, "text/html", page));
            Path sources = owls(site.address("/owl/").toString());
            crawl(sources, "owl", site.address("/owl/").toString());
            assertComesBack(sources);
        }
        assertThat(unpacked())
                .containsOnlyOnce("WARC-Type: revisit")
                .contains("http://netpreserve.org/warc/1.1/revisit/identical-payload-digest")
                .contains("GET /owl/two HTTP/1.1", "WARC-Concurrent-To: <urn:uuid:", "WARC/1.1");
    }

    @Test
    void aStoreFromBeforeThereWasAHistoryStillTellsItsLastCaptures() throws IOException {
        try (LegacySite site = new LegacySite()) {
            site.at("/owl/", LegacySite.text(200, "text/html", OwlBlog.page(0)));
            Path sources = owls(site.address("/owl/").toString());
            crawl(sources, "owl", site.address("/owl/").toString());
            Files.delete(store.resolve("captures.jsonl"));
            assertPublishesTheSame(sources);
        }
        Files.delete(store.resolve("captures.jsonl"));
        Cli.Outcome none = Cli.run("export", "--store", store, "--format", "warc", archive);
        assertThat(none.code()).isEqualTo(1);
        assertThat(none.err()).contains("not written: snapshot", "ingest its source again");
    }

    @Test
    void aDamagedSnapshotIsNamedAndLeftOut() throws IOException {
        assertThat(ingest(Path.of("..", "data", "sources"), Cli.summary(folder, "Empathy"))
                        .code())
                .isZero();
        Path page;
        try (var files = Files.walk(store.resolve("snapshots"))) {
            page = files.filter(file -> file.getFileName().toString().length() == 64)
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(page, "something else");
        Cli.Outcome outcome = Cli.run("export", "--store", store, "--format", "warc", archive);
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("empathy.md", page.getFileName().toString(), "missing or damaged");
        assertThat(unpacked()).contains("WARC-Type: warcinfo").doesNotContain("WARC-Type: resource");
    }

    @Test
    void anArchiveOfOtherSitesIsRefusedWithWhatItHas() throws IOException {
        try (LegacySite site = new LegacySite()) {
            site.at("/owl/", LegacySite.text(200, "text/html", OwlBlog.page(0)));
            String home = site.address("/owl/").toString();
            crawl(owls(home), "owl", home);
            assertThat(Cli.run("export", "--store", store, "--format", "warc", archive)
                            .code())
                    .isZero();
            Path elsewhere = folder.resolve("elsewhere");
            OwlBlog.in(elsewhere).withProfile("");
            Path other = folder.resolve("other");
            Cli.Outcome outcome = Cli.run("ingest", "--no-index", "--sources", elsewhere, "--store", other, archive);
            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.err()).contains("no page of https://owl.example/", "but of http://localhost:", "--from");
        }
    }

    @Test
    void aBaseHasNoMeaningForAnArchive() {
        assertThat(ingest(Path.of("..", "data", "sources"), Cli.summary(folder, "Empathy"))
                        .code())
                .isZero();
        Cli.Outcome outcome =
                Cli.run("export", "--store", store, "--format", "warc", "--base-uri", "https://example.org/", archive);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(archive).doesNotExist();
    }

    /** The archive of the store, read into none, gives the same; also the same archive; packed or not. */
    private void assertComesBack(Path sources, Object... options) throws IOException {
        assertPublishesTheSame(sources, options);
        Path again = folder.resolve("again.warc.gz");
        Cli.run("export", "--store", store, "--format", "warc", again);
        assertThat(again).hasSameBinaryContentAs(archive);
    }

    private void assertPublishesTheSame(Path sources, Object... options) throws IOException {
        Path before = folder.resolve("before.nq");
        assertThat(Cli.run("export", "--store", store, "--format", "nquads", before)
                        .code())
                .isZero();
        assertThat(before).isNotEmptyFile();
        Path plain = folder.resolve("plain.warc");
        for (Path file : List.of(archive, plain)) {
            Cli.Outcome out = Cli.run("export", "--store", store, "--format", "warc", file);
            assertThat(out.code()).as(out.err()).isZero();
        }
        DurableFiles.deleteTree(store);
        for (Path file : List.of(plain, archive)) {
            DurableFiles.deleteTree(store);
            Object[] inputs =
                    Stream.concat(Arrays.stream(options), Stream.of(file)).toArray();
            Cli.Outcome in = ingest(sources, inputs);
            assertThat(in.code()).as(in.err()).isZero();
            Path after = folder.resolve("after.nq");
            Cli.run("export", "--store", store, "--format", "nquads", after);
            assertThat(after).hasSameBinaryContentAs(before);
        }
    }

    private void crawl(Path sources, String source, String address) {
        Cli.Outcome outcome = ingest(sources, "--allow-private", "--source", source, address);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    private Cli.Outcome ingest(Path sources, Object... inputs) {
        Object[] command = Stream.concat(
                        Stream.of("ingest", "--no-index", "--sources", sources, "--store", store),
                        Arrays.stream(inputs))
                .toArray();
        return Cli.run(command);
    }

    private String unpacked() throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path quietHour(RecordedBlog blog) throws IOException {
        Path sources = folder.resolve("sources");
        Path source = Files.createDirectories(sources.resolve("quiet-hour"));
        Files.writeString(
                source.resolve("profile.yaml"),
                Files.readString(QUIET_HOUR.resolve("profile.yaml")).replace("BLOG_HOME", blog.address() + "/"));
        Files.copy(QUIET_HOUR.resolve("topics.ttl"), source.resolve("topics.ttl"));
        return sources;
    }

    private Path owls(String home) {
        Path sources = folder.resolve("owls");
        OwlBlog.write(sources.resolve("owl/profile.yaml"), """
            name: Owl Notes
            home: %s
            publisher: The Owls
            licence: https://creativecommons.org/licenses/by/4.0/
            labels:
              implications: [What owls conclude]
            crawl:
              delay: 0ms
            """.formatted(home));
        return sources;
    }
}
