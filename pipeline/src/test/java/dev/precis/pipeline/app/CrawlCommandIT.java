package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.source.LegacySite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Crawls that are asked for by a profile: by command, beside a server, and at their time. */
@Timeout(120)
class CrawlCommandIT {
    @TempDir
    private Path folder;

    private final LegacySite site = new LegacySite();

    @BeforeEach
    void publish() {
        site.at("/blog/", html("<h1>Blog</h1><h2><a href=\"/blog/sleep/\">Sleep Well</a></h2>"));
        site.at(
                "/blog/sleep/",
                html("<title>Sleep Well</title><article><h1>Sleep Well</h1><p>3 February 2015</p><p>Doe, J. (2014)."
                        + " Sleep in groups. <em>Journal of Examples, 12</em>, 34-56.</p><p>They asked 200 groups"
                        + " how they slept, and those who slept had fewer symptoms.</p><h4>Practice"
                        + " Implications</h4><p>Ask them how they sleep.</p></article>"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void crawlsWhatProfilesAskForAndKeepsAReport() {
        profile("address: " + site.address("/blog/") + ", allow-private: true");
        Outcome crawl = crawl();

        assertThat(crawl.code()).as(crawl.err()).isZero();
        assertThat(crawl.out()).contains("summaries: 1 new");
        assertThat(runs().all()).singleElement().satisfies(run -> {
            assertThat(run.isGood()).isTrue();
            assertThat(run.result()).contains("summaries: 1 new");
        });

        site.at("/blog/", LegacySite.text(503, "text/html", "later"));
        Outcome failed = crawl();
        assertThat(failed.code()).isEqualTo(1);
        assertThat(runs().last(Runs.Kind.CRAWL).orElseThrow()).satisfies(run -> {
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.notices()).anyMatch(notice -> notice.contains("answers with status 503"));
        });
        assertThat(runs().all()).hasSize(2);
    }

    @Test
    void aSourceThatDoesNotAskForItIsCrawledWhenItIsNamed() {
        profile("allow-private: true");
        Outcome unnamed = crawl();
        assertThat(unnamed.code()).isEqualTo(2);
        assertThat(unnamed.err()).contains("crawl.schedule", "crawl.address", "--source");

        Outcome named = crawl("--source", "blog");
        assertThat(named.code()).as(named.err()).isZero();
        assertThat(named.out()).contains("summaries: 1 new");
    }

    @Test
    void privateAddressesAreForWhomTheProfileLetsIn() {
        profile("address: " + site.address("/blog/"));
        Outcome crawl = crawl();
        assertThat(crawl.code()).isEqualTo(1);
        assertThat(crawl.err()).contains("which is no address of the public Internet");
    }

    @Test
    void aServerDoesItAndGoesOnWithOtherThingsMeanwhile() throws Exception {
        profile("address: " + site.address("/blog/") + ", allow-private: true");
        Cli.run("ingest", "--store", store(), "--sources", sources(), Cli.summary(folder, "One"));
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        site.at("/blog/", exchange -> {
            asked.countDown();
            await(answer);
            html("<h1>Blog</h1><h2><a href=\"/blog/sleep/\">Sleep Well</a></h2>")
                    .handle(exchange);
        });
        try (Served served = new Served(store(), folder.resolve("drop"), sources(), "blog")) {
            CompletableFuture<Outcome> crawl = CompletableFuture.supplyAsync(this::crawl);
            await(asked);
            Outcome removed = Cli.run(
                    "remove",
                    "http://localhost:3030/blog/summary/2022-01/one",
                    "--store",
                    store(),
                    "--sources",
                    sources());
            assertThat(removed.code()).as(removed.err()).isZero();
            assertThat(crawl).isNotDone();
            answer.countDown();
            assertThat(crawl.join().out()).contains("summaries: 1 new");
            assertThat(served.port()).isPositive();
        }
        assertThat(crawls()).isEqualTo(1);
    }

    @Test
    void aWebhookIsToldOfWhatWantsAPerson() throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        try (LegacySite office = new LegacySite()) {
            office.at("/hook?key=secret", exchange -> {
                told.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                LegacySite.send(exchange, 204, "text/plain", new byte[0]);
            });
            String hook = office.address("/hook?key=secret").toString();
            profile("address: " + site.address("/blog/") + ", allow-private: true");
            assertThat(crawl("--webhook", hook).code()).isZero();
            assertThat(told).isEmpty();

            site.at("/blog/sleep/", LegacySite.text(503, "text/html", "later"));
            assertThat(crawl("--webhook", hook).code()).isEqualTo(1);
            assertThat(told)
                    .singleElement()
                    .satisfies(document -> assertThat(document)
                            .contains("\"command\":\"crawl\"", "\"source\":\"blog\"", "\"code\":1", "status 503"));

            try (Served served =
                    new Served(store(), folder.resolve("drop"), sources(), "blog", new Main(), "--webhook", hook)) {
                assertThat(crawl("--source", "blog").code()).isEqualTo(1);
                until(() -> told.size() == 2);
                assertThat(told.getLast()).contains("\"command\":\"crawl\"", "\"source\":\"blog\"", "status 503");
                Cli.write(folder.resolve("drop/empty.md"), "");
                until(() -> told.size() == 3);
                assertThat(told.getLast()).contains("\"command\":\"drop\"");
                assertThat(served.port()).isPositive();
            }
        }
    }

    @Test
    void aWebhookThatIsNoneIsRefusedWithoutRepeatingIt() {
        profile("address: " + site.address("/blog/") + ", allow-private: true");
        for (String none : List.of("ftp://host.example/secret", "secret", "https://user:secret@host.example/")) {
            Outcome crawl = crawl("--webhook", none);
            assertThat(crawl.code()).as(none).isEqualTo(2);
            assertThat(crawl.err()).contains("--webhook", "http or https").doesNotContain("secret");
        }
    }

    @Test
    void whatWasDueWhileNothingWasServedIsMadeUpFor() throws InterruptedException {
        profile("address: " + site.address("/blog/") + ", allow-private: true, schedule: 0 3 * * *");
        Cli.write(
                store().resolve("runs/blog.jsonl"),
                "{\"began\":\"2020-01-01T03:00:00Z\",\"ended\":\"2020-01-01T03:01:00Z\",\"code\":0,\"result\":\"\"}\n");
        Outcome other = Cli.run("ingest", "--store", store(), "--sources", sources(), Cli.summary(folder, "One"));
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(runs().last(Runs.Kind.INGEST)).as("is a run, and no crawl").isPresent();
        try (Served served = new Served(store(), folder.resolve("drop"), sources(), "blog")) {
            until(() -> crawls() == 2);
            assertThat(runs().last(Runs.Kind.CRAWL).orElseThrow().result()).contains("summaries: 1 new");
            assertThat(served.port()).isPositive();
        }
        assertThat(crawls()).as("once, whatever was missed").isEqualTo(2);
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Outcome crawl(String... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {"crawl", "--store", store(), "--sources", sources()}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return Cli.run(words);
    }

    private void profile(String crawl) {
        Cli.write(sources().resolve("blog/profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {delay: 0ms, retries: 0, %s}
            """.formatted(site.address("/blog/"), crawl));
    }

    private long crawls() {
        return runs().all().stream()
                .filter(run -> run.kind() == Runs.Kind.CRAWL)
                .count();
    }

    private Runs runs() {
        return Runs.of(store(), "blog");
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Path sources() {
        return folder.resolve("sources");
    }

    private static HttpHandler html(String text) {
        return LegacySite.text(200, "text/html; charset=utf-8", "<!doctype html>" + text);
    }
}
