package dev.precis.sparql.site;

import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.write.InMemory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** What to answer to a GET: always the same for the same state of the store. */
public final class Response {
    private static final int ETAG_DIGITS = 32;

    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Optional<Path> file;
    private final Optional<Writing> writing;
    private final String etag;
    private final Instant lastModified;
    private final List<Header> headers;
    private byte[] compressed = {};

    public Response(int status, String contentType, byte[] body, Instant lastModified, List<Header> headers) {
        this(
                status,
                contentType,
                body.clone(),
                Optional.empty(),
                Optional.empty(),
                digest(body),
                lastModified,
                headers);
    }

    /** Writes an answer while it is made, the same bytes each time as long as the store is the same. */
    @FunctionalInterface
    public interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private Response(
            int status,
            String contentType,
            byte[] body,
            Optional<Path> file,
            Optional<Writing> writing,
            String etag,
            Instant lastModified,
            List<Header> headers) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.file = file;
        this.writing = writing;
        this.etag = etag;
        this.lastModified = lastModified;
        this.headers = List.copyOf(headers);
    }

    public static Response of(int status, String contentType, String body, Instant lastModified, Header... headers) {
        return new Response(status, contentType, body.getBytes(StandardCharsets.UTF_8), lastModified, List.of(headers));
    }

    /**
     * A file that never changes, too large to be held; it is sent as it is.
     *
     * @param etag names exactly its bytes
     */
    public static Response of(Path file, String contentType, String etag, Instant lastModified, List<Header> headers) {
        return new Response(
                200, contentType, new byte[0], Optional.of(file), Optional.empty(), etag, lastModified, headers);
    }

    /** What is not long, and is made before it is sent. */
    public static Response of(String contentType, Writing writing, Instant lastModified, List<Header> headers) {
        return new Response(200, contentType, InMemory.write(writing::to), lastModified, headers);
    }

    /**
     * What may be longer than there is memory.
     *
     * @param name names exactly what is written in one state of the store
     */
    static Response of(String contentType, Writing writing, String name, Instant lastModified, List<Header> headers) {
        return new Response(
                200,
                contentType,
                new byte[0],
                Optional.empty(),
                Optional.of(writing),
                digest(name.getBytes(StandardCharsets.UTF_8)),
                lastModified,
                headers);
    }

    /** The same with another status. */
    Response as(int otherStatus) {
        return new Response(otherStatus, contentType, body, lastModified, headers);
    }

    public int status() {
        return status;
    }

    public String contentType() {
        return contentType;
    }

    /** Where the bytes are, if they are not at hand. */
    public Optional<Path> file() {
        return file;
    }

    /** How to write it, if it is made while it is sent; see {@link Site#write}. */
    public Optional<Writing> writing() {
        return writing;
    }

    /** Writes it to where it is held or kept. */
    public void writeTo(OutputStream out) throws IOException {
        if (writing.isPresent()) {
            writing.get().to(out);
        } else {
            out.write(body);
        }
    }

    /** All of it, for whoever needs it at once. */
    public byte[] body() {
        return writing.map(made -> InMemory.write(made::to)).orElseGet(body::clone);
    }

    /** The same bytes compressed (RFC 1952); made when first asked for, always the same. */
    public synchronized byte[] gzip() {
        if (compressed.length == 0) {
            compressed = InMemory.write(out -> {
                try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                    gzip.write(body);
                }
            });
        }
        return compressed.clone();
    }

    public int length() {
        return body.length;
    }

    /** Names exactly these bytes; without quotes, so that a coding can be added to it. */
    public String etag() {
        return etag;
    }

    /** Since when this has been the answer, as far as this process knows. */
    public Instant lastModified() {
        return lastModified;
    }

    /** The other fields, in order. */
    public List<Header> headers() {
        return headers;
    }

    /** The first field of that name. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    private static String digest(byte[] body) {
        return Sha256.of(body).substring(0, ETAG_DIGITS);
    }
}
