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
import java.time.Instant;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The list of all graphs as a file of JSON lines: a header with the digest of what follows, then one row a graph,
 * sorted by the graphs' names. The header is why half a manifest is never taken for a whole one.
 */
final class Manifest {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifest() {}

    /** The rows by graph; none if there is no such file. */
    static SortedMap<String, ArchiveEntry> read(Path file) {
        SortedMap<String, ArchiveEntry> rows = new TreeMap<>();
        try {
            String text = Files.readString(file);
            int body = text.indexOf('\n') + 1;
            JsonNode header = JSON.readTree(text.substring(0, body));
            if (header.path("format").asInt(FORMAT) != FORMAT) {
                throw new IOException("is of format " + header.path("format") + ", expected " + FORMAT);
            }
            if (!header.path("sha256").asText().equals(Sha256.of(text.substring(body)))) {
                throw new IOException("does not match its digest; restore it from a backup, "
                        + "or move the store away and ingest again");
            }
            for (String line : text.substring(body).lines().toList()) {
                ArchiveEntry row = row(JSON.readTree(line));
                rows.put(row.graph(), row);
            }
            return rows;
        } catch (NoSuchFileException none) {
            return rows;
        } catch (IOException | IllegalArgumentException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), new IOException(e));
        }
    }

    static byte[] write(SortedMap<String, ArchiveEntry> rows) {
        String body = body(rows.values());
        ObjectNode header = JSON.createObjectNode()
                .put("format", FORMAT)
                .put("graphs", rows.size())
                .put("sha256", Sha256.of(body));
        return (header + "\n" + body).getBytes(StandardCharsets.UTF_8);
    }

    private static String body(Collection<ArchiveEntry> rows) {
        StringBuilder out = new StringBuilder();
        for (ArchiveEntry row : rows) {
            try {
                out.append(JSON.writeValueAsString(json(row))).append('\n');
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return out.toString();
    }

    private static ObjectNode json(ArchiveEntry row) {
        return JSON.createObjectNode()
                .put("graph", row.graph())
                .put("base", row.base())
                .put("file", row.file())
                .put("version", row.version())
                .put("sha256", row.sha256())
                .put("content", row.content())
                .put("snapshot", row.snapshot())
                .put("updated", row.updated().toString());
    }

    private static ArchiveEntry row(JsonNode json) {
        return new ArchiveEntry(
                json.required("graph").asText(),
                json.required("base").asText(),
                json.required("file").asText(),
                json.required("version").asLong(),
                json.required("sha256").asText(),
                json.required("content").asText(),
                json.required("snapshot").asText(),
                Instant.parse(json.required("updated").asText()));
    }
}
