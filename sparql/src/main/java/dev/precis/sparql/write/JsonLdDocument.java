package dev.precis.sparql.write;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.apache.jena.graph.Graph;

/** Writes a graph as JSON-LD 1.1 that names our context and does not hold it. */
public final class JsonLdDocument {
    private JsonLdDocument() {}

    /** @param context where the context is served */
    public static byte[] write(Graph graph, String context) {
        JsonObjectBuilder document = Json.createObjectBuilder().add("@context", context);
        GraphJsonLd.document(graph).forEach((key, value) -> {
            if (!key.equals("@context")) {
                document.add(key, value);
            }
        });
        return GraphJsonLd.bytes(document.build());
    }
}
