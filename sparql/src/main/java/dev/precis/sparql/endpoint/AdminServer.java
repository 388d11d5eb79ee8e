package dev.precis.sparql.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** What only those may know who are on the machine: the figures of the server, for Prometheus; and its health. */
public final class AdminServer implements AutoCloseable {
    private final HttpServer server;

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0 picks a free one
     * @throws UncheckedIOException if the port is taken
     */
    public AdminServer(int port, PrometheusMeterRegistry registry, Supplier<Health> health) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        server.createContext(
                "/", exchange -> send(exchange, 404, "text/plain", "There is /metrics and /health here.\n"));
        server.createContext(
                "/metrics",
                exchange -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
        server.createContext("/health", exchange -> {
            Health now = health.get();
            send(exchange, now.status(), "text/plain; charset=utf-8", now.label() + "\n");
        });
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
