package dev.precis.pipeline.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What happens to a blog, to its settings and to the program in a year, week by week. */
final class BlogYear implements AutoCloseable {
    static final int WEEKS = 52;
    static final String ROOT = "http://localhost:3030/";
    private static final Set<Integer> UPGRADES = Set.of(36, 48);
    private static final String TOPICS = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @base <http://localhost:3030/blog/> .
        <topic> a skos:ConceptScheme ; skos:prefLabel "Topics"@en .
        <topic/sleep> a skos:Concept ; skos:prefLabel "%s"@en ; skos:altLabel "Sleep"@en ; skos:inScheme <topic> .
        <type> a skos:ConceptScheme ; skos:prefLabel "Types of research"@en .
        """;

    private final ChangingBlog blog = new ChangingBlog();
    private final List<URI> aliases = new ArrayList<>();
    private final Path sources;
    private final TrustedKeys keys;

    /**
     * A blog of eight posts, and so many that are older.
     *
     * @param sources the folder of settings
     * @param keys for when it goes over TLS
     */
    BlogYear(Path sources, TrustedKeys keys, int older) {
        this.sources = sources;
        this.keys = keys;
        for (int i = 2; i <= 9; i++) {
            blog.put(blog.post(i));
        }
        for (int i = 0; i < older; i++) {
            blog.put(blog.post(ChangingBlog.OLD + i));
        }
        settings("Resting");
    }

    /** Where it is now. */
    URI home() {
        return blog.home();
    }

    /** Whether that week another version of the program takes over, and reads all again. */
    static boolean isUpgraded(int week) {
        return UPGRADES.contains(week);
    }

    /** What an editor types that week. */
    static List<String> typed(int week) {
        return week == 42 ? List.of("remove", name(8), "--reason", "The study was retracted.") : List.of();
    }

    /** How often the feed tells a change of each post, by the end of the names of these. */
    static String updates() {
        // titles, days, texts and corrections came as updates; labels, mark-up, hosts and programs did not; what was
        // told to be gone is there again by a later date only (RFC 6721 section 3)
        return "{2=1, 3=2, 4=1, 5=1}";
    }

    /** The exit code of that week's crawl: a person should look at what does not answer, or answers no more. */
    static int crawled(int week) {
        return switch (week) {
            case 11, 12, 30, 31 -> 1; // not there, twice
            case 16, 17 -> 1; // 503
            case 28 -> 1; // all of it is elsewhere, and nobody has told
            default -> 0;
        };
    }

    /** What happens that week before the crawl. */
    void happen(int week) {
        switch (week) {
            case 3, 9, 15, 21, 27, 33, 39, 45, 51 -> blog.put(blog.post(10 + week / 6));
            case 5 -> blog.put(blog.post(2).saying("they asked 103 members how near they felt"));
            case 7 -> blog.put(blog.post(3).titled("Cohesion in Groups of Three"));
            case 8 -> blog.put(blog.post(4).on(LocalDate.of(2025, 4, 4)));
            case 11 -> blog.put(blog.post(5).answering(404));
            case 14 -> blog.put(blog.post(5).answering(200));
            case 16 -> blog.put(blog.post(6).answering(503));
            case 18 -> blog.put(blog.post(6).answering(200));
            case 20 -> blog.list(2);
            case 23 -> blog.list(Integer.MAX_VALUE);
            case 24 -> blog.redesign();
            case 26 -> {
                aliases.add(blog.home());
                blog.move();
                settings("Resting");
            }
            case 28 -> {
                aliases.add(blog.home());
                blog.secure(keys.context());
            }
            case 29 -> settings("Resting"); // the week before, nobody had told of it
            case 30 -> blog.put(blog.post(7).answering(404));
            case 34 -> settings("Sleep and Rest");
            case 38 -> Cli.write(sources.resolve("blog/topics.ttl"), TOPICS.formatted("Sleep and Rest") + """
                <topic/rest> a skos:Concept ; skos:prefLabel "Rest"@en ; skos:inScheme <topic> .
                <topic/sleep> <http://purl.org/dc/terms/isReplacedBy> <topic/rest> .
                """);
            case 40 -> Cli.write(sources.resolve("blog/corrections/2026.yaml"), """
                - summary: %s
                  reason: a slip
                  by: Ann Editor
                  set: {author: Ben Reader}
                """.formatted(name(3)));
            default -> {}
        }
    }

    private void settings(String label) {
        Cli.write(sources.resolve("blog/profile.yaml"), """
            name: Groups
            home: %s
            aliases: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0, allow-private: true}
            """.formatted(blog.home(), aliases));
        Cli.write(sources.resolve("blog/topics.ttl"), TOPICS.formatted(label));
    }

    private static String name(int post) {
        return ROOT + "blog/summary/2025-0" + (post < 7 ? post < 5 ? 2 : 3 : 4) + "/cohesion-in-groups-of-" + post;
    }

    @Override
    public void close() {
        blog.close();
    }
}
