package dev.precis.sparql.write;

import dev.precis.sparql.archive.NamedGraph;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes named graphs as one JSON-LD document with its context inside, compacted against that context some graphs at a
 * time, so that no more than those are ever in memory.
 */
final class JsonLdExport implements AutoCloseable {
    private static final int AT_ONCE = 50;

    private final JsonLdContext context;
    private final JsonGenerator out;
    private final List<NamedGraph> waiting = new ArrayList<>();

    /** @param context a JSON-LD document with nothing but an {@code @context} */
    JsonLdExport(OutputStream out, String context) {
        this.context = new JsonLdContext(context);
        this.out = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createGenerator(out);
        this.out.writeStartObject();
        this.out.write("@context", this.context.value());
        this.out.writeStartArray("@graph");
    }

    /** Adds a graph. */
    void accept(NamedGraph graph) {
        waiting.add(graph);
        if (waiting.size() == AT_ONCE) {
            write();
        }
    }

    /** Ends the document; the stream below is flushed and stays open. */
    @Override
    public void close() {
        write();
        out.writeEnd();
        out.writeEnd();
        out.flush();
    }

    private void write() {
        if (waiting.isEmpty()) {
            return;
        }
        TreeSet<String> schemes = new TreeSet<>();
        JsonArrayBuilder expanded = Json.createArrayBuilder();
        for (NamedGraph graph : waiting) {
            schemes.addAll(JsonLdPrefixes.schemes(graph.graph()));
            JsonLdPrefixes.addScheme(graph.name(), schemes);
            expanded.add(Json.createObjectBuilder()
                    .add("@id", graph.name())
                    .add("@graph", ExpandedJsonLd.nodes(graph.graph())));
        }
        JsonObject exceptions = context.exceptions(schemes);
        nodes(context.compact(expanded.build(), exceptions))
                .forEach(node -> out.write(exceptions.isEmpty() ? node : with(exceptions, node)));
        waiting.clear();
    }

    /** What is compacted is the one node, or an array of several under @graph or an alias of it. */
    private List<? extends JsonValue> nodes(JsonObject compact) {
        return waiting.size() == 1
                ? List.of(compact)
                : compact.values().iterator().next().asJsonArray();
    }

    private static JsonObject with(JsonObject exceptions, JsonValue node) {
        JsonObjectBuilder excepted = Json.createObjectBuilder().add("@context", exceptions);
        node.asJsonObject().forEach(excepted::add);
        return excepted.build();
    }
}
