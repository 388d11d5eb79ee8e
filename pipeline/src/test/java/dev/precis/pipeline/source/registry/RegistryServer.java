package dev.precis.pipeline.source.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.precis.pipeline.domain.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A registry on this machine that answers as Crossref's service does ({@code /works?query.bibliographic=},
 * {@code /works/DOI}): something always comes back, by the words that it shares with the question. It can be told to
 * fail.
 */
public final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, ObjectNode> works = new TreeMap<>();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<URI> requests = new CopyOnWriteArrayList<>();
    private final List<String> agents = new CopyOnWriteArrayList<>();

    /** What may go wrong with one answer. */
    public enum Fault {
        TOO_MANY_REQUESTS,
        FOREVER_TOO_MANY,
        UNAVAILABLE,
        HTML,
        EMPTY,
        CUT,
        CUT_BODY,
        SLOW,
        REDIRECT,
        OTHER_WORK
    }

    public RegistryServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    public URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Registers a work, or another record of it. */
    public void register(String json) {
        try {
            ObjectNode work = (ObjectNode) JSON.readTree(json);
            works.put(work.path("DOI").asText().toLowerCase(Locale.ROOT), work);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    /** The next answers go wrong like this, one after the other. */
    public void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    /** What was asked, by path and query. */
    public List<String> requests() {
        return requests.stream().map(URI::toString).toList();
    }

    /** Who asked. */
    public List<String> agents() {
        return List.copyOf(agents);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(exchange.getRequestURI());
            agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
            Fault fault = faults.poll();
            if (fault == null) {
                answer(exchange, 200);
            } else {
                fail(exchange, fault);
            }
        }
    }

    private void fail(HttpExchange exchange, Fault fault) throws IOException {
        switch (fault) {
            case TOO_MANY_REQUESTS -> {
                exchange.getResponseHeaders().set("Retry-After", "2");
                send(exchange, 429, "text/plain", "Too many requests");
            }
            case FOREVER_TOO_MANY -> {
                exchange.getResponseHeaders().set("Retry-After", "86400");
                send(exchange, 429, "text/plain", "Too many requests");
            }
            case UNAVAILABLE -> send(exchange, 503, "text/html", "<html>Down for maintenance</html>");
            case HTML -> send(exchange, 200, "text/html", "<!DOCTYPE html><title>Sign in</title>");
            case EMPTY -> send(exchange, 200, "application/json", "");
            case CUT -> send(exchange, 200, "application/json", "{\"status\":\"ok\",\"message-type\":\"work");
            case CUT_BODY -> {
                exchange.sendResponseHeaders(200, 5000);
                exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
                exchange.getResponseBody().flush();
            }
            case SLOW -> {
                exchange.sendResponseHeaders(200, 0);
                try {
                    Thread.sleep(5000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
            case REDIRECT -> {
                exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
                exchange.sendResponseHeaders(302, -1);
            }
            case OTHER_WORK -> {
                ObjectNode other = JSON.createObjectNode().put("DOI", "10.5555/another");
                send(exchange, 200, "application/json", message("work", other));
            }
        }
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("X-Rate-Limit-Limit", "100");
        exchange.getResponseHeaders().set("X-Rate-Limit-Interval", "1s");
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/works")) {
            ObjectNode list = JSON.createObjectNode();
            ArrayNode items = list.putArray("items");
            found(parameter(exchange.getRequestURI(), "query.bibliographic")).forEach(items::add);
            list.put("total-results", items.size());
            send(exchange, status, "application/json", message("work-list", list));
            return;
        }
        ObjectNode work = works.get(path.substring("/works/".length()).toLowerCase(Locale.ROOT));
        if (work == null) {
            send(exchange, 404, "text/plain", "Resource not found.");
        } else {
            send(exchange, status, "application/json", message("work", work));
        }
    }

    /** Updates are told with a whole record only, as far as anybody knows; the score is of this answer. */
    private List<ObjectNode> found(String question) {
        Set<String> words = words(question);
        List<ObjectNode> found = new ArrayList<>();
        works.values().stream()
                .sorted(Comparator.comparing((ObjectNode work) -> -shared(words, work))
                        .thenComparing(work -> work.path("DOI").asText()))
                .limit(10)
                .forEach(work -> {
                    ObjectNode copy = work.deepCopy();
                    copy.remove("updated-by");
                    found.add(copy.put("score", 10.0 * shared(words, work)));
                });
        return found;
    }

    private static long shared(Set<String> words, ObjectNode work) {
        return words(work.toString()).stream().filter(words::contains).count();
    }

    private static Set<String> words(String text) {
        return new HashSet<>(List.of(Texts.key(text).split(" ")));
    }

    private static String message(String type, JsonNode message) {
        return JSON.createObjectNode()
                .put("status", "ok")
                .put("message-type", type)
                .put("message-version", "1.0.0")
                .set("message", message)
                .toString();
    }

    private static String parameter(URI address, String name) {
        for (String parameter : address.getRawQuery().split("&")) {
            if (parameter.startsWith(name + "=")) {
                return URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
