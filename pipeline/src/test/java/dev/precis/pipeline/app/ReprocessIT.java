package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.source.LegacySite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reading again what was captured, when settings have changed and the site is not asked. */
@Timeout(120)
class ReprocessIT {
    private static final int POSTS = 6;
    private static final String TOPICS = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @base <http://localhost:3030/blog/> .
        <topic> a skos:ConceptScheme ; skos:prefLabel "Topics"@en .
        <topic/sleep> a skos:Concept ; skos:prefLabel "%s"@en ; skos:altLabel "Sleep"@en ; skos:inScheme <topic> .
        <type> a skos:ConceptScheme ; skos:prefLabel "Types of research"@en .
        """;

    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();
    private String profile = "";

    @BeforeEach
    void publish() {
        profile = """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0, allow-private: true}
            """.formatted(site.address("/blog/"));
        Cli.write(sources().resolve("blog/profile.yaml"), profile);
        Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted("Resting"));
        String links = IntStream.range(0, POSTS)
                .mapToObj(i -> "<h2><a href=\"/blog/post-" + i + "/\">Groups of " + (i + 2) + "</a></h2>")
                .collect(Collectors.joining());
        site.at("/blog/", html("<h1>Blog</h1>" + links));
        for (int i = 0; i < POSTS; i++) {
            site.at("/blog/post-" + i + "/", html(post(i)));
        }
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void changedSettingsReachAllSummariesAsIfTheyWereReadForTheFirstTime() throws IOException {
        run("crawl", "store");
        run("ingest", "store", Cli.summary(folder.resolve("drop"), "One"));
        changeSettings();
        Outcome again = run("reprocess", "store");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("7 changed")
                .contains("changed http://localhost:3030/blog/summary/2015-02/groups-of-2: ")
                .contains("author")
                .contains("changed http://localhost:3030/blog/summary/2022-01/one: ");
        assertThat(run("reprocess", "store").out()).contains("0 new, 7 unchanged, 0 changed, 0 quarantined");

        run("crawl", "fresh");
        run("ingest", "fresh", folder.resolve("drop/one.md"));
        assertThat(timeless("store")).isEqualTo(timeless("fresh"));
        assertThat(folder.resolve("store")).isDirectoryNotContaining("glob:**/reprocess-*");
    }

    @Test
    void theSiteIsNotAsked() {
        run("crawl", "store");
        site.close();
        changeSettings();
        Outcome again = run("reprocess", "store");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("6 changed");
    }

    @Test
    void whatWasTakenOutDoesNotComeBack() throws IOException {
        run("crawl", "store");
        for (int night = 0; night < 2; night++) {
            site.at("/blog/post-5/", LegacySite.text(404, "text/html", "gone"));
            run("crawl", "store");
        }
        Cli.run("remove", name(0), "--store", folder.resolve("store"));
        changeSettings();
        Outcome again = run("reprocess", "store");
        assertThat(again.out()).contains("4 changed").doesNotContain(name(5)).doesNotContain(name(0));
        assertThat(timeless("store")).noneMatch(line -> line.startsWith("<" + name(5) + ">"));

        site.at("/blog/post-5/", html(post(5)));
        assertThat(run("crawl", "store").out()).as("it is there again").contains("1 new");
    }

    @Test
    void whatIsNotReadAnyMoreStaysAndIsTold() throws IOException {
        run("crawl", "store");
        Cli.write(sources().resolve("blog/profile.yaml"), profile + "selectors: {skip: article}\n");
        Outcome again = run("reprocess", "store");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.out()).contains("not met " + name(0) + ": it stays as it is");
        assertThat(timeless("store")).anyMatch(line -> line.startsWith("<" + name(0) + ">"));
    }

    @Test
    void aServerDoesIt() {
        run("crawl", "store");
        changeSettings();
        try (Served served = new Served(folder.resolve("store"), folder.resolve("watched"), sources(), "blog")) {
            Outcome again = run("reprocess", "store");
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(again.out()).contains("6 changed");
            assertThat(served.port()).isPositive();
        }
    }

    private void changeSettings() {
        Cli.write(sources().resolve("blog/profile.yaml"), profile + "author: Ann Editor\n");
        Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted("Sleep and Rest"));
        Cli.write(sources().resolve("blog/corrections/2026.yaml"), """
            - summary: %s
              reason: a slip
              by: Ann Editor
              set: {title: Groups of Three}
            """.formatted(name(1)));
    }

    private static String name(int post) {
        return "http://localhost:3030/blog/summary/2015-02/groups-of-" + (post + 2);
    }

    private Outcome run(String command, String store, Object... inputs) {
        Object[] words = new Object[7 + inputs.length];
        Object[] head = {command, "--source", "blog", "--store", folder.resolve(store), "--sources", sources()};
        System.arraycopy(head, 0, words, 0, head.length);
        System.arraycopy(inputs, 0, words, head.length, inputs.length);
        return Cli.run(words);
    }

    /** All graphs, but for when pages were fetched. */
    private List<String> timeless(String store) throws IOException {
        Path file = folder.resolve(store + ".nq");
        assertThat(Cli.run("export", "--format", "nquads", "--store", folder.resolve(store), file)
                        .code())
                .isZero();
        return Files.readAllLines(file).stream()
                .filter(line -> !line.contains("generatedAtTime"))
                .toList();
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    private static String post(int i) {
        return "<title>Groups of " + (i + 2) + "</title><article><h1>Groups of " + (i + 2) + "</h1><p>" + (i + 1)
                + " February 2015</p><p>Author" + (char) ('a' + i) + ", B. (201" + i % 5 + "). Cohesion in groups of "
                + (i + 2) + ". <em>Journal of Examples, 12</em>, 34-56.</p><p>In groups of " + (i + 2)
                + " they asked how close their members felt, and went on asking for a year.</p>"
                + "<h4>Practice Implications</h4><p>Therapists may ask groups of " + (i + 2)
                + " how close they feel.</p><p>Posted in: Sleep</p></article>";
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }
}
