package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.archive.ArchiveEntry.Facts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of all graphs, one row a graph, sorted by the graphs' names.
 *
 * @param version of the archive
 * @param staged the folder, in that of staged files, where those are that this brings and that may not be in their
 *     places yet
 * @param rows by graph
 */
record Manifest(ArchiveVersion version, String staged, SortedMap<String, ArchiveEntry> rows) {
    /** That of a store in which nothing was ever kept. */
    static final Manifest EMPTY = new Manifest(ArchiveVersion.FIRST, "", new TreeMap<>());

    // 1 had neither version nor digest of the content, and called the inputs content; 2 was always written whole
    static final int FORMAT = 3;

    private static final String GRAPH = "graph";
    private static final String REMOVED = "removed";

    Manifest {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }

    /**
     * What a file says; {@link #EMPTY} if there is none.
     *
     * @param blocks a whole state, and what others have otherwise
     */
    static Manifest of(List<DigestedLines> blocks, Path file) {
        ArchiveVersion version = EMPTY.version();
        String staged = EMPTY.staged();
        SortedMap<String, ArchiveEntry> rows = new TreeMap<>();
        try {
            for (DigestedLines block : blocks) {
                JsonNode header = block.header();
                boolean first = header.path("format").asInt() == 1;
                for (JsonNode line : block.rows()) {
                    if (line.has(REMOVED)) {
                        rows.remove(line.required(GRAPH).asText());
                    } else {
                        ArchiveEntry row = row(line, first);
                        rows.put(row.graph(), row);
                    }
                }
                version = new ArchiveVersion(
                        header.path("version").asLong(),
                        Instant.parse(header.path("committed").asText(Instant.EPOCH.toString())));
                staged = header.path("staged").asText();
            }
            return new Manifest(version, staged, rows);
        } catch (RuntimeException e) {
            throw DigestedLines.damaged(file, e);
        }
    }

    /** What a commit that leads from an earlier one to this changes, in the order of the graphs' names. */
    List<Change> changesSince(Manifest before) {
        SortedMap<String, Change> changes = new TreeMap<>();
        for (ArchiveEntry row : putSince(before)) {
            ArchiveEntry old = before.rows.get(row.graph());
            if (old == null || !old.state().equals(row.state())) {
                changes.put(row.graph(), change(row, Change.Kind.PUT));
            }
        }
        removedSince(before).forEach(row -> changes.put(row.graph(), change(row, Change.Kind.REMOVED)));
        return List.copyOf(changes.values());
    }

    /** The rows that an earlier one has not, or has otherwise. */
    List<ArchiveEntry> putSince(Manifest before) {
        return StateFile.added(before.rows, rows);
    }

    /** The rows of an earlier one that this has no longer. */
    List<ArchiveEntry> removedSince(Manifest before) {
        return StateFile.added(rows, before.rows).stream()
                .filter(row -> !rows.containsKey(row.graph()))
                .toList();
    }

    /** The rows whose digests are the names of files, by them. */
    Map<String, ArchiveEntry> named(Collection<Path> files) {
        Set<String> names =
                files.stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        Map<String, ArchiveEntry> named = new HashMap<>();
        rows.values().stream().filter(row -> names.contains(row.sha256())).forEach(row -> named.put(row.sha256(), row));
        return named;
    }

    private Change change(ArchiveEntry row, Change.Kind kind) {
        return new Change(version.number(), version.committed(), row.graph(), row.base(), kind);
    }

    /** All of it. */
    byte[] write() {
        return DigestedLines.write(FORMAT, header(), rows.values().stream().map(Manifest::json));
    }

    /** What an earlier one, which a file holds, has otherwise; to be appended at that position. */
    byte[] write(Manifest before, long position) {
        Stream<ObjectNode> removed = removedSince(before).stream()
                .map(row -> DigestedLines.JSON
                        .createObjectNode()
                        .put(GRAPH, row.graph())
                        .put(REMOVED, true));
        return DigestedLines.write(
                FORMAT,
                header().put(StateFile.AT, position),
                Stream.concat(putSince(before).stream().map(Manifest::json), removed));
    }

    private ObjectNode header() {
        return DigestedLines.JSON
                .createObjectNode()
                .put("version", version.number())
                .put("committed", version.committed().toString())
                .put("staged", staged)
                .put("graphs", rows.size());
    }

    private static ObjectNode json(ArchiveEntry row) {
        ObjectNode json = DigestedLines.JSON
                .createObjectNode()
                .put(GRAPH, row.graph())
                .put("base", row.base())
                .put("file", row.file())
                .put("version", row.version())
                .put("sha256", row.sha256())
                .put("inputs", row.inputs())
                .put("content", row.content())
                .put("snapshot", row.snapshot())
                .put("modified", row.modified().toString());
        row.facts().ifPresent(facts -> {
            json.put("page", facts.page());
            ArrayNode labels = json.putArray("labels");
            facts.labels().forEach(labels::add);
        });
        return json;
    }

    private static Optional<Facts> facts(JsonNode json) {
        List<String> labels = new ArrayList<>();
        json.path("labels").forEach(label -> labels.add(label.asText()));
        return json.has("labels") ? Optional.of(new Facts(json.path("page").asText(), labels)) : Optional.empty();
    }

    private static ArchiveEntry row(JsonNode json, boolean first) {
        return new ArchiveEntry(
                json.required(GRAPH).asText(),
                json.required("base").asText(),
                json.required("file").asText(),
                json.required("version").asLong(),
                json.required("sha256").asText(),
                json.required(first ? "content" : "inputs").asText(),
                first ? "" : json.required("content").asText(),
                json.required("snapshot").asText(),
                facts(json),
                Instant.parse(json.required(first ? "updated" : "modified").asText()));
    }
}
