package dev.precis.sparql.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * What answers on a port as long as the index is opened or built, which may take minutes: that the process lives, and
 * that nothing can be served yet.
 */
public final class StartingServer implements AutoCloseable {
    private static final int UNAVAILABLE = 503;
    private static final String WAIT_SECONDS = "5";

    private final HttpServer server;

    /**
     * Starts to listen.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public StartingServer(ServerSettings settings) {
        try {
            this.server = HttpServer.create(
                    settings.loopback()
                            ? new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port())
                            : new InetSocketAddress(settings.port()),
                    0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + settings.port() + ": " + e.getMessage(), e);
        }
        server.createContext("/", exchange -> send(exchange, UNAVAILABLE, "The index is being made: come back soon."));
        server.createContext("/health/ready", exchange -> send(exchange, Health.DOWN.status(), "starting"));
        server.createContext("/health/live", exchange -> send(exchange, 200, "live"));
        server.start();
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = (text + "\n").getBytes(StandardCharsets.UTF_8);
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Connection", "close");
            if (status == UNAVAILABLE) {
                exchange.getResponseHeaders().set("Retry-After", WAIT_SECONDS);
            }
            exchange.sendResponseHeaders(status, bodyless ? -1 : body.length);
            if (!bodyless) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Stops to listen: the port is free for the server itself. */
    @Override
    public void close() {
        server.stop(0);
    }
}
