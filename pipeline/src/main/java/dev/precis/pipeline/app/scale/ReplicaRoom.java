package dev.precis.pipeline.app.scale;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.Snapshots;
import dev.precis.sparql.site.Address;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
            Address asked = Address.of("", exchange.getRequestURI().toString());
            String digest = first(asked, "digest", "");
            switch (exchange.getRequestURI().getPath().substring(PATH.length())) {
                case "changes" -> changes(exchange, asked);
                case "graph" -> graph(exchange, first(asked, "name", ""));
                case "page" -> kept(exchange, archive.snapshots(), digest);
                case "text" ->
                    send(
                            exchange,
                            archive.snapshots().text(digest).map(text -> text.getBytes(StandardCharsets.UTF_8)),
                            "text/plain; charset=utf-8");
                case "picture" -> kept(exchange, archive.pictures(), digest);
                default -> send(exchange, 404, "text/plain", "changes, graph, page, text or picture\n");
            }
        } catch (DateTimeParseException | NumberFormatException e) {
            send(exchange, 400, "text/plain", "expected number=N&instant=INSTANT\n");
        }
    }

    private void changes(HttpExchange exchange, Address asked) throws IOException {
        ArchiveVersion known = new ArchiveVersion(
                Long.parseLong(first(asked, "number", "-1")),
                Instant.parse(first(asked, "instant", Instant.EPOCH.toString())));
        ArchiveVersion version = archive.version();
        if (known.equals(version)) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        Optional<List<Change>> changes = archive.since(known, version);
        StringBuilder lines = new StringBuilder(new ReplicaLine.Head(version, changes.isEmpty()).write());
        changes.map(some -> some.stream().map(Change::graph))
                .orElseGet(this::graphs)
                .sorted()
                .distinct()
                .forEach(graph -> lines.append(
                        new ReplicaLine(graph, archive.entry(graph), archive.registration(graph)).write()));
        send(exchange, 200, "application/jsonl; charset=utf-8", lines.toString());
    }

    /** All that there are, and that there were. */
    private Stream<String> graphs() {
        return Stream.concat(
                archive.entries().stream().map(ArchiveEntry::graph),
                archive.registrations().stream().map(Registration::graph));
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

    /** Bytes with the media type that they had. */
    private static void kept(HttpExchange exchange, Snapshots all, String digest) throws IOException {
        exchange.getResponseHeaders().set("Precis-Type", all.contentType(digest).orElse(""));
        send(exchange, all.bytes(digest), "application/octet-stream");
    }

    private static String first(Address asked, String parameter, String otherwise) {
        return asked.values(parameter).stream().findFirst().orElse(otherwise);
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
