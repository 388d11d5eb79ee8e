package dev.precis.pipeline.app.scale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.Registration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What one archive tells another of a graph, as a line of JSON.
 *
 * @param row empty if it has none
 * @param registration empty if it never registered one
 */
record ReplicaLine(String graph, Optional<ArchiveEntry> row, Optional<Registration> registration) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * The line before all others.
     *
     * @param anew whether they tell of all graphs there are, and of no other
     */
    record Head(ArchiveVersion version, boolean anew) {
        String write() {
            return JSON.createObjectNode()
                            .put("version", version.number())
                            .put("instant", version.committed().toString())
                            .put("anew", anew)
                    + "\n";
        }

        static Head read(String line) {
            JsonNode json = json(line);
            return new Head(
                    new ArchiveVersion(json.required("version").asLong(), instant(json, "instant")),
                    json.required("anew").asBoolean());
        }
    }

    String write() {
        ObjectNode json = JSON.createObjectNode().put("graph", graph);
        row.ifPresent(one -> json.putObject("row")
                .put("base", one.base())
                .put("version", one.version())
                .put("sha256", one.sha256())
                .put("inputs", one.inputs())
                .put("content", one.content())
                .put("snapshot", one.snapshot())
                .put("modified", one.modified().toString()));
        registration.ifPresent(one -> write(one, json.putObject("registered")));
        return json + "\n";
    }

    private static void write(Registration one, ObjectNode json) {
        one.keys().forEach(json.putArray("keys")::add);
        json.put("first", one.first().toString())
                .put("modified", one.modified().toString())
                .put("content", one.content())
                .put("version", one.version());
        one.removed().ifPresent(gone -> {
            ObjectNode tombstone = json.putObject("removed")
                    .put("instant", gone.removed().toString())
                    .put("reason", gone.reason())
                    .put("by", gone.by().name().toLowerCase(Locale.ROOT))
                    .put("base", gone.base());
            gone.successor().ifPresent(other -> tombstone.put("successor", other));
        });
    }

    static ReplicaLine read(String line) {
        JsonNode json = json(line);
        String graph = text(json, "graph");
        return new ReplicaLine(
                graph,
                Optional.ofNullable(json.get("row")).map(row -> row(graph, row)),
                Optional.ofNullable(json.get("registered")).map(known -> registration(graph, known)));
    }

    private static ArchiveEntry row(String graph, JsonNode json) {
        return new ArchiveEntry(
                graph,
                text(json, "base"),
                "", // each archive has names of files of its own
                json.required("version").asLong(),
                text(json, "sha256"),
                text(json, "inputs"),
                text(json, "content"),
                text(json, "snapshot"),
                Optional.empty(),
                instant(json, "modified"));
    }

    private static Registration registration(String graph, JsonNode json) {
        TreeSet<String> keys = new TreeSet<>();
        json.required("keys").forEach(key -> keys.add(key.asText()));
        return new Registration(
                graph,
                keys,
                instant(json, "first"),
                instant(json, "modified"),
                text(json, "content"),
                json.required("version").asLong(),
                Optional.ofNullable(json.get("removed"))
                        .map(gone -> new Registration.Tombstone(
                                instant(gone, "instant"),
                                text(gone, "reason"),
                                Registration.By.valueOf(text(gone, "by").toUpperCase(Locale.ROOT)),
                                Optional.ofNullable(gone.get("successor")).map(JsonNode::asText),
                                text(gone, "base"))));
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).asText();
    }

    private static Instant instant(JsonNode json, String field) {
        return Instant.parse(text(json, field));
    }
}
