package dev.precis.sparql.write;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import dev.precis.ontology.Ontology;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;

/** Writes a graph as JSON-LD 1.1: flattened, in order, compacted with our context. */
public final class GraphJsonLd {
    private static final JsonWriterFactory WRITERS =
            Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));

    private GraphJsonLd() {}

    /** The document, which holds the context. */
    public static JsonObject document(Graph graph) {
        try {
            return JsonLd.flatten(expanded(graph))
                    .options(offline())
                    .context(JsonDocument.of(new StringReader(Ontology.context())))
                    .get()
                    .asJsonObject();
        } catch (JsonLdError e) {
            throw new IllegalStateException("a graph without blank nodes can always be compacted", e);
        }
    }

    /** A document as text, in UTF-8. */
    public static byte[] bytes(JsonObject document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = WRITERS.createWriter(bytes)) {
            writer.writeObject(document);
        }
        return bytes.toByteArray();
    }

    private static JsonDocument expanded(Graph graph) throws JsonLdError {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RDFWriter.source(graph).format(RDFFormat.JSONLD11_PLAIN).output(bytes);
        return JsonDocument.of(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static JsonLdOptions offline() {
        JsonLdOptions options = new JsonLdOptions((address, ignored) -> {
            throw new IllegalStateException("nothing is loaded, but <" + address + "> was asked for");
        });
        options.setOrdered(true);
        return options;
    }
}
