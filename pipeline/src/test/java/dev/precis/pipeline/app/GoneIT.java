package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posts that a blog does not show any more: which of them are taken out, and when. */
class GoneIT {
    private static final String LAST = "/blog/post-5/";

    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();
    private final Set<Integer> listed = new TreeSet<>(Set.of(0, 1, 2, 3, 4, 5));
    private SourceProfile profile;
    private boolean titled;
    private GraphArchive archive;

    @BeforeEach
    void publish() throws IOException {
        profile = profile("");
        publishAll();
        archive = GraphArchive.open(folder.resolve("store"));
        assertThat(crawl().toString()).contains("6 new");
    }

    private void publishAll() {
        for (int i : listed) {
            site.at("/blog/post-" + i + "/", html(post(i, "they asked")));
        }
        list();
    }

    private SourceProfile profile(String more) throws IOException {
        Path source = Files.createDirectories(folder.resolve("blog"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0%s}
            """.formatted(site.address("/blog/"), more));
        return new SourceProfiles("test").read(source);
    }

    @AfterEach
    void close() {
        archive.close();
        site.close();
    }

    /** @param alone whether pages say that they are one post, so that their address is its own */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatTwoCrawlsMissIsTakenOutAndComesBackWhenItIsThereAgain(boolean alone) {
        if (alone) {
            titled = true;
            publishAll();
            crawl();
        }
        delete(LAST, LegacySite.text(404, "text/html", "gone"));
        Tally first = crawl();
        assertThat(codes(first)).contains("missed", "unreachable");
        assertThat(summaries()).hasSize(6);
        assertThat(review()).contains("missed: " + lastRow().graph(), "1 missed");

        Tally second = crawl();
        assertThat(second.removed()).isEqualTo(1);
        assertThat(review()).contains("0 missed");
        assertThat(summaries()).hasSize(5);
        assertThat(lastRow().removed().orElseThrow()).satisfies(tombstone -> {
            assertThat(tombstone.by()).isEqualTo(Registration.By.SOURCE);
            assertThat(tombstone.reason()).isEqualTo("the blog does not show it any more");
        });
        assertThat(codes(crawl())).as("nobody asks for it any more").doesNotContain("unreachable", "missed", "gone");

        restore();
        assertThat(crawl().toString()).contains("1 new");
        assertThat(lastRow().removed()).isEmpty();
        assertThat(summaries()).contains(lastRow().graph()).hasSize(6);
    }

    @Test
    void whatWasFoundAgainIsNotGoneThoughTheCrawlDiedRightAfterItsCommit() throws IOException {
        titled = true;
        publishAll();
        crawl();
        delete(LAST, LegacySite.text(404, "text/html", "gone"));
        assertThat(codes(crawl())).contains("missed");

        restore();
        // what is written after the commit cannot be
        Path inTheWay = archive.store().resolve("quarantine.jsonl");
        site.at(LAST, exchange -> {
            Files.createDirectories(inTheWay.resolve("something"));
            html(post(5, "they asked again")).handle(exchange);
        });
        assertThatThrownBy(this::crawl).isInstanceOf(UncheckedIOException.class);
        assertThat(lastRow().removed()).isEmpty();
        DurableFiles.deleteTree(inTheWay);

        delete(LAST, LegacySite.text(404, "text/html", "gone"));
        assertThat(codes(crawl()))
                .as("the first crawl in a row")
                .contains("missed")
                .doesNotContain("gone");
        assertThat(crawl().removed()).isEqualTo(1);
    }

    @Test
    void aPostThatNoListLinksIsAskedFor() {
        listed.remove(5);
        list();
        site.at(LAST, html(post(5, "they asked again")));
        Tally tally = crawl();
        assertThat(tally.toString()).contains("1 changed", "5 unchanged");
        crawl();
        assertThat(summaries()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"503", "login", "front page", "listing"})
    void whatFailsIsNotGone(String how) {
        switch (how) {
            case "503" -> delete(LAST, LegacySite.text(503, "text/html", "later"));
            case "login" ->
                delete(LAST, html("<h1>Log in</h1><form><p>Name <input></p><p>Password <input></p></form>"));
            case "front page" ->
                delete(LAST, exchange -> {
                    exchange.getResponseHeaders().set("Location", "/blog/");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
            default -> site.at("/blog/", LegacySite.text(503, "text/html", "later"));
        }
        for (int night = 0; night < 4; night++) {
            Tally tally = crawl();
            assertThat(tally.removed()).isZero();
            assertThat(failed(tally)).as("night %d ends with 1", night).isTrue();
        }
        assertThat(summaries()).hasSize(6);
    }

    @Test
    void aMissBeforeAFailureDoesNotCountTwice() {
        delete(LAST, LegacySite.text(404, "text/html", "gone"));
        crawl();
        site.at("/blog/post-1/", LegacySite.text(503, "text/html", "later"));
        assertThat(crawl().removed()).isZero();
        restore();
        site.at("/blog/post-1/", html(post(1, "they asked")));
        crawl();
        delete(LAST, LegacySite.text(404, "text/html", "gone"));
        assertThat(crawl().removed()).as("missed once since it was there").isZero();
        assertThat(crawl().removed()).isEqualTo(1);
    }

    @Test
    void aCrawlThatFindsTooFewTakesNothingAwayHoweverOften() {
        for (int i = 2; i < 6; i++) {
            listed.remove(i);
            site.at("/blog/post-" + i + "/", LegacySite.text(404, "text/html", "gone"));
        }
        list();
        for (int night = 0; night < 3; night++) {
            assertThat(codes(crawl())).contains("source-doubtful");
        }
        assertThat(summaries()).hasSize(6);
    }

    @Test
    void howManyMayGoStandsInTheProfile() throws IOException {
        profile = profile(", keep-ratio: 0.3");
        for (int i = 2; i < 6; i++) {
            listed.remove(i);
            site.at("/blog/post-" + i + "/", LegacySite.text(410, "text/html", "gone"));
        }
        list();
        crawl();
        assertThat(crawl().removed()).isEqualTo(4);
    }

    @Test
    void whatAsksNotToBePublishedAnyMoreIsGone() {
        site.at(LAST, html("<head><meta name=\"robots\" content=\"noindex\"></head>" + post(5, "they asked")));
        crawl();
        assertThat(crawl().removed()).isEqualTo(1);
    }

    /** Without addresses of their own a title is all that posts are known by. */
    @Test
    void whatMayHaveGotAnotherTitleIsProposedAsARedirect() {
        for (int i : listed) {
            site.at("/blog/post-" + i + "/", LegacySite.text(404, "text/html", "gone"));
        }
        site.at("/blog/", html(listed.stream().map(i -> post(i, "they asked")).collect(Collectors.joining())));
        crawl();
        site.at(
                "/blog/",
                html(listed.stream()
                        .map(i -> post(i, "they asked").replace("<h1>Groups of 7</h1>", "<h1>Bands of Seven</h1>"))
                        .collect(Collectors.joining())));
        assertThat(crawl().notices())
                .filteredOn(notice -> notice.code().equals("missed"))
                .singleElement()
                .satisfies(notice -> assertThat(notice.message())
                        .contains("./precis redirect " + lastRow().graph() + " http", "bands-of-seven"));
    }

    @Test
    void aCrawlOfAPartMissesNothing() {
        for (int night = 0; night < 3; night++) {
            assertThat(crawl("/blog/post-1/").removed()).isZero();
        }
        assertThat(summaries()).hasSize(6);
    }

    private void delete(String path, HttpHandler answer) {
        listed.remove(5);
        list();
        site.at(path, answer);
    }

    private void restore() {
        listed.add(5);
        list();
        site.at(LAST, html(post(5, "they asked")));
    }

    private void list() {
        String links = listed.stream()
                .map(i -> "<li><a href=\"/blog/post-" + i + "/\">Groups of " + (i + 2) + "</a></li>")
                .collect(Collectors.joining());
        site.at("/blog/", html("<h1>Blog</h1><ul>" + links + "</ul>"));
    }

    private String post(int i, String words) {
        return (titled ? "<head><title>Groups of " + (i + 2) + "</title></head>" : "") + "<article><h1>Groups of "
                + (i + 2) + "</h1><p>" + (i + 1) + " February 2015</p><p>Author"
                + (char) ('a' + i) + ", B. (201" + i % 5 + "). Cohesion in groups of " + (i + 2)
                + ". <em>Journal of Examples, 12</em>, 34-56.</p><p>In groups of " + (i + 2) + " " + words
                + " how close their members felt, and went on asking for a year.</p><h4>Practice Implications</h4>"
                + "<p>Therapists may ask groups of " + (i + 2) + " how close they feel.</p></article>";
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }

    private Tally crawl() {
        return crawl("/blog/");
    }

    private Tally crawl(String from) {
        Progress quiet = new Progress(new PrintWriter(new StringWriter()), false);
        return new Reading(archive, true, quiet)
                .read(Map.of(profile, List.of(new Inputs.Input.Address(site.address(from)))));
    }

    private String review() {
        return Cli.run("review", "--store", folder.resolve("store"), "--sources", folder)
                .out();
    }

    private List<String> summaries() {
        return archive.registrations().stream()
                .filter(row -> row.removed().isEmpty())
                .map(Registration::graph)
                .filter(name -> name.contains("/summary/"))
                .toList();
    }

    private Registration lastRow() {
        return archive.registrations().stream()
                .filter(row -> row.graph().endsWith("groups-of-7"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> codes(Tally tally) {
        return tally.notices().stream().map(Notice::code).toList();
    }

    private static boolean failed(Tally tally) {
        return !tally.refused().isEmpty() || tally.notices().stream().anyMatch(Notice::isUnreachable);
    }
}
