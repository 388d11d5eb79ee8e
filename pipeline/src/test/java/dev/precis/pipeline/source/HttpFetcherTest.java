package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.source.crawl.CrawlScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
    private static final String PAGE = "/pprnet/blog/page";
    private static final int LIMIT = 200_000;
    /** With who answers, however busy the machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** With who does not; what is needed before is answered within it. */
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    /** Milliseconds. */
    private static final long DRIP = 50;

    @TempDir
    private Path store;

    private final LegacySite site = new LegacySite();
    private final ManualClock clock = new ManualClock();
    private final CountDownLatch ended = new CountDownLatch(1);
    private HttpFetcher fetcher;

    @AfterEach
    void close() {
        ended.countDown();
        if (fetcher != null) {
            fetcher.close();
        }
        site.close();
    }

    @Test
    void keepsBytesTypeTimeAndAddress() {
        byte[] bytes = "caf\u00E9".getBytes(StandardCharsets.ISO_8859_1);
        site.at(PAGE, exchange -> LegacySite.send(exchange, 200, "text/html; charset=windows-1252", bytes));
        Capture capture = fetch(PAGE + "#part");
        assertThat(capture.content()).isEqualTo(bytes);
        assertThat(capture.contentType()).isEqualTo("text/html; charset=windows-1252");
        assertThat(capture.captured()).hasValue(ManualClock.START.plusSeconds(2));
        assertThat(capture.address()).isEqualTo(site.address(PAGE));
    }

    @Test
    void saysWhoItIs() {
        List<String> names = new ArrayList<>();
        site.at(PAGE, exchange -> {
            names.add(exchange.getRequestMethod() + " "
                    + exchange.getRequestHeaders().getFirst("User-Agent"));
            LegacySite.send(exchange, 200, "text/html", new byte[] {'x'});
        });
        fetch(PAGE);
        assertThat(names).containsExactly("GET Precis/0.1.0 (+https://w3id.org/precis)");
    }

    @Test
    void pausesBetweenRequestsToAHost() {
        fetch("/pprnet/blog");
        fetch("/pprnet/blog?p=2");
        assertThat(clock.pausesInSeconds()).containsExactly(2L, 2L);
        assertThat(site.requestsForRobots()).isEqualTo(1);
    }

    @Test
    void asksOneThingAtATime() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        HttpHandler watched = exchange -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            for (int i = 0; i < 200; i++) {
                Thread.yield();
            }
            running.decrementAndGet();
            LegacySite.send(exchange, 200, "text/html", new byte[] {'x'});
        };
        HttpFetcher shared = fetcher();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 12; i++) {
                URI address = site.at(PAGE + i, watched).address(PAGE + i);
                threads.submit(() -> shared.fetch(address));
            }
        }
        assertThat(site.requests()).hasSize(12);
        assertThat(most).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"'Crawl-delay: 7', 7", "'Crawl-delay: 1', 2", "'Crawl-delay: 900', 30", "'Crawl-delay: 9e99', 2"})
    void honoursTheDelayThatRobotsAskFor(String rule, long seconds) {
        site.at("/robots.txt", LegacySite.text(200, "text/plain", "User-agent: precis\n" + rule + "\n"));
        fetch("/pprnet/blog");
        fetch("/pprnet/blog?p=2");
        assertThat(clock.pausesInSeconds().getLast()).isEqualTo(seconds);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        200 | User-agent: *;Disallow: /                                              | false
        200 | User-agent: *;Disallow: /;User-agent: precis;Disallow: /private        | true
        200 | User-agent: Precis;Disallow: /pprnet/;User-agent: *;Disallow:          | false
        200 | User-agent: *;Disallow: /*?p=                                          | true
        200 | \uFEFFUser-agent: *;Disallow: /pprnet                                   | false
        200 | <html><body>Welcome</body></html>                                      | true
        200 | Crawl-delay: 5                                                         | true
        200 | ''                                                                     | true
        404 | User-agent: *;Disallow: /                                              | true
        403 | no                                                                     | true
        410 | gone                                                                   | true
        429 | slow down                                                              | false
        500 | oops                                                                   | false
        503 | later                                                                  | false
        """)
    void obeysRobots(int status, String body, boolean allowed) {
        site.at("/robots.txt", LegacySite.text(status, "text/plain", body.replace(';', '\n')));
        if (allowed) {
            assertThat(fetch("/pprnet/blog").content()).isNotEmpty();
        } else {
            assertUnreachable("/pprnet/blog", "");
            assertThat(site.requests()).isEmpty();
        }
    }

    @Test
    void readsTheBeginningOfHugeRobots() {
        String rules = "User-agent: *\nDisallow: /pprnet/blog/no\n" + "# filler\n".repeat(700_000);
        site.at("/robots.txt", LegacySite.text(200, "text/plain", rules));
        assertThat(fetch("/pprnet/blog").content()).isNotEmpty();
        assertUnreachable("/pprnet/blog/no", "robots.txt forbids it to precis");
    }

    @Test
    void keepsOffAHostWhoseRobotsCannotBeHad() {
        site.at("/robots.txt", LegacySite.redirect(302, "/robots.txt"));
        assertUnreachable("/pprnet/blog", "off limits: robots.txt redirects more than 5 times");
        assertUnreachable("/pprnet/blog?p=2", "off limits");
        assertThat(site.requests()).isEmpty();
        assertThat(site.requestsForRobots()).isEqualTo(6);
    }

    @Test
    void triesAgainAfterAFailureThatMayPass() {
        AtomicInteger attempts = new AtomicInteger();
        site.at(PAGE, exchange -> {
            int status = attempts.incrementAndGet() < 4 ? 503 : 200;
            LegacySite.send(exchange, status, "text/html", new byte[] {'x'});
        });
        assertThat(fetch(PAGE).content()).hasSize(1);
        // the delay of the profile, which the first back-off (1 s) stays below, then 2 s and 4 s
        assertThat(clock.pausesInSeconds()).containsExactly(2L, 2L, 2L, 4L);
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        site.at(PAGE, LegacySite.text(503, "text/html", "x"));
        assertUnreachable(PAGE, "answers with status 503 (attempts: 4)");
        assertThat(site.requests()).hasSize(4);
    }

    @Test
    void doesNotTryAgainWhatIsNotThere() {
        assertUnreachable(PAGE, "answers with status 404");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void waitsAsLongAsTheHostAsks() {
        site.at(PAGE, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "90");
            LegacySite.send(exchange, 503, "text/html", new byte[] {'x'});
        });
        assertUnreachable(PAGE, "status 503");
        assertThat(clock.pausesInSeconds()).containsExactly(2L, 90L, 90L, 90L);
    }

    @Test
    void leavesAHostAloneThatAsksForMorePatience() {
        site.at(PAGE, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LegacySite.send(exchange, 429, "text/html", new byte[] {'x'});
        });
        assertUnreachable(PAGE, "left alone for 3600 s");
        assertUnreachable("/pprnet/blog", "left alone for 3600 s");
        assertThat(site.requests()).containsExactly(PAGE);
    }

    @Test
    void theNextRunRemembersUntilWhen() {
        site.at(PAGE, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LegacySite.send(exchange, 429, "text/html", new byte[] {'x'});
        });
        assertUnreachable(PAGE, "left alone for 3600 s");
        fetcher().close();
        site.at(PAGE, LegacySite.text(200, "text/html", "<p>here"));
        fetcher = fetcher(crawl(PATIENCE, 3));
        assertUnreachable(PAGE, "left alone for ");
        assertThat(site.requests()).containsExactly(PAGE);

        fetcher().close();
        clock.sleep(Duration.ofHours(1));
        fetcher = fetcher(crawl(PATIENCE, 3));
        assertThat(fetch(PAGE).content()).isNotEmpty();
    }

    @Test
    void aClockThatWasTenYearsAheadLeavesNoHostAloneForTen() {
        site.at(PAGE, exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3600");
            LegacySite.send(exchange, 429, "text/html", new byte[] {'x'});
        });
        clock.jump(Duration.ofDays(3653));
        assertUnreachable(PAGE, "left alone for 3600 s");
        fetcher().close();
        clock.jump(Duration.ofDays(-3653));
        site.at(PAGE, LegacySite.text(200, "text/html", "<p>here"));
        fetcher = fetcher(crawl(PATIENCE, 3));
        assertThat(fetch(PAGE).content()).isNotEmpty();
    }

    @Test
    void stopsAskingADeadHost() {
        site.at("/robots.txt", LegacySite.text(404, "text/plain", ""));
        for (int i = 0; i < 5; i++) {
            site.at(PAGE + i, LegacySite.text(500, "text/html", "x"));
            assertUnreachable(PAGE + i, "status 500");
        }
        assertUnreachable("/pprnet/blog", "the host failed 5 times in a row, not asked");
        assertThat(site.requests()).hasSize(20);
    }

    @Test
    void followsFiveRedirects() {
        for (int i = 0; i < 6; i++) {
            site.at(
                    PAGE + i,
                    LegacySite.redirect(List.of(301, 302, 303, 307, 308, 301).get(i), "page" + (i + 1)));
        }
        site.at(PAGE + 6, LegacySite.text(200, "text/html", "here"));
        assertThat(fetch(PAGE + 1).address()).isEqualTo(site.address(PAGE + 6));
        assertUnreachable(PAGE + 0, "redirects more than 5 times");
    }

    /** Servers tell orders of parameters and double slashes apart: asked in normal order, this one never answers. */
    @Test
    void asksForATargetAsTheServerSpellsIt() {
        String own = "/pprnet/blog/http://old.example/x?p=2&cat_2=11";
        site.at("/pprnet/blog/http://old.example/x?cat_2=11&p=2", LegacySite.redirect(301, own));
        site.at(own, LegacySite.text(200, "text/html", "here"));

        assertThat(fetch("/pprnet/blog/http://old.example/x?cat_2=11&p=2").address())
                .isEqualTo(site.address(own));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/pprnet/blog",
                "https://localhost/pprnet/blog",
                "//example.invalid/pprnet/blog",
                "/pprnet/other",
                "/pprnet/blog/../other",
                "/pprnet/blog/%2e%2e/other",
                "file:///etc/passwd",
                "ftp://localhost/pprnet/blog",
                "javascript:alert(1)",
                "http://user:secret@localhost/pprnet/blog",
                "http://[bad",
                "",
                "/pprnet/blog/admin"
            })
    void followsNoRedirectOutOfTheCrawl(String location) {
        site.at(PAGE, LegacySite.redirect(302, location));
        assertThatThrownBy(() -> fetch(PAGE)).isInstanceOf(UnreachableException.class);
        assertThat(site.requests()).containsExactly(PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/pprnet/other", "/", "/pprnet/blog/../x"})
    void asksForNothingOutOfTheCrawl(String path) {
        assertUnreachable(path, "is outside of what this crawl may visit");
        assertThat(site.requestsForRobots()).isZero();
    }

    @Test
    void givesUpAtTheDeadlineHoweverTheBytesDrip() {
        site.at(PAGE, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            drip(exchange.getResponseBody());
        });
        fetcher = fetcher(crawl(DEADLINE, 0));
        assertUnreachable(PAGE, "gave no whole answer within 2000 ms");
    }

    @Test
    void givesUpOnAServerThatNeverAnswers() {
        site.at(PAGE, exchange -> endsWithin(Long.MAX_VALUE));
        fetcher = fetcher(crawl(DEADLINE, 0));
        assertUnreachable(PAGE, "(attempts: 1)");
        assertThat(site.requests()).containsExactly(PAGE);
    }

    @Test
    void refusesHalfABody() {
        site.at(PAGE, exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[500]);
            exchange.getResponseBody().flush();
            exchange.close();
        });
        assertUnreachable(PAGE, "(attempts: 4)");
    }

    @Test
    void refusesHalfAGzipStream() {
        byte[] whole = gzip(new byte[5000]);
        site.at(PAGE, compressed("gzip", Arrays.copyOf(whole, whole.length - 9)));
        assertUnreachable(PAGE, "(attempts: 4)");
    }

    @Test
    void inflatesWhatIsCompressed() {
        byte[] content = "text ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
        site.at(PAGE, compressed("gzip", gzip(content)));
        assertThat(fetch(PAGE).content()).isEqualTo(content);
    }

    @Test
    void countsBytesAfterInflation() {
        site.at(PAGE, compressed("gzip", gzip(new byte[20_000_000])));
        assertUnreachable(PAGE, "has more than 200000 bytes");
        assertThat(site.requests()).hasSize(1);
    }

    @Test
    void refusesAnEncodingItDidNotAskFor() {
        site.at(PAGE, compressed("br", new byte[10]));
        assertUnreachable(PAGE, "is encoded as br");
    }

    @Test
    void refusesAHugeBodyButNotTheLargestAllowed() {
        site.at(PAGE + 1, exchange -> LegacySite.send(exchange, 200, "text/html", new byte[LIMIT]));
        site.at(PAGE + 2, exchange -> LegacySite.send(exchange, 200, "text/html", new byte[LIMIT + 1]));
        site.at(PAGE + 3, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(new byte[10_000]);
            }
        });
        assertThat(fetch(PAGE + 1).content()).hasSize(LIMIT);
        assertUnreachable(PAGE + 2, "has more than 200000 bytes");
        assertUnreachable(PAGE + 3, "has more than 200000 bytes");
        assertThat(fetch("/pprnet/blog").content()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
    void refusesPrivateAddresses(String host) {
        URI address = URI.create("http://" + host + ":" + site.port() + "/pprnet/blog");
        fetcher = fetcher(crawl(PATIENCE, 3), address, SystemDefaultDnsResolver.INSTANCE, false);
        assertThatThrownBy(() -> fetcher.fetch(address))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining("no address of the public Internet");
        assertThat(site.requestsForRobots()).isZero();
    }

    @Test
    void connectsToTheVeryAddressThatWasChecked() {
        List<String> asked = new ArrayList<>();
        DnsResolver names = new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) {
                asked.add(host);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
        URI address = URI.create("http://blog.invalid:" + site.port() + "/pprnet/blog");
        fetcher = fetcher(crawl(PATIENCE, 0), address, names, true);
        assertThat(fetcher.fetch(address).content()).isNotEmpty();
        // one connection, kept for the second request
        assertThat(asked).containsExactly("blog.invalid");
    }

    @Test
    void asksNextTimeOnlyForWhatChanged() {
        Capture first = fetch("/pprnet/blog");
        List<Integer> answers = new ArrayList<>();
        restart(digest -> digest.equals(first.digest()) ? first.content() : new byte[0]);
        Capture second = fetch("/pprnet/blog");
        assertThat(second.content()).isEqualTo(first.content());
        assertThat(second.captured()).isEqualTo(first.captured());
        assertThat(second.contentType()).isEqualTo("text/html; charset=utf-8");
        site.at("/pprnet/blog", exchange -> {
            answers.add(exchange.getRequestHeaders().containsKey("If-None-Match") ? 304 : 200);
            LegacySite.send(exchange, 200, "text/html", "new".getBytes(StandardCharsets.US_ASCII));
        });
        assertThat(fetch("/pprnet/blog").content())
                .asString(StandardCharsets.US_ASCII)
                .isEqualTo("new");
        assertThat(answers).containsExactly(304);
    }

    @Test
    void asksForAllOfItWhenTheSnapshotIsLost() {
        Capture first = fetch("/pprnet/blog");
        restart(digest -> "bit rot".getBytes(StandardCharsets.US_ASCII));
        assertThat(fetch("/pprnet/blog").content()).isEqualTo(first.content());
    }

    @Test
    void keepsTheFirstTimeOfBytesThatAServerWithoutValidatorsSendsAgain() {
        site.at(PAGE, LegacySite.text(200, "text/html", "same"));
        Capture first = fetch(PAGE);
        restart(digest -> first.content());
        assertThat(fetch(PAGE).captured()).isEqualTo(first.captured());
        assertThat(first.captured())
                .hasValueSatisfying(instant -> assertThat(instant).isBefore(clock.now()));
    }

    private void restart(java.util.function.Function<String, byte[]> snapshots) {
        fetcher.close();
        fetcher = new HttpFetcher(
                crawl(PATIENCE, 3),
                new CrawlScope(
                        site.address("/pprnet/blog"),
                        Profiles.legacy("http://localhost/").listing(),
                        Profiles.HOME),
                new CheckedNames(SystemDefaultDnsResolver.INSTANCE, true),
                CaptureLog.read(store.resolve("captures.json")),
                snapshots,
                clock);
    }

    private Capture fetch(String path) {
        return fetcher().fetch(site.address(path));
    }

    private void assertUnreachable(String path, String reason) {
        assertThatThrownBy(() -> fetch(path))
                .isInstanceOf(UnreachableException.class)
                .hasMessageContaining(reason);
    }

    private HttpFetcher fetcher() {
        if (fetcher == null) {
            fetcher = fetcher(crawl(PATIENCE, 3));
        }
        return fetcher;
    }

    private HttpFetcher fetcher(SourceProfile.Crawl crawl) {
        return fetcher(crawl, site.address("/pprnet/blog"), SystemDefaultDnsResolver.INSTANCE, true);
    }

    private HttpFetcher fetcher(SourceProfile.Crawl crawl, URI start, DnsResolver names, boolean allowPrivate) {
        return new HttpFetcher(
                crawl,
                new CrawlScope(start, Profiles.legacy("http://localhost/").listing(), Profiles.HOME),
                new CheckedNames(names, allowPrivate),
                CaptureLog.read(store.resolve("captures.json")),
                digest -> new byte[0],
                clock);
    }

    private static SourceProfile.Crawl crawl(Duration timeout, int retries) {
        return new SourceProfile.Crawl(
                Duration.ofSeconds(2), timeout, retries, LIMIT, 100, "Precis/0.1.0 (+https://w3id.org/precis)");
    }

    private static HttpHandler compressed(String encoding, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            LegacySite.send(exchange, 200, "text/html", body);
        };
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A byte now and then, until nobody takes them any more. */
    private void drip(OutputStream out) throws IOException {
        while (!endsWithin(DRIP)) {
            out.write('x');
            out.flush();
        }
    }

    /** Whether the test is over in so many milliseconds. */
    private boolean endsWithin(long milliseconds) {
        try {
            return ended.await(milliseconds, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
