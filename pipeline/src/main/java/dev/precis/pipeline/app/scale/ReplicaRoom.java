package dev.precis.pipeline.app.scale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.Follower;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.Registration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/**
 * Tells replicas what changed, on the admin port: {@code changes?number=N&instant=I} as lines of JSON, after which
 * {@code graph?name=IRI} as canonical N-Quads, {@code page?digest=D}, its {@code text?digest=D}, and
 * {@code picture?digest=D}.
 */
final class ReplicaRoom implements HttpHandler {
    static final String PATH = "/replica/";

    private final GraphArchive archive;

    ReplicaRoom(GraphArchive archive) {
        this.archive = archive;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, 405, "text/plain", "GET alone\n");
                return;
            }
            Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
            switch (exchange.getRequestURI().getPath().substring(PATH.length())) {
                case "changes" -> changes(exchange, query);
                case "graph" -> graph(exchange, query.getOrDefault("name", ""));
                case "page" -> page(exchange, query.getOrDefault("digest", ""));
                case "text" ->
                    send(
                            exchange,
                            archive.snapshots()
                                    .text(query.getOrDefault("digest", ""))
                                    .map(text -> text.getBytes(StandardCharsets.UTF_8)),
                            "text/plain; charset=utf-8");
                case "picture" -> picture(exchange, query.getOrDefault("digest", ""));
                default -> send(exchange, 404, "text/plain", "changes, graph, page, text or picture\n");
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            send(exchange, 400, "text/plain", "expected number=N&instant=INSTANT\n");
        }
    }

    private void changes(HttpExchange exchange, Map<String, String> query) throws IOException {
        ArchiveVersion known = new ArchiveVersion(
                Long.parseLong(query.getOrDefault("number", "-1")),
                Instant.parse(query.getOrDefault("instant", Instant.EPOCH.toString())));
        if (known.equals(archive.version())) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        Told told = new Told(known);
        archive.bringUpToDate(told);
        StringBuilder lines = new StringBuilder(new ReplicaLine.Head(told.reached, told.anew).write());
        told.graphs.forEach(graph ->
                lines.append(new ReplicaLine(graph, archive.entry(graph), archive.registration(graph)).write()));
        send(exchange, 200, "application/jsonl; charset=utf-8", lines.toString());
    }

    /** What somebody has to be told who knows a version. */
    private final class Told implements Follower {
        private final ArchiveVersion known;
        private ArchiveVersion reached;
        private boolean anew;
        private final TreeSet<String> graphs = new TreeSet<>();

        Told(ArchiveVersion known) {
            this.known = known;
            this.reached = known;
        }

        @Override
        public ArchiveVersion version() {
            return known;
        }

        @Override
        public void follow(List<Change> changes, ArchiveVersion version) {
            reached = version;
            changes.forEach(change -> graphs.add(change.graph()));
        }

        @Override
        public void followAnew() {
            reached = archive.version();
            anew = true;
            archive.entries().stream().map(ArchiveEntry::graph).forEach(graphs::add);
            archive.registrations().stream().map(Registration::graph).forEach(graphs::add);
        }
    }

    private void graph(HttpExchange exchange, String name) throws IOException {
        Optional<byte[]> quads;
        try {
            quads = archive.entry(name).map(row -> NQuads.write(archive.read(row)));
        } catch (UncheckedIOException damaged) {
            send(exchange, 500, "text/plain", "the file of <" + name + "> is damaged here\n");
            return;
        }
        send(exchange, quads, "application/n-quads");
    }

    private void page(HttpExchange exchange, String digest) throws IOException {
        exchange.getResponseHeaders()
                .set("Precis-Type", archive.snapshots().contentType(digest).orElse(""));
        send(exchange, archive.snapshots().bytes(digest), "application/octet-stream");
    }

    private void picture(HttpExchange exchange, String digest) throws IOException {
        exchange.getResponseHeaders()
                .set("Precis-Type", archive.pictures().contentType(digest).orElse(""));
        send(exchange, archive.pictures().bytes(digest), "application/octet-stream");
    }

    private static Map<String, String> query(String raw) {
        Map<String, String> query = new HashMap<>();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                query.put(
                        part.substring(0, equals),
                        URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private static void send(HttpExchange exchange, Optional<byte[]> bytes, String type) throws IOException {
        if (bytes.isPresent()) {
            send(exchange, 200, type, bytes.get());
        } else {
            send(exchange, 404, "text/plain", "not here\n");
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        String accepted = exchange.getRequestHeaders().getFirst("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(status, 0);
            try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
                out.write(bytes);
            }
        } else {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
