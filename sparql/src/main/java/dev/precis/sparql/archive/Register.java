package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was ever kept, by the name that it got: names are given once, and what is taken out leaves a tombstone. It
 * outlives the graphs: an ingest into a store of which only this is left gives the same names and the same instants.
 *
 * @param rows by the name of the graph
 */
record Register(SortedMap<String, Registration> rows, Map<String, String> graphs) {
    static final Register EMPTY = new Register(new TreeMap<>());

    // 1 was always written whole
    static final int FORMAT = 2;

    private static final String ROWS = "rows";

    Register {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        graphs = Map.copyOf(graphs);
    }

    Register(SortedMap<String, Registration> rows) {
        this(rows, byKey(rows.values()));
    }

    private static Map<String, String> byKey(Collection<Registration> rows) {
        Map<String, String> graphs = new HashMap<>();
        rows.forEach(row -> row.keys().forEach(key -> graphs.putIfAbsent(key, row.graph())));
        return graphs;
    }

    /** The graph of what the first of those keys that is known stands for. */
    Optional<String> graph(Collection<String> keys) {
        return keys.stream().filter(graphs::containsKey).findFirst().map(graphs::get);
    }

    static Register of(Collection<Registration> rows) {
        SortedMap<String, Registration> byName = new TreeMap<>();
        rows.forEach(row -> byName.put(row.graph(), row));
        return new Register(byName);
    }

    /** What a file says that must be one. */
    static List<Registration> ofStore(Path file) {
        List<DigestedLines> blocks = DigestedLines.read(file, FORMAT);
        if (blocks.isEmpty() || !blocks.getFirst().header().has(ROWS)) {
            throw DigestedLines.damaged(file, new IOException("does not say how many names it has"));
        }
        return List.copyOf(of(blocks, file).rows().values());
    }

    /**
     * What a file says; {@link #EMPTY} if there is none.
     *
     * @param blocks a whole state, and what others have otherwise
     */
    static Register of(List<DigestedLines> blocks, Path file) {
        SortedMap<String, Registration> rows = new TreeMap<>();
        try {
            for (DigestedLines block : blocks) {
                for (JsonNode line : block.rows()) {
                    Registration row = row(line);
                    rows.put(row.graph(), row);
                }
            }
        } catch (RuntimeException e) {
            throw DigestedLines.damaged(file, e);
        }
        return new Register(rows);
    }

    /** All of it. */
    byte[] write() {
        return DigestedLines.write(FORMAT, header(), rows.values().stream().map(Register::json));
    }

    /** What an earlier one, which a file holds, has otherwise; to be appended at that position. */
    byte[] write(Register before, long position) {
        return DigestedLines.write(
                FORMAT,
                header().put(StateFile.AT, position),
                StateFile.added(before.rows, rows).stream().map(Register::json));
    }

    private ObjectNode header() {
        return DigestedLines.JSON.createObjectNode().put(ROWS, rows.size());
    }

    private static ObjectNode json(Registration row) {
        ObjectNode json = DigestedLines.JSON.createObjectNode().put("graph", row.graph());
        ArrayNode keys = json.putArray("keys");
        row.keys().forEach(keys::add);
        json.put("first", row.first().toString())
                .put("modified", row.modified().toString())
                .put("content", row.content())
                .put("version", row.version());
        row.removed().ifPresent(tombstone -> removed(tombstone, json.putObject("removed")));
        return json;
    }

    private static void removed(Registration.Tombstone tombstone, ObjectNode json) {
        json.put("instant", tombstone.removed().toString())
                .put("reason", tombstone.reason())
                .put("by", tombstone.by().name().toLowerCase(Locale.ROOT))
                .put("base", tombstone.base());
        tombstone.successor().ifPresent(graph -> json.put("successor", graph));
    }

    private static Registration.Tombstone tombstone(JsonNode json) {
        return new Registration.Tombstone(
                Instant.parse(json.required("instant").asText()),
                json.required("reason").asText(),
                // before this was told, only programs of others took anything out
                Registration.By.valueOf(json.path("by").asText("editor").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(json.get("successor")).map(JsonNode::asText),
                json.path("base").asText(""));
    }

    private static Registration row(JsonNode json) {
        SortedSet<String> keys = new TreeSet<>();
        json.required("keys").forEach(key -> keys.add(key.asText()));
        Optional<Registration.Tombstone> removed =
                Optional.ofNullable(json.get("removed")).map(Register::tombstone);
        return new Registration(
                json.required("graph").asText(),
                keys,
                Instant.parse(json.required("first").asText()),
                Instant.parse(json.required("modified").asText()),
                json.required("content").asText(),
                json.required("version").asLong(),
                removed);
    }
}
