package dev.precis.pipeline.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Remembers of every address what was last fetched from it, so that the next run asks only for what changed; and of
 * hosts that asked to be left alone, until when.
 */
public final class CaptureLog {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Path NOWHERE = Path.of("");

    private final Path file;
    private final Map<String, Entry> entries;
    private final Map<String, Instant> rests = new TreeMap<>();

    private CaptureLog(Path file, Map<String, Entry> entries) {
        this.file = file;
        this.entries = new TreeMap<>(entries);
    }

    /**
     * What was fetched.
     *
     * @param etag the validators as the server gave them (RFC 9110 section 8.8); empty where it gave none
     * @param digest SHA-256 of the bytes, hexadecimal
     * @param captured when these bytes were first seen at the address, ISO 8601
     * @param directives what the server told crawlers beside it, a line each header; empty if nothing
     */
    public record Entry(
            String etag, String lastModified, String digest, String contentType, String captured, String directives) {
        public Entry {
            Objects.requireNonNull(etag);
            Objects.requireNonNull(lastModified);
            Objects.requireNonNull(digest);
            Objects.requireNonNull(contentType);
            captured = Instant.parse(captured).toString();
            Objects.requireNonNull(directives);
        }
    }

    /** A log of one run, which is written nowhere. */
    public static CaptureLog ofThisRun() {
        return new CaptureLog(NOWHERE, Map.of());
    }

    /** The log in a file; empty if there is no such file. */
    public static CaptureLog read(Path file) {
        try {
            Map<String, Entry> entries = JSON.readValue(file.toFile(), new TypeReference<Map<String, Entry>>() {});
            return new CaptureLog(
                            file,
                            entries == null || entries.values().stream().anyMatch(Objects::isNull) ? Map.of() : entries)
                    .resting();
        } catch (JacksonException | java.io.FileNotFoundException e) {
            // it only saves work: without it, or damaged, every page is fetched again and the file written anew
            return new CaptureLog(file, Map.of()).resting();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private CaptureLog resting() {
        try {
            JSON.readValue(rests(file).toFile(), new TypeReference<Map<String, String>>() {})
                    .forEach((host, until) -> rests.put(host, Instant.parse(until)));
        } catch (IOException | RuntimeException none) {
            rests.clear(); // no host asked for it, or nobody can tell
        }
        return this;
    }

    private static Path rests(Path file) {
        return file.resolveSibling("rests.json");
    }

    /** That a host asks to be left alone until then. */
    synchronized void rest(String host, Instant until) {
        rests.merge(host, until, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** Until when a host asked to be left alone; empty if it never did. */
    synchronized Optional<Instant> rest(String host) {
        return Optional.ofNullable(rests.get(host));
    }

    public synchronized Optional<Entry> find(URI address) {
        return Optional.ofNullable(entries.get(address.toString()));
    }

    /** Of every address what was last fetched from it, in the order of the addresses. */
    public synchronized SortedMap<String, Entry> entries() {
        return new TreeMap<>(entries);
    }

    public synchronized void put(URI address, Entry entry) {
        entries.put(address.toString(), entry);
    }

    /** Replaces the file whole, or leaves it as it was. */
    public synchronized void write() {
        if (file.equals(NOWHERE)) {
            return;
        }
        replace(file, entries);
        if (!rests.isEmpty()) {
            Map<String, String> written = new TreeMap<>();
            rests.forEach((host, until) -> written.put(host, until.toString()));
            replace(rests(file), written);
        }
    }

    private static void replace(Path file, Object content) {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(temporary, JSON.writeValueAsBytes(content));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
