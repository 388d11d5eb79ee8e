package dev.precis.pipeline.app.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Posts what it is given to one address, one after the other. Nobody waits for it, and it fails nobody: what cannot be
 * delivered after some attempts is logged, without the address, which may have a secret in it.
 */
final class Courier {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final int MOST_WAITING = 100;
    private static final int TOO_MANY = 429;

    private final String name;
    private final URI address;
    private final PrintWriter log;
    private final Duration timeout;
    private final List<Duration> pauses;
    private final HttpClient client;
    private final ThreadPoolExecutor thread;

    /**
     * @param name that it is known by in the log
     * @param log told of what cannot be delivered
     */
    Courier(String name, URI address, PrintWriter log) {
        this(name, address, log, TIMEOUT, PAUSES);
    }

    /**
     * With a patience of its own.
     *
     * @param timeout of each attempt
     * @param pauses between attempts, one less than these
     */
    Courier(String name, URI address, PrintWriter log, Duration timeout, List<Duration> pauses) {
        this.name = name;
        this.address = address;
        this.log = log;
        this.timeout = timeout;
        this.pauses = List.copyOf(pauses);
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        this.thread = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name(name).daemon().factory(),
                this::overflow);
    }

    /** Posts a document of a media type, some time. */
    void send(String mediaType, byte[] document) {
        thread.execute(() -> deliver(mediaType, document));
    }

    private void deliver(String mediaType, byte[] document) {
        String reason = "";
        for (int attempt = 0; attempt <= pauses.size(); attempt++) {
            try {
                int status = post(mediaType, document);
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
    private int post(String mediaType, byte[] document) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", mediaType)
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
        log.println(name + ": " + address.getHost() + " was not told: " + reason);
        log.flush();
    }

    /** Lets what is under way come to its end, not longer than all its attempts may take. */
    void finish() {
        close(pauses.stream().reduce(timeout.multipliedBy(pauses.size() + 1L), Duration::plus));
    }

    /** Lets what is under way come to its end, for so long. */
    void close(Duration most) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(most.toMillis(), TimeUnit.MILLISECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException e) {
            thread.shutdownNow();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
    }
}
