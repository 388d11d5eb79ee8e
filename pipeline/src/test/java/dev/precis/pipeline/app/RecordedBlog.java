package dev.precis.pipeline.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Answers as a blog did when it was recorded ({@code bench/wordpress --record}), under an address of its own. */
final class RecordedBlog implements AutoCloseable {
    private static final String RECORDED = "http://blog.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Recorded> answers = new ConcurrentHashMap<>();
    private final Map<String, UnaryOperator<String>> edits = new ConcurrentHashMap<>();

    private record Recorded(int status, JsonNode headers, Path file) {}

    /** @param folders of answers; what a later one has goes before */
    RecordedBlog(Path... folders) throws IOException {
        for (Path folder : folders) {
            for (JsonNode answer : JSON.readTree(folder.resolve("answers.json").toFile())) {
                answers.put(
                        decoded(answer.path("path").asText()),
                        new Recorded(
                                answer.path("status").asInt(),
                                answer.path("headers"),
                                folder.resolve(answer.path("file").asText())));
            }
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on an answer reads otherwise. */
    void edit(URI address, UnaryOperator<String> edit) {
        edits.put(address.getPath(), edit);
    }

    /** A recorded document with the address that the blog has now. */
    String text(Path file) throws IOException {
        return Files.readString(file)
                .replace(RECORDED, address())
                .replace(RECORDED.replace("/", "\\/"), address().replace("/", "\\/"));
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path, StandardCharsets.UTF_8);
    }

    private void answer(HttpExchange exchange) throws IOException {
        Recorded recorded = answers.get(decoded(exchange.getRequestURI().toString()));
        try (exchange) {
            if (recorded == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            recorded.headers()
                    .properties()
                    .forEach(header -> exchange.getResponseHeaders()
                            .set(header.getKey(), header.getValue().asText().replace(RECORDED, address())));
            byte[] body = edits.getOrDefault(exchange.getRequestURI().getPath(), UnaryOperator.identity())
                    .apply(text(recorded.file()))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(recorded.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
