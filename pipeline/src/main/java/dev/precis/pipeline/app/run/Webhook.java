package dev.precis.pipeline.app.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Posts a small document of JSON to an address when something wants a person. Nobody waits for it, and it fails nobody:
 * what cannot be delivered after some attempts is logged, without the address, which may have a secret in it.
 */
public final class Webhook {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final int MOST_WAITING = 100;
    private static final int MOST_NOTICES = 20;
    private static final int MOST_CHARACTERS = 500;
    private static final int TOO_MANY = 429;

    private final URI address;
    private final PrintWriter log;
    private final Duration timeout;
    private final List<Duration> pauses;
    private final HttpClient client;
    private final ThreadPoolExecutor courier = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            Thread.ofPlatform().name("webhook").daemon().factory(),
            this::overflow);

    /** @param log told of what cannot be delivered */
    public Webhook(URI address, PrintWriter log) {
        this(address, log, TIMEOUT, PAUSES);
    }

    /**
     * With a patience of its own.
     *
     * @param timeout of each attempt
     * @param pauses between attempts, one less than these
     */
    Webhook(URI address, PrintWriter log, Duration timeout, List<Duration> pauses) {
        this.address = address;
        this.log = log;
        this.timeout = timeout;
        this.pauses = List.copyOf(pauses);
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * What a command did.
     *
     * @param source that it was of; empty if of none, or of several
     * @param code its exit code
     * @param result one line
     * @param notices what was odd
     * @param withheldBefore how much was in quarantine before it
     * @param withheld how much is now
     */
    public record Event(
            String command,
            String source,
            int code,
            String result,
            List<String> notices,
            int withheldBefore,
            int withheld) {
        public Event {
            notices = List.copyOf(notices);
        }

        /** Whether somebody should look: wrong usage and being told to end are known to whoever did it. */
        public boolean wantsAPerson() {
            return code == Failure.FAILED || Failure.isOfTheWorld(code) || withheld > withheldBefore;
        }
    }

    /** Tells of it if it wants a person, some time. */
    public void tell(Event event) {
        if (event.wantsAPerson()) {
            byte[] document = document(event);
            courier.execute(() -> deliver(document));
        }
    }

    private static byte[] document(Event event) {
        String name = event.command() + (event.source().isEmpty() ? "" : " of " + event.source());
        ObjectNode json = JSON.createObjectNode()
                .put("text", "Précis: " + name + " ended with " + event.code() + ": " + cut(event.result()))
                .put("program", "precis " + Version.number())
                .put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("command", event.command())
                .put("source", event.source())
                .put("code", event.code())
                .put("result", cut(event.result()));
        event.notices().stream().limit(MOST_NOTICES).map(Webhook::cut).forEach(json.putArray("notices")::add);
        json.putObject("quarantine").put("before", event.withheldBefore()).put("now", event.withheld());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }

    private void deliver(byte[] document) {
        String reason = "";
        for (int attempt = 0; attempt <= pauses.size(); attempt++) {
            try {
                int status = post(document);
                if (status / 100 == 2) {
                    return;
                }
                reason = "answers with status " + status;
                if (status / 100 != 5 && status != TOO_MANY) {
                    break; // another attempt would not better it
                }
            } catch (IOException | IllegalArgumentException e) {
                reason = e.getClass().getSimpleName();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                reason = "the program ends";
                break;
            }
            if (attempt < pauses.size() && !pause(pauses.get(attempt))) {
                break;
            }
        }
        undelivered(reason);
    }

    private static boolean pause(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The status of the answer; what it says is not read. */
    private int post(byte[] document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private void overflow(Runnable event, ThreadPoolExecutor full) {
        undelivered(full.isShutdown() ? "the program ends" : MOST_WAITING + " others wait");
    }

    private void undelivered(String reason) {
        log.println("webhook: " + address.getHost() + " was not told: " + reason);
        log.flush();
    }

    /** Lets what is under way come to its end, not longer than all its attempts may take. */
    public void finish() {
        close(pauses.stream().reduce(timeout.multipliedBy(pauses.size() + 1L), Duration::plus));
    }

    /** Lets what is under way come to its end, for so long. */
    public void close(Duration most) {
        courier.shutdown();
        try {
            if (!courier.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
                courier.shutdownNow();
            }
        } catch (InterruptedException e) {
            courier.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }
}
