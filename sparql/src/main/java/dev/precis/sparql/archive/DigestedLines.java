package dev.precis.sparql.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A file of JSON lines: a header with format and digest of what follows, then one row a line. The header is why half a
 * file is never taken for a whole one.
 *
 * @param header what else the first line says
 */
record DigestedLines(JsonNode header, List<JsonNode> rows) {
    static final ObjectMapper JSON = new ObjectMapper();

    private static final String FORMAT = "format";
    private static final String DIGEST = "sha256";

    /**
     * What such a file says; nothing if there is none.
     *
     * @param newest the newest format that is understood; older ones are too
     * @throws UncheckedIOException if it is damaged, or of a newer format
     */
    static Optional<DigestedLines> read(Path file, int newest) {
        try {
            String text = Files.readString(file);
            int body = text.indexOf('\n') + 1;
            JsonNode header = JSON.readTree(text.substring(0, body));
            int format = header.path(FORMAT).asInt(newest);
            if (format < 1 || format > newest) {
                throw new IOException("is of format " + format + ", expected " + newest + " or older");
            }
            if (!header.path(DIGEST).asText().equals(Sha256.of(text.substring(body)))) {
                throw new IOException("does not match its digest; restore it from a backup, "
                        + "or move the store away and ingest again");
            }
            List<JsonNode> rows = new ArrayList<>();
            for (String line : text.substring(body).lines().toList()) {
                rows.add(JSON.readTree(line));
            }
            return Optional.of(new DigestedLines(header, rows));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    /** What is wrong with a file whose rows say something else than they should. */
    static UncheckedIOException damaged(Path file, Exception e) {
        return new StoreRefusedException(file + ": " + e.getMessage(), new IOException(e));
    }

    /** The file; {@code header} gets format and digest. */
    static byte[] write(int format, ObjectNode header, Stream<ObjectNode> rows) {
        StringBuilder body = new StringBuilder();
        rows.forEach(row -> body.append(line(row)));
        ObjectNode first = JSON.createObjectNode().put(FORMAT, format);
        first.setAll(header);
        first.put(DIGEST, Sha256.of(body.toString()));
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
