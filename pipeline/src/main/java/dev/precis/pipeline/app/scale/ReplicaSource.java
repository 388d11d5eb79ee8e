package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Asks the server that a replica follows. */
final class ReplicaSource implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI address;
    private final Optional<Credentials> credentials;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param address of its admin port, or of what passes requests on to that */
    ReplicaSource(URI address, Optional<Credentials> credentials) {
        this.address = address;
        this.credentials = credentials;
    }

    /** For people. */
    String host() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** What changed since a version. */
    record Changes(ReplicaLine.Head head, List<ReplicaLine> lines) {
        Changes {
            lines = List.copyOf(lines);
        }
    }

    /** Something kept there under its digest. */
    record Kept(byte[] bytes, String type) {}

    /** Nothing if nothing did. */
    Optional<Changes> changes(ArchiveVersion since) {
        HttpResponse<InputStream> answer = get("changes?number=" + since.number() + "&instant="
                + encoded(since.committed().toString()));
        if (answer.statusCode() == 304) {
            return Optional.empty();
        }
        String text = new String(body(answer, "application/jsonl").orElseThrow(this::gone), StandardCharsets.UTF_8);
        List<String> lines = text.lines().toList();
        try {
            return Optional.of(new Changes(
                    ReplicaLine.Head.read(lines.getFirst()),
                    lines.stream().skip(1).map(ReplicaLine::read).toList()));
        } catch (RuntimeException e) {
            throw RemoteException.of(host() + " tells changes that are none: " + e.getMessage());
        }
    }

    private RemoteException gone() {
        return RemoteException.of(host() + " has no changes to tell: name the address of an admin port");
    }

    /** Its canonical N-Quads; nothing if it is gone by now. */
    Optional<byte[]> graph(String name) {
        return body(get("graph?name=" + encoded(name)), "application/n-quads");
    }

    /** @param kind page or picture */
    Optional<Kept> kept(String kind, String digest) {
        HttpResponse<InputStream> answer = get(kind + "?digest=" + digest);
        String type = answer.headers().firstValue("Precis-Type").orElse("");
        return body(answer, "application/octet-stream").map(bytes -> new Kept(bytes, type));
    }

    /** The text of a page. */
    Optional<String> text(String digest) {
        return body(get("text?digest=" + digest), "text/plain").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> body(HttpResponse<InputStream> answer, String type) {
        int status = answer.statusCode();
        try (InputStream in = answer.body()) {
            byte[] bytes = in.readAllBytes();
            if (status == 404) {
                return Optional.empty();
            }
            String told = answer.headers().firstValue("Content-Type").orElse("");
            if (status == 401 || status == 403) {
                throw RemoteException.refused(host() + " answers with status " + status);
            }
            if (status != 200 || !told.startsWith(type)) {
                throw RemoteException.of(host() + " answers with status " + status + " and " + told);
            }
            boolean packed =
                    answer.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
            return Optional.of(packed ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes() : bytes);
        } catch (IOException e) {
            throw RemoteException.of(host() + " broke off: " + e.getMessage());
        }
    }

    private HttpResponse<InputStream> get(String what) {
        String base = address.toString();
        URI uri = URI.create(base + (base.endsWith("/") ? "" : "/") + ReplicaRoom.PATH.substring(1) + what);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).header("Accept-Encoding", "gzip");
        credentials.ifPresent(known -> request.header("Authorization", known.header()));
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw RemoteException.of(host() + " does not answer: " + reason);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RemoteException.of("stopped while " + host() + " was asked");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
