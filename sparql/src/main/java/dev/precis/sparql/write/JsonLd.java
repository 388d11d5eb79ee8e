package dev.precis.sparql.write;

import dev.precis.ontology.Ontology;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;

/** Writes a graph as JSON-LD 1.1 in the words of our context, always in the same order. */
public final class JsonLd {
    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private static final JsonLdContext CONTEXT = new JsonLdContext(Ontology.context());

    private JsonLd() {}

    /** A document that holds the context, in UTF-8. */
    static byte[] write(Graph graph) {
        return write(graph, CONTEXT.value());
    }

    /**
     * A document that names the context, in UTF-8.
     *
     * @param context where it is served
     */
    public static byte[] write(Graph graph, String context) {
        return write(graph, Json.createValue(context));
    }

    private static byte[] write(Graph graph, JsonValue context) {
        JsonObject exceptions = CONTEXT.exceptions(JsonLdPrefixes.schemes(graph));
        JsonObjectBuilder document =
                Json.createObjectBuilder().add("@context", JsonLdContext.with(context, exceptions));
        CONTEXT.compact(ExpandedJsonLd.nodes(graph), exceptions).forEach(document::add);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = WRITERS.createWriter(bytes)) {
            writer.writeObject(document.build());
        }
        return bytes.toByteArray();
    }
}
