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

/** Remembers of every address what was last fetched from it, so that the next run asks only for what changed. */
public final class CaptureLog {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Path NOWHERE = Path.of("");

    private final Path file;
    private final Map<String, Entry> entries;

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
                    file, entries == null || entries.values().stream().anyMatch(Objects::isNull) ? Map.of() : entries);
        } catch (JacksonException | java.io.FileNotFoundException e) {
            // it only saves work: without it, or damaged, every page is fetched again and the file written anew
            return new CaptureLog(file, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
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
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(temporary, JSON.writeValueAsBytes(entries));
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
