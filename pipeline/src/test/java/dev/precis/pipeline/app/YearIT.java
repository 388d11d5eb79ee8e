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
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of weekly crawls beside a server, with all that happens to a blog: at its end the store says what a first
 * reading of the blog says, every name that was ever public answers, and who reads the feed has seen each summary once.
 */
@Timeout(300)
class YearIT {
    private static final String ROOT = BlogYear.ROOT;
    private static final Pattern PUBLIC = Pattern.compile("<(" + ROOT + "blog/[^>#?]+)>");

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> ever = new TreeSet<>();
    private final Map<String, String> seen = new HashMap<>();
    private final Map<String, Integer> updates = new TreeMap<>();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger asked = new AtomicInteger();
    private int program = 1;

    @Test
    void aYearOfABlog() throws Exception {
        try (TrustedKeys keys = TrustedKeys.in(folder);
                BlogYear year = new BlogYear(sources(), keys, 0)) {
            assertThat(run("crawl", "--source", "blog").code()).isZero();
            int week = 0;
            while (week < BlogYear.WEEKS) {
                week = untilAnUpgrade(year, week + 1);
            }
            assertThat(failed).as("pages that did not answer").hasValue(0);
            assertThat(asked).hasPositiveValue();
            assertThat(timeless(store())).isEqualTo(timeless(fresh(year)));
            assertThat(updates).hasToString(BlogYear.updates());
        }
    }

    /** Serves the store with one version of the program, while its weeks go by; gives the last of them. */
    private int untilAnUpgrade(BlogYear year, int first) throws Exception {
        int week = first;
        program += BlogYear.isUpgraded(week) ? 1 : 0;
        try (Served served = new Served(store(), folder.resolve("drop"), sources(), "blog", main());
                Visitor visitor = new Visitor(served)) {
            if (BlogYear.isUpgraded(week)) {
                Outcome again = run("reprocess");
                assertThat(again.code()).as(again.err()).isZero();
                assertThat(again.out())
                        .as("another program that reads the same")
                        .contains(" 0 changed, 0 quarantined");
                assertThat(export(store()))
                        .filteredOn(line -> line.contains("<https://w3id.org/precis/software/"))
                        .isNotEmpty()
                        .allMatch(line -> line.contains("/software/" + program + ">"));
            }
            while (true) {
                week(year, week);
                subscribe(served);
                remember();
                if (week == BlogYear.WEEKS || BlogYear.isUpgraded(week + 1)) {
                    break;
                }
                week++;
            }
            visitor.close();
            if (week == BlogYear.WEEKS) {
                everyNameAnswers(served);
            }
        }
        return week;
    }

    private void week(BlogYear year, int week) {
        year.happen(week);
        List<String> typed = BlogYear.typed(week);
        if (!typed.isEmpty()) {
            assertThat(run(typed.toArray()).code()).isZero();
        }
        Outcome crawl = run("crawl", "--source", "blog");
        assertThat(crawl.code())
                .as("week " + week + ": " + crawl.out() + crawl.err())
                .isEqualTo(BlogYear.crawled(week));
    }

    private void everyNameAnswers(Served served) {
        for (String name : ever) {
            assertThat(get(served, name, "text/html").statusCode()).as(name).isIn(200, 303, 308, 410);
        }
        assertThat(get(served, ROOT + "blog/topic/sleep", "text/html").statusCode())
                .isEqualTo(308);
    }

    /** Asks for a page again and again. */
    private final class Visitor implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final Thread thread;

        Visitor(Served served) {
            thread = Thread.ofVirtual().start(() -> {
                while (!over.get()) {
                    asked.incrementAndGet();
                    failed.addAndGet(get(served, ROOT + "blog/", "text/html").statusCode() == 200 ? 0 : 1);
                    LockSupport.parkNanos(20_000_000);
                }
            });
        }

        @Override
        public void close() throws InterruptedException {
            over.set(true);
            thread.join();
        }
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

    private Path fresh(BlogYear year) {
        Path fresh = folder.resolve("fresh");
        Outcome read = Cli.run(
                main(),
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
                year.home());
        assertThat(read.err()).doesNotContain("quarantined", "unreachable");
        return fresh;
    }

    private Outcome run(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", store(), "--sources", sources()));
        return Cli.run(main(), all.toArray());
    }

    private Main main() {
        return new Main(String.valueOf(program));
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
