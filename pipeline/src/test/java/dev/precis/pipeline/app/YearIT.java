package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of weekly crawls beside a server, with all that happens to a blog: at its end the store says what a first
 * reading of the blog says, every name that was ever public answers, and who reads the feed has seen each summary once.
 */
@Timeout(300)
class YearIT {
    private static final String ROOT = "http://localhost:3030/";
    private static final Pattern PUBLIC = Pattern.compile("<(" + ROOT + "blog/[^>#?]+)>");
    private static final String TOPICS = """
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        @base <http://localhost:3030/blog/> .
        <topic> a skos:ConceptScheme ; skos:prefLabel "Topics"@en .
        <topic/sleep> a skos:Concept ; skos:prefLabel "%s"@en ; skos:altLabel "Sleep"@en ; skos:inScheme <topic> .
        <type> a skos:ConceptScheme ; skos:prefLabel "Types of research"@en .
        """;

    @TempDir
    private Path folder;

    private final ChangingBlog blog = new ChangingBlog();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<URI> aliases = new ArrayList<>();
    private final Set<String> ever = new TreeSet<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, Integer> updates = new TreeMap<>();
    private int version = 1;
    private int week;

    @BeforeEach
    void begin() {
        for (int i = 2; i <= 9; i++) {
            blog.put(blog.post(i));
        }
        settings("Resting");
        assertThat(crawl().code()).isZero();
    }

    @AfterEach
    void close() {
        blog.close();
    }

    @Test
    void aYearOfABlog() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger failed = new AtomicInteger();
        AtomicInteger asked = new AtomicInteger();
        try (Served served = new Served(store(), folder.resolve("drop"), sources(), "blog")) {
            Thread reader = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    asked.incrementAndGet();
                    failed.addAndGet(get(served, ROOT + "blog/", "text/html").statusCode() == 200 ? 0 : 1);
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                }
            });
            for (week = 1; week <= 52; week++) {
                happen();
                crawl();
                subscribe(served);
                remember();
            }
            over.set(true);
            reader.join();
            assertThat(asked).hasPositiveValue();
            assertThat(failed).as("pages that did not answer").hasValue(0);
            for (String name : ever) {
                assertThat(get(served, name, "text/html").statusCode()).as(name).isIn(200, 303, 308, 410);
            }
            assertThat(get(served, ROOT + "blog/topic/sleep", "text/html").statusCode())
                    .isEqualTo(308);
        }
        assertThat(timeless(store())).isEqualTo(timeless(fresh()));
        // titles, days, texts and corrections came as updates, labels, mark-up and hosts did not; what was told to be
        // gone is there again by a later date only (RFC 6721 section 3)
        assertThat(updates).containsExactlyInAnyOrderEntriesOf(Map.of("2", 1, "3", 2, "4", 1, "5", 1));
    }

    private void happen() throws IOException {
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
            case 30 -> blog.put(blog.post(7).answering(404));
            case 34 -> settings("Sleep and Rest");
            case 36, 48 -> version++;
            case 38 -> Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted("Sleep and Rest") + """
                <topic/rest> a skos:Concept ; skos:prefLabel "Rest"@en ; skos:inScheme <topic> .
                <topic/sleep> <http://purl.org/dc/terms/isReplacedBy> <topic/rest> .
                """);
            case 40 -> Cli.write(sources().resolve("blog/corrections/2026.yaml"), """
                - summary: %s
                  reason: a slip
                  by: Ann Editor
                  set: {author: Ben Reader}
                """.formatted(name(3)));
            case 42 ->
                assertThat(run("remove", name(8), "--reason", "The study was retracted.")
                                .code())
                        .isZero();
            default -> {}
        }
        if (week == 36 || week == 48) {
            profile();
            assertThat(run("reprocess").code()).isZero();
        }
    }

    private void settings(String label) {
        profile();
        Cli.write(sources().resolve("blog/topics.ttl"), TOPICS.formatted(label));
    }

    private void profile() {
        Cli.write(sources().resolve("blog/profile.yaml"), """
            # version %d
            name: Groups
            home: %s
            aliases: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0, allow-private: true}
            """.formatted(version, blog.home(), aliases));
    }

    /**
     * As a program does that keeps what it has seen: an entry is known by its id, and new in what it says by its date.
     */
    private void subscribe(Served served) throws Exception {
        byte[] feed = get(served, ROOT + "blog/feed.atom", "*/*").body();
        Set<String> now = new HashSet<>();
        for (SyndEntry entry : new SyndFeedInput()
                .build(new XmlReader(new ByteArrayInputStream(feed)))
                .getEntries()) {
            assertThat(now.add(entry.getUri()))
                    .as("twice in a feed: " + entry.getUri())
                    .isTrue();
            String told = entry.getUpdatedDate().toInstant() + "";
            String before = seen.put(entry.getUri(), told);
            if (before != null && !before.equals(told)) {
                updates.merge(entry.getUri().replaceAll(".*-", ""), 1, Integer::sum);
            }
        }
    }

    private void remember() throws IOException {
        for (String line : export(store())) {
            Matcher name = PUBLIC.matcher(line);
            if (name.lookingAt()) {
                ever.add(name.group(1));
            }
        }
    }

    private Path fresh() {
        Path fresh = folder.resolve("fresh");
        Outcome read = Cli.run(
                "ingest",
                "--register",
                store().resolve("register.jsonl"),
                "--source",
                "blog",
                "--store",
                fresh,
                "--sources",
                sources(),
                "--allow-private",
                blog.home());
        assertThat(read.err()).doesNotContain("quarantined", "unreachable");
        return fresh;
    }

    private static String name(int post) {
        return ROOT + "blog/summary/2025-0" + (post < 7 ? post < 5 ? 2 : 3 : 4) + "/cohesion-in-groups-of-" + post;
    }

    private Outcome crawl() {
        return run("crawl", "--source", "blog");
    }

    private Outcome run(String... words) {
        List<Object> all = new ArrayList<>(List.of((Object[]) words));
        all.addAll(List.of("--store", store(), "--sources", sources()));
        return Cli.run(all.toArray());
    }

    private HttpResponse<byte[]> get(Served served, String iri, String accept) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(
                                    "http://localhost:" + served.port() + "/" + iri.substring(ROOT.length())))
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(iri, e);
        }
    }

    private List<String> timeless(Path store) throws IOException {
        return export(store).stream()
                .filter(line -> !line.contains("generatedAtTime"))
                .toList();
    }

    private List<String> export(Path store) throws IOException {
        Path file = folder.resolve("export.nq");
        assertThat(Cli.run("export", "--format", "nquads", "--store", store, file)
                        .code())
                .isZero();
        return Files.readAllLines(file);
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Path sources() {
        return folder.resolve("sources");
    }
}
