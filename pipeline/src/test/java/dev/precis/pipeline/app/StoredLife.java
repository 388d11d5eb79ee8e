package dev.precis.pipeline.app;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.source.LegacySite;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The commands that change a store, one after the other, and what becomes of the world before each. */
final class StoredLife {
    private static final int POSTS = 5;
    private static final String BASE = "http://localhost:3030/blog/summary/";
    private static final String TOPICS = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @base <http://localhost:3030/blog/> .
        <topic> a skos:ConceptScheme .
        <topic/sleep> a skos:Concept ; skos:prefLabel "%s"@en ; skos:inScheme <topic> .
        <type> a skos:ConceptScheme .
        """;

    private final Path folder;

    /** @param folder of sources and files to be read */
    StoredLife(Path folder) {
        this.folder = folder;
    }

    /** A command, or two. */
    enum Step {
        CRAWL,
        INGEST,
        IGNORE,
        REMOVE,
        REINSTATE,
        REDIRECT,
        MISS,
        MISS_AGAIN,
        CORRECT,
        RETRY,
        BEGIN_WITH_A_REGISTER
    }

    /** Brings about what the command of a step is to find, once. */
    void prepare(Step step, LegacySite site, Path store) throws IOException {
        switch (step) {
            case CRAWL -> {
                Cli.write(sources().resolve("blog/profile.yaml"), """
                    name: Blog
                    home: %s
                    publisher: Us
                    licence: https://creativecommons.org/licenses/by/4.0/
                    crawl: {delay: 0ms, retries: 0, allow-private: true}
                    """.formatted(site.address("/blog/")));
                Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted("Sleep"));
                IntStream.range(0, POSTS).forEach(i -> site.at("/blog/post-" + i + "/", html(post(i))));
                site.at(
                        "/blog/",
                        html("<h1>Blog</h1>"
                                + IntStream.range(0, POSTS)
                                        .mapToObj(i -> "<h2><a href=\"/blog/post-" + i + "/\">Groups of " + (i + 2)
                                                + "</a></h2>")
                                        .collect(Collectors.joining())));
            }
            case INGEST -> {
                Path flawed = Cli.summary(in(), "Flawed");
                Files.writeString(flawed, Files.readString(flawed).replace("citation:", "topics: [Worry]\ncitation:"));
                Cli.summary(in(), "One");
                Cli.summary(in(), "Two");
            }
            case MISS -> site.at("/blog/post-3/", LegacySite.text(404, "text/html", "gone"));
            case CORRECT -> Cli.write(sources().resolve("blog/corrections/2026.yaml"), """
                - summary: %s2015-02/groups-of-3
                  reason: a slip
                  by: Ann Editor
                  set: {citation: {author: [{family: Quite, given: O.}], title: Another work}}
                """.formatted(BASE));
            case RETRY -> Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted("Worry"));
            case BEGIN_WITH_A_REGISTER -> Files.copy(store.resolve("register.jsonl"), register());
            default -> {}
        }
    }

    /** Does the command of a step. */
    Outcome run(Step step, Path store) {
        return switch (step) {
            case CRAWL, MISS, MISS_AGAIN -> command(store, "crawl", "--source", "blog", "--no-index");
            case INGEST -> command(store, "ingest", "--source", "blog", "--no-index", in());
            case IGNORE -> command(store, "quarantine", "ignore", item(store));
            case REMOVE -> command(store, "remove", "--reason", "it was withdrawn", BASE + "2022-01/one");
            case REINSTATE -> command(store, "reinstate", BASE + "2022-01/one");
            case REDIRECT -> command(store, "redirect", BASE + "2022-01/one", BASE + "2022-01/two");
            case CORRECT -> command(store, "reprocess", "--source", "blog", "--no-index");
            case RETRY -> command(store, "quarantine", "retry", item(store));
            case BEGIN_WITH_A_REGISTER ->
                command(store, "ingest", "--source", "blog", "--no-index", "--register", register(), in());
        };
    }

    /** Copies a store to another folder, again and again to the same. */
    Outcome backup(Path store, Path copy) {
        return command(store, "backup", copy);
    }

    /** Makes its index anew. */
    Outcome rebuild(Path store) {
        return command(store, "rebuild");
    }

    private String item(Path store) {
        return command(store, "quarantine", "list", "--all").out().split(" ", 2)[0];
    }

    private Outcome command(Path store, Object... words) {
        return Cli.run(Stream.concat(Stream.of(words), Stream.of("--store", store, "--sources", sources()))
                .toArray());
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    private Path in() {
        return folder.resolve("in");
    }

    private Path register() {
        return folder.resolve("register.jsonl");
    }

    private static String post(int i) {
        return "<title>Groups of " + (i + 2) + "</title><article><h1>Groups of " + (i + 2) + "</h1><p>" + (i + 1)
                + " February 2015</p><p>Author" + (char) ('a' + i) + ", B. (201" + i + "). Cohesion in groups of "
                + (i + 2) + ". <em>Journal of Examples, 12</em>, 34-56.</p><p>In groups of " + (i + 2)
                + " they asked how close their members felt, and went on asking for a year.</p>"
                + "<h4>Practice Implications</h4><p>Therapists may ask groups of " + (i + 2)
                + " how close they feel.</p><p>Posted in: Sleep</p></article>";
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }

    /** A process that does the steps it is told, a line "STEP STORE" each, and tells how each ended. */
    static final class Writer {
        private Writer() {}

        /** @param arguments the folder */
        public static void main(String[] arguments) throws IOException {
            StoredLife life = new StoredLife(Path.of(arguments[0]));
            BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = told.readLine(); line != null; line = told.readLine()) {
                List<String> words = List.of(line.split(" ", 2));
                Outcome outcome = life.run(Step.valueOf(words.get(0)), Path.of(words.get(1)));
                System.out.println(outcome.code() + " " + outcome.err().replace('\n', ' '));
            }
        }
    }
}
