package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site that shows less than it did: half of its posts are not gone because one crawl does not find them. */
class ShrunkenSiteIT {
    private static final int POSTS = 7;

    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();
    private SourceProfile profile;

    @BeforeEach
    void publish() throws IOException {
        Path source = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0}
            """.formatted(site.address("/blog/")));
        profile = new SourceProfiles("test").read(source);
        for (int i = 0; i < POSTS; i++) {
            site.at("/blog/post-" + i + "/", post(i));
        }
        list(POSTS);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void list(int posts) {
        String links = IntStream.range(0, posts)
                .mapToObj(i -> "<li><a href=\"/blog/post-" + i + "/\">Groups of " + (i + 2) + "</a></li>")
                .collect(Collectors.joining());
        site.at("/blog/", html("<h1>Blog</h1><ul>" + links + "</ul>"));
    }

    private static HttpHandler post(int i) {
        return html("<article><h1>Groups of " + (i + 2) + "</h1><p>" + (i + 1) + " February 2015</p><p>Author"
                + (char) ('a' + i) + ", B. (201" + i % 5 + "). Cohesion in groups of " + (i + 2)
                + ". <em>Journal of Examples, 12</em>, 34-56.</p><p>The study asked groups of " + (i + 2)
                + " how close their members felt, and went on asking for a year.</p><h4>Practice Implications</h4>"
                + "<p>Therapists may ask groups of " + (i + 2) + " how close they feel.</p></article>");
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<html><body>" + text + "</body></html>");
    }

    private Tally crawl(GraphArchive archive, URI from) {
        Progress quiet = new Progress(new PrintWriter(new StringWriter()), false);
        return new Reading(archive, true, quiet).read(Map.of(profile, List.of(new Inputs.Input.Address(from))));
    }

    private static List<String> files(GraphArchive archive) {
        return archive.entries().stream().map(ArchiveEntry::sha256).toList();
    }

    @Test
    void takesNothingAwayAndSaysSo() {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            assertThat(crawl(archive, site.address("/blog/")).of(Novelty.NEW)).isEqualTo(POSTS);
            List<String> before = files(archive);
            list(2);
            for (int i = 2; i < POSTS; i++) {
                site.at("/blog/post-" + i + "/", LegacySite.text(404, "text/plain", "gone"));
            }
            Tally tally = crawl(archive, site.address("/blog/"));

            assertThat(tally.refused()).singleElement().satisfies(notice -> {
                assertThat(notice.code()).isEqualTo("source-doubtful");
                assertThat(notice.message()).startsWith("the crawl found 2 of 7 posts that are known");
            });
            assertThat(files(archive)).isEqualTo(before);
        }
    }

    @Test
    void aCrawlOfAPartIsNoShrunkenSite() {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            crawl(archive, site.address("/blog/"));
            Tally tally = crawl(archive, site.address("/blog/post-1/"));
            assertThat(tally.notices()).extracting(Notice::code).doesNotContain("source-doubtful");
        }
    }
}
