package dev.precis.sparql.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What only those may see who are on the machine: the figures of the server, for Prometheus; its health; and what else
 * is handed to it, such as an editor's desk.
 */
public final class AdminServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("admin").factory());

    /**
     * Starts to listen on the loopback address.
     *
     * @param port 0 picks a free one
     * @param remarks what is to say besides health, a line each
     * @param others what else is there, by the beginnings of its paths
     * @throws UncheckedIOException if the port is taken
     */
    public AdminServer(
            int port,
            PrometheusMeterRegistry registry,
            Supplier<Health> health,
            Supplier<List<String>> remarks,
            Map<String, HttpHandler> others) {
        try {
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on port " + port + ": " + e.getMessage(), e);
        }
        String all = String.join(", ", new TreeSet<>(others.keySet()));
        server.createContext(
                "/",
                exchange -> send(
                        exchange,
                        404,
                        "text/plain",
                        "There is /metrics, /health" + (all.isEmpty() ? "" : ", " + all) + " here.\n"));
        server.createContext(
                "/metrics",
                exchange -> send(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape()));
        server.createContext("/health", exchange -> {
            Health now = health.get();
            String told = remarks.get().stream().map(line -> line + "\n").collect(Collectors.joining());
            send(exchange, now.status(), "text/plain; charset=utf-8", now.label() + "\n" + told);
        });
        others.forEach(server::createContext);
        server.setExecutor(workers);
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
        workers.shutdownNow();
    }
}
