package dev.precis.pipeline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookTest {
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final Webhook.Event FAILED =
            new Webhook.Event("crawl", "blog", 1, "summaries: 1 new", List.of("a post is not as before"), 2, 2);

    private final List<String> posted = new CopyOnWriteArrayList<>();
    private final StringWriter log = new StringWriter();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void begin() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void close() {
        over.countDown();
        server.stop(0);
    }

    @Test
    void tellsWhatWantsAPerson() throws IOException {
        at("/hook/secret", exchange -> answer(exchange, 204));
        told(FAILED, hook(Duration.ofSeconds(20)));

        JsonNode document = new ObjectMapper().readTree(posted.getFirst());
        assertThat(document.path("text").asText()).isEqualTo("Précis: crawl of blog ended with 1: summaries: 1 new");
        assertThat(document.path("command").asText()).isEqualTo("crawl");
        assertThat(document.path("source").asText()).isEqualTo("blog");
        assertThat(document.path("code").asInt()).isEqualTo(1);
        assertThat(document.path("notices").path(0).asText()).isEqualTo("a post is not as before");
        assertThat(document.path("quarantine").path("now").asInt()).isEqualTo(2);
        assertThat(log).asString().isEmpty();
    }

    @Test
    void aHubIsToldOfEachFeed() {
        at("/hub", exchange -> answer(exchange, 202));
        HubNotice hub = new HubNotice(new Courier(
                "hub",
                URI.create("http://localhost:" + server.getAddress().getPort() + "/hub"),
                new PrintWriter(log),
                Duration.ofSeconds(20),
                PAUSES));
        hub.tell(List.of("https://blog.example/feed.atom", "https://blog.example/a/feed.rss?x=1&y=2"));
        hub.close(Duration.ofSeconds(20));

        assertThat(posted)
                .containsExactly(
                        "hub.mode=publish&hub.url=https%3A%2F%2Fblog.example%2Ffeed.atom",
                        "hub.mode=publish&hub.url=https%3A%2F%2Fblog.example%2Fa%2Ffeed.rss%3Fx%3D1%26y%3D2");
        assertThat(log).asString().isEmpty();
    }

    @Test
    void aDoubtOrARunThatIsRefusedWantsOneAndAGoodRunDoesNot() {
        at("/hook/secret", exchange -> answer(exchange, 200));
        Webhook hook = hook(Duration.ofSeconds(20));
        hook.tell(event(0, 3, 3)); // good
        hook.tell(event(2, 3, 3)); // wrong usage: who typed it knows
        hook.tell(event(143, 3, 3)); // told to end
        hook.tell(event(0, 3, 2)); // less is withheld than before
        hook.tell(event(75, 3, 3));
        hook.tell(event(78, 3, 3));
        hook.tell(event(0, 3, 4));
        hook.finish();

        assertThat(posted).hasSize(3);
    }

    private static Webhook.Event event(int code, int before, int withheld) {
        return new Webhook.Event("crawl", "", code, "", List.of(), before, withheld);
    }

    @Test
    void triesAgainWhereItsServerFails() {
        AtomicInteger asked = new AtomicInteger();
        at("/hook/secret", exchange -> answer(exchange, asked.incrementAndGet() < 3 ? 500 : 200));
        told(FAILED, hook(Duration.ofSeconds(20)));

        assertThat(posted).hasSize(3).containsOnly(posted.getFirst());
        assertThat(log).asString().isEmpty();
    }

    @Test
    void givesUpAfterAFewAttemptsAndDoesNotLogTheAddress() {
        at("/hook/secret", exchange -> answer(exchange, 503));
        told(FAILED, hook(Duration.ofSeconds(20)));

        assertThat(posted).hasSize(PAUSES.size() + 1);
        assertThat(log)
                .asString()
                .isEqualToIgnoringNewLines("webhook: localhost was not told: answers with status 503");
    }

    @Test
    void neverFollowsARedirect() {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
        at("/hook/secret", exchange -> {
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            answer(exchange, 307);
        });
        told(FAILED, hook(Duration.ofSeconds(20)));

        assertThat(posted).hasSize(1);
        assertThat(elsewhere).hasValue(0);
        assertThat(log).asString().contains("answers with status 307");
    }

    @Test
    void nobodyWaitsForAServerThatHangs() {
        at("/hook/secret", exchange -> await());
        Webhook hook = hook(Duration.ofMillis(50));
        for (int i = 0; i < 300; i++) {
            hook.tell(FAILED); // would take 45 seconds if any of it were waited for
        }
        hook.close(Duration.ofMillis(1));
        assertThat(log).asString().contains("100 others wait");
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        at("/hook/secret", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream body = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    body.write(new byte[8192]);
                }
            }
        });
        told(FAILED, hook(Duration.ofSeconds(20)));

        assertThat(posted).hasSize(1);
        assertThat(log).asString().isEmpty();
    }

    @Test
    void aServerThatIsNotThereFailsNobody() {
        server.stop(0);
        told(FAILED, hook(Duration.ofSeconds(20)));
        assertThat(log).asString().contains("was not told: ConnectException");
    }

    private Webhook hook(Duration timeout) {
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/hook/secret");
        return new Webhook(new Courier("webhook", address, new PrintWriter(log), timeout, PAUSES));
    }

    private static void told(Webhook.Event event, Webhook hook) {
        hook.tell(event);
        hook.finish();
    }

    private void at(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            posted.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            handler.handle(exchange);
        });
    }

    private void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
