package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who asks an ordinary question and wants its answer as always, whatever others do meanwhile. */
final class HonestClient {
    private static final Duration SOON = Duration.ofSeconds(4);
    /** Less than it takes until attackers are ended for they are too slow, so that nobody waits for that. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int WARM_UP = 10;
    private static final String QUESTION = """
        PREFIX schema: <http://schema.org/>
        PREFIX precis: <https://w3id.org/precis/ns#>
        SELECT ?title (COUNT(?finding) AS ?findings) {
          ?summary schema:headline ?title OPTIONAL { ?summary precis:finding ?finding }
        } GROUP BY ?title ORDER BY ?title
        """;

    private final PackagedProgram program;
    private final Wire wire;
    private final String expected;
    private final AtomicInteger asked = new AtomicInteger();

    /** Asks before anything happens, until the program has warmed up. */
    HonestClient(PackagedProgram program, Wire wire) {
        this.program = program;
        this.wire = wire;
        WireAnswer answer = answer();
        for (int i = 0; i < WARM_UP || answer.status() == 503 && i < 10 * WARM_UP; i++) {
            answer = answer();
        }
        assertThat(answer.status()).as(answer.start()).isEqualTo(200);
        assertThat(answer.start().lines()).hasSizeGreaterThan(20);
        expected = answer.start();
    }

    /**
     * Fails unless the answer is the same as before, and comes soon: long before the heavy queries beside it would let
     * it, were it to wait for them. How soon is measured by the soak, not here.
     */
    void ask() {
        Stopwatch watch = program.stopwatch();
        WireAnswer answer = answer();
        Duration took = watch.time();

        assertThat(answer.status()).as("honest query: %s", answer.start()).isEqualTo(200);
        assertThat(answer.start()).isEqualTo(expected);
        assertThat(took).as("the honest query").isLessThan(SOON);
        assertThat(answer.time()).as("time of the honest query").isLessThan(PATIENCE);
    }

    /** To the server it is another query each time, so that it cannot know that it is quick. */
    private WireAnswer answer() {
        String query = "PREFIX honest: <urn:honest:" + asked.incrementAndGet() + ">\n" + QUESTION;
        return wire.exchange(("GET /sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }
}
