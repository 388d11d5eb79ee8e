package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
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

    private static final int FORMAT = 1;

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

    /** What a file says; {@link #EMPTY} if there is none. */
    static Register read(Path file) {
        return DigestedLines.read(file, FORMAT).map(lines -> of(lines, file)).orElse(EMPTY);
    }

    private static Register of(DigestedLines lines, Path file) {
        SortedMap<String, Registration> rows = new TreeMap<>();
        try {
            for (JsonNode line : lines.rows()) {
                Registration row = row(line);
                rows.put(row.graph(), row);
            }
        } catch (RuntimeException e) {
            throw DigestedLines.damaged(file, e);
        }
        return new Register(rows);
    }

    byte[] write() {
        return DigestedLines.write(
                FORMAT,
                DigestedLines.JSON.createObjectNode().put("rows", rows.size()),
                rows.values().stream().map(Register::json));
    }

    private static ObjectNode json(Registration row) {
        ObjectNode json = DigestedLines.JSON.createObjectNode().put("graph", row.graph());
        ArrayNode keys = json.putArray("keys");
        row.keys().forEach(keys::add);
        json.put("first", row.first().toString())
                .put("modified", row.modified().toString())
                .put("content", row.content())
                .put("version", row.version());
        row.removed()
                .ifPresent(tombstone -> json.putObject("removed")
                        .put("instant", tombstone.removed().toString())
                        .put("reason", tombstone.reason()));
        return json;
    }

    private static Registration row(JsonNode json) {
        SortedSet<String> keys = new TreeSet<>();
        json.required("keys").forEach(key -> keys.add(key.asText()));
        Optional<Registration.Tombstone> removed = Optional.ofNullable(json.get("removed"))
                .map(tombstone -> new Registration.Tombstone(
                        Instant.parse(tombstone.required("instant").asText()),
                        tombstone.required("reason").asText()));
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
