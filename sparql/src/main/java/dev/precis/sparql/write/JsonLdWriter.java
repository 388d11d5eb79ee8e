package dev.precis.sparql.write;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdVersion;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.serialization.QuadsToJsonld;
import com.apicatalog.rdf.api.RdfConsumerException;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Writes named graphs as one JSON-LD document with its context inside, compacted against that context some graphs at a
 * time, so that no more than those are ever in memory.
 */
final class JsonLdWriter implements AutoCloseable {
    private static final int AT_ONCE = 50;

    private final JsonDocument context;
    private final JsonGenerator out;
    private final List<NamedGraph> waiting = new ArrayList<>();

    /** @param context a JSON-LD document with nothing but an {@code @context} */
    JsonLdWriter(OutputStream out, String context) {
        try (JsonReader reader = Json.createReader(new StringReader(context))) {
            JsonObject document = reader.readObject();
            this.context = JsonDocument.of(document);
            this.out = Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createGenerator(out);
            this.out.writeStartObject();
            this.out.write("@context", document.get("@context"));
            this.out.writeStartArray("@graph");
        }
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
        try {
            JsonArray expanded = expanded();
            JsonObject compact = JsonLd.compact(JsonDocument.of(expanded), context)
                    .ordered(true)
                    .compactToRelative(false)
                    .loader((address, options) -> {
                        throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not fetched: " + address);
                    })
                    .get();
            nodes(compact, expanded.size()).forEach(out::write);
        } catch (JsonLdError | RdfConsumerException e) {
            throw new IllegalStateException("cannot write JSON-LD: " + e.getMessage(), e);
        }
        waiting.clear();
    }

    private JsonArray expanded() throws JsonLdError, RdfConsumerException {
        QuadsToJsonld quads = JsonLd.fromRdf().mode(JsonLdVersion.V1_1).ordered(true);
        for (NamedGraph graph : waiting) {
            // values of one property come out in the order in which they go in
            for (Triple triple : NQuads.sorted(graph.graph())) {
                String subject = triple.getSubject().getURI();
                String predicate = triple.getPredicate().getURI();
                Node object = triple.getObject();
                if (object.isURI()) {
                    quads.quad(subject, predicate, object.getURI(), null, null, null, graph.name());
                } else {
                    String language = object.getLiteralLanguage();
                    quads.quad(
                            subject,
                            predicate,
                            object.getLiteralLexicalForm(),
                            object.getLiteralDatatypeURI(),
                            language.isEmpty() ? null : language,
                            null,
                            graph.name());
                }
            }
        }
        return quads.toJsonLd();
    }

    // what is left without the context is the one node, or an array of several under @graph or an alias of it
    private static List<JsonValue> nodes(JsonObject compact, int count) {
        JsonObject content =
                Json.createObjectBuilder(compact).remove("@context").build();
        return count == 1
                ? List.of(content)
                : content.values().iterator().next().asJsonArray();
    }
}
