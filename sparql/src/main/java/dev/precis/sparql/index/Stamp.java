package dev.precis.sparql.index;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.words.WordIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.Jena;
import org.apache.jena.atlas.lib.Version;

/**
 * What an index says of itself: which folder it is, who made it, and which state of which graph is in it. The states
 * are in a file of their own beside the index, one line each, to which changes are appended; the stamp says how much of
 * it holds.
 *
 * @param generation name of the folder; empty if there is no index to trust
 * @param maker the versions of Précis, Jena and the analyzers of words that wrote it
 * @param base the base that its IRIs were given, or empty for their own
 * @param writes how many transactions wrote to it since it was built; one of many graphs counts for several
 * @param followed the version of the archive that it agrees with
 * @param graphs the state of each graph that is in it, by its canonical name
 * @param derived what was derived from them
 * @param length of the file of states, in bytes
 */
record Stamp(
        String generation,
        String maker,
        String base,
        int writes,
        ArchiveVersion followed,
        SortedMap<String, String> graphs,
        Derived derived,
        long length) {
    static final Stamp NONE = new Stamp("", "", "", 0, ArchiveVersion.NONE, new TreeMap<>(), Derived.NOTHING, 0);

    private static final String FILE = "CURRENT";
    private static final String STATES = "states.jsonl";
    private static final String GRAPH = "graph";
    private static final String STATE = "state";
    private static final long NOT_WRITTEN = -1;
    /** So many more graphs leave about as much behind as a transaction of one. */
    private static final int GRAPHS = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the index in that folder says, {@link #NONE} if it says nothing or nothing that can be understood. */
    static Stamp read(Path index) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(index.resolve(FILE)));
            String generation = json.required("generation").asText();
            long length = json.required("length").asLong();
            return new Stamp(
                    generation,
                    json.required("maker").asText(),
                    json.required("base").asText(),
                    json.required("writes").asInt(),
                    new ArchiveVersion(
                            json.required("followed").asLong(),
                            Instant.parse(json.required("committed").asText())),
                    states(index.resolve(generation).resolve(STATES), length),
                    new Derived(derived(json.required("derived"))),
                    length);
        } catch (IOException | IllegalArgumentException nothingToTrust) {
            return NONE;
        }
    }

    private static SortedMap<String, String> derived(JsonNode json) {
        SortedMap<String, String> states = new TreeMap<>();
        json.properties()
                .forEach(state -> states.put(state.getKey(), state.getValue().asText()));
        return states;
    }

    private static SortedMap<String, String> states(Path file, long length) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length < length) {
            throw new IOException(file + " is cut");
        }
        SortedMap<String, String> states = new TreeMap<>();
        for (String line : new String(bytes, 0, (int) length, StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            JsonNode json = JSON.readTree(line);
            String graph = json.required(GRAPH).asText();
            if (json.has(STATE)) {
                states.put(graph, json.get(STATE).asText());
            } else {
                states.remove(graph);
            }
        }
        return states;
    }

    /** The versions that make an index: under other ones it is built anew. */
    static String maker(String application) {
        return "precis " + application + ", jena "
                + Version.versionForClass(Jena.class).orElse("unknown") + ", " + WordIndex.version();
    }

    /** Whether there is no index to trust. */
    boolean isNone() {
        return generation.isEmpty();
    }

    /** Makes this what the index in that folder says, which was built just now. */
    Stamp write(Path index) {
        byte[] states = lines(graphs.keySet());
        DurableFiles.write(index.resolve(generation).resolve(STATES), states);
        return withLength(states.length).write(index, List.of());
    }

    /**
     * Makes this what the index in that folder says.
     *
     * @param changed the graphs whose state is another one than the index says so far
     */
    Stamp write(Path index, Collection<String> changed) {
        if (length == NOT_WRITTEN) {
            return write(index);
        }
        Stamp now = changed.isEmpty() ? this : withLength(append(index, lines(changed)));
        ObjectNode json = JSON.createObjectNode()
                .put("generation", generation)
                .put("maker", maker)
                .put("base", base)
                .put("writes", writes)
                .put("followed", followed.number())
                .put("committed", followed.committed().toString())
                .put("length", now.length());
        ObjectNode derivations = json.putObject("derived");
        derived.graphs().forEach(derivations::put);
        DurableFiles.write(index.resolve(FILE), json.toPrettyString().getBytes(StandardCharsets.UTF_8));
        return now;
    }

    private byte[] lines(Collection<String> names) {
        StringBuilder lines = new StringBuilder();
        names.forEach(graph -> {
            ObjectNode line = JSON.createObjectNode().put(GRAPH, graph);
            if (graphs.containsKey(graph)) {
                line.put(STATE, graphs.get(graph));
            }
            lines.append(line).append('\n');
        });
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the length of the file of states afterwards. */
    private long append(Path index, byte[] lines) {
        Path file = index.resolve(generation).resolve(STATES);
        try {
            DurableFiles.continueAt(file, length, lines);
            return length + lines.length;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Makes the index in that folder say nothing: whoever opens it next builds it anew. */
    static void discard(Path index) {
        try {
            if (Files.deleteIfExists(index.resolve(FILE))) {
                DurableFiles.syncFolder(index);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot discard " + index, e);
        }
    }

    /** This after one more transaction, which put or removed graphs, and what follows from them. */
    Stamp with(GraphChanges changes, Derived now) {
        SortedMap<String, String> next = new TreeMap<>(graphs);
        changes.put().forEach(row -> next.put(row.graph(), row.state()));
        changes.removed().forEach(change -> next.remove(change.graph()));
        return new Stamp(generation, maker, base, writes + 1 + changes.size() / GRAPHS, followed, next, now, length);
    }

    /** This, of an index that was built just now. */
    Stamp built() {
        return new Stamp(generation, maker, base, 0, followed, graphs, derived, length);
    }

    /** This, agreeing with that version of the archive. */
    Stamp at(ArchiveVersion version) {
        return new Stamp(generation, maker, base, writes, version, graphs, derived, length);
    }

    /** This, of which the file of states does not tell all: when it is written, all states are. */
    Stamp unwritten() {
        return withLength(NOT_WRITTEN);
    }

    private Stamp withLength(long bytes) {
        return new Stamp(generation, maker, base, writes, followed, graphs, derived, bytes);
    }

    /** Digest of what is in the index: equal for equal content, another one whenever content changes. */
    String digest() {
        StringBuilder content = new StringBuilder(base).append('\n');
        Stream.of(graphs, derived.graphs())
                .forEach(states -> states.forEach((graph, sha256) ->
                        content.append(graph).append(' ').append(sha256).append('\n')));
        return Sha256.of(content.toString());
    }
}
