package dev.precis.sparql.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A block of JSON lines: a header with format, digest and length of what follows, then one row a line. The header is
 * why half a block is never taken for a whole one. A file is one block, or one and what was appended to it since.
 *
 * @param header what else the first line says
 */
record DigestedLines(JsonNode header, List<JsonNode> rows) {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORMAT = "format";
    private static final String DIGEST = "sha256";
    /** Of the rows, line feeds included; earlier formats had one block a file, and did not say it. */
    private static final String BYTES = "bytes";

    /** As {@link #read(Path, int, long)}, to the end of the file. */
    static List<DigestedLines> read(Path file, int newest) {
        return read(file, newest, Long.MAX_VALUE);
    }

    /**
     * What such a file says; nothing if there is none.
     *
     * @param newest the newest format that is understood; older ones are too
     * @param end so many of its bytes are looked at
     * @throws UncheckedIOException if it is damaged, or of a newer format
     */
    static List<DigestedLines> read(Path file, int newest, long end) {
        try {
            byte[] all = DurableFiles.bytes(file);
            byte[] bytes = end < all.length ? Arrays.copyOf(all, (int) end) : all;
            List<DigestedLines> blocks = new ArrayList<>();
            int position = 0;
            do {
                int body = lineEnd(bytes, position);
                JsonNode header = JSON.readTree(bytes, position, body - position);
                int format = header.path(FORMAT).asInt(newest);
                if (format < 1 || format > newest) {
                    throw new IOException("is of format " + format + ", expected " + newest + " or older");
                }
                long length = header.path(BYTES).asLong(bytes.length - body);
                int next = (int) Math.min(bytes.length, body + length);
                String rows = new String(bytes, body, next - body, StandardCharsets.UTF_8);
                if (!header.path(DIGEST).asText().equals(Sha256.of(rows))) {
                    throw new IOException("does not match its digest; restore it from a backup, "
                            + "or move the store away and ingest again");
                }
                blocks.add(new DigestedLines(header, rows(rows)));
                position = next;
            } while (position < bytes.length);
            return blocks;
        } catch (FileNotFoundException none) {
            return List.of();
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int end = from;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Math.min(bytes.length, end + 1);
    }

    private static List<JsonNode> rows(String lines) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    /**
     * How long the first block of a file is, its header included; all of it in earlier formats.
     *
     * @throws FileNotFoundException if there is no file
     */
    static long firstBlock(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()))) {
            byte[] line = DurableFiles.line(in);
            JsonNode length = JSON.readTree(line).path(BYTES);
            return length.isMissingNode() ? file.toFile().length() : line.length + length.asLong();
        }
    }

    /** What is wrong with a file whose rows say something else than they should. */
    static UncheckedIOException damaged(Path file, Exception e) {
        return new StoreRefusedException(file + ": " + e.getMessage(), new IOException(e));
    }

    /** A block; {@code header} gets format, digest and length. */
    static byte[] write(int format, ObjectNode header, Stream<ObjectNode> rows) {
        StringBuilder lines = new StringBuilder();
        rows.forEach(row -> lines.append(line(row)));
        String body = lines.toString();
        ObjectNode first = JSON.createObjectNode().put(FORMAT, format);
        first.setAll(header);
        first.put(BYTES, body.getBytes(StandardCharsets.UTF_8).length).put(DIGEST, Sha256.of(body));
        return (line(first) + body).getBytes(StandardCharsets.UTF_8);
    }

    /** One line, its line feed included. */
    static String line(ObjectNode row) {
        try {
            return JSON.writeValueAsString(row) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
