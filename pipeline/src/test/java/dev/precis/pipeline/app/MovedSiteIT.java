package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A blog that moves to another host: its summaries stay those that they were. */
class MovedSiteIT {
    private static final int POSTS = 6;

    @TempDir
    private Path folder;

    private final LegacySite before = new LegacySite();
    private final LegacySite after = new LegacySite();
    private boolean rewritten;

    @AfterEach
    void close() {
        before.close();
        after.close();
    }

    @Test
    void withTheOldAddressAmongItsAliasesNothingIsDoubled() throws IOException {
        publish(before, "/blog/", false);
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            crawl(archive, profile(before.address("/blog/"), ""));
            before.close();
            publish(after, "/blog/", false);
            SourceProfile moved = profile(after.address("/blog/"), "aliases: [" + before.address("/blog/") + "]\n");
            Tally tally = crawl(archive, moved);

            assertThat(tally.toString()).contains("0 new");
            assertThat(tally.refused()).isEmpty();
            assertThat(pages(archive)).hasSize(POSTS).allMatch(page -> page.startsWith(after.address("/blog/") + ""));
            try (GraphArchive fresh = GraphArchive.open(folder.resolve("fresh"))) {
                crawl(fresh, moved);
                assertThat(timeless(archive)).isEqualTo(timeless(fresh));
            }
            assertThat(crawl(archive, moved).toString()).contains("0 new, 6 unchanged, 0 changed, 0 quarantined");
        }
    }

    @Test
    void withoutOneARunThatWouldDoubleMostStopsAndProposesIt() throws IOException {
        publish(before, "/blog/", false);
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            crawl(archive, profile(before.address("/blog/"), ""));
            rewritten = true; // or the work that is cited would tell that they are the same
            publish(after, "/news/", false);
            Tally tally = crawl(archive, profile(after.address("/news/"), ""));
            assertThat(tally.toString()).contains("0 new");
            assertThat(tally.refused())
                    .extracting(Notice::message)
                    .anyMatch(message -> message.startsWith("6 of 6 posts have title and month of summaries that were"
                                    + " read at other addresses")
                            && message.contains("`aliases`"));
            assertThat(pages(archive)).hasSize(POSTS).allMatch(page -> page.startsWith(before.address("/") + ""));
        }
    }

    @Test
    void aRedirectToAnAliasIsFollowed() throws IOException {
        publish(before, "/blog/", false);
        SourceProfile profile = profile(before.address("/blog/"), "aliases: [" + after.address("/blog/") + "]\n");
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            crawl(archive, profile);
            publish(after, "/blog/", false);
            publish(before, "/blog/", true);
            Tally tally = crawl(archive, profile);

            assertThat(tally.toString()).contains("0 new");
            assertThat(tally.notices()).extracting(Notice::code).doesNotContain("unreachable");
            assertThat(pages(archive)).hasSize(POSTS).allMatch(page -> page.startsWith(after.address("/blog/") + ""));
        }
    }

    @Test
    void aRedirectToAnotherHostIsNotFollowedWithoutOne() throws IOException {
        publish(after, "/blog/", false);
        publish(before, "/blog/", true);
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            Tally tally = crawl(archive, profile(before.address("/blog/"), ""));
            assertThat(tally.summaries()).isZero();
            assertThat(tally.notices())
                    .singleElement()
                    .satisfies(notice -> assertThat(notice.message()).contains("outside of what this crawl may visit"));
        }
    }

    private SourceProfile profile(URI home, String more) throws IOException {
        Path source = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0}
            %s\
            """.formatted(home, more));
        return new SourceProfiles("test").read(source);
    }

    /** @param moved whether every address leads to the other host */
    private void publish(LegacySite site, String path, boolean moved) {
        String links = IntStream.range(0, POSTS)
                .mapToObj(i -> "<h2><a href=\"" + path + "post-" + i + "/\">Groups of " + (i + 2) + "</a></h2>")
                .collect(Collectors.joining());
        site.at(path, moved ? to(path) : html("<h1>Blog</h1>" + links));
        for (int i = 0; i < POSTS; i++) {
            String post = path + "post-" + i + "/";
            site.at(
                    post,
                    moved
                            ? to(post)
                            : html("<head><title>Groups of " + (i + 2) + "</title><link rel=\"canonical\" href=\""
                                    + site.address(post) + "\"></head>" + post(i)));
        }
    }

    private HttpHandler to(String path) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", after.address(path).toString());
            exchange.sendResponseHeaders(301, -1);
            exchange.close();
        };
    }

    private String post(int i) {
        String citation = rewritten
                ? "Study: https://doi.org/10.1234/groups." + i
                : "Author" + (char) ('a' + i) + ", B. (201" + i % 5 + "). Cohesion in groups of " + (i + 2)
                        + ". <em>Journal of Examples, 12</em>, 34-56.";
        return "<article><h1>Groups of " + (i + 2) + "</h1><p>" + (i + 1) + " February 2015</p><p>" + citation
                + "</p><p>In groups of "
                + (i + 2) + " they asked how close their members felt, and went on asking for a year.</p>"
                + "<h4>Practice Implications</h4><p>Therapists may ask groups of " + (i + 2)
                + " how close they feel.</p></article>";
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }

    private static Tally crawl(GraphArchive archive, SourceProfile profile) {
        Progress quiet = new Progress(new PrintWriter(new StringWriter()), false);
        return new Reading(archive, true, quiet)
                .read(Map.of(profile, List.of(new Inputs.Input.Address(profile.home()))));
    }

    private static List<String> pages(GraphArchive archive) {
        return archive.entries().stream()
                .map(ArchiveEntry::page)
                .filter(page -> !page.isEmpty())
                .toList();
    }

    /** All graphs, but for when pages were fetched. */
    private static List<String> timeless(GraphArchive archive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(archive, "", Ontology.context()).write(Export.Format.NQUADS, out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.contains("generatedAtTime"))
                .toList();
    }
}
