package dev.precis.sparql.write;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.JsonDocument;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** A JSON-LD context, and documents said in its words. */
final class JsonLdContext {
    private final JsonValue context;
    private final Set<String> prefixes;

    /** @param document a JSON-LD document with nothing but an {@code @context} that is an object */
    JsonLdContext(String document) {
        try (JsonReader reader = Json.createReader(new StringReader(document))) {
            this.context = reader.readObject().getValue("/@context");
            this.prefixes = Prefixes.of(document).keySet();
        }
    }

    /** The context itself. */
    JsonValue value() {
        return context;
    }

    /**
     * What has to be said behind the context for these IRIs: that what they begin with is no prefix here.
     *
     * @param schemes of the IRIs
     * @return empty if nothing has to be
     */
    JsonObject exceptions(Collection<String> schemes) {
        JsonObjectBuilder exceptions = Json.createObjectBuilder();
        new TreeSet<>(schemes).stream().filter(prefixes::contains).forEach(exceptions::addNull);
        return exceptions.build();
    }

    /** A context, with the exceptions behind it where there are any. */
    static JsonValue with(JsonValue context, JsonObject exceptions) {
        return exceptions.isEmpty()
                ? context
                : Json.createArrayBuilder().add(context).add(exceptions).build();
    }

    /**
     * Expanded JSON-LD compacted, without its context.
     *
     * @param exceptions from the context
     */
    JsonObject compact(JsonArray expanded, JsonObject exceptions) {
        JsonObject whole = Json.createObjectBuilder()
                .add("@context", with(context, exceptions))
                .build();
        try {
            JsonObject compact = JsonLd.compact(JsonDocument.of(expanded), JsonDocument.of(whole))
                    .ordered(true)
                    .compactToRelative(false)
                    .loader((address, options) -> {
                        throw new JsonLdError(JsonLdErrorCode.LOADING_DOCUMENT_FAILED, "not fetched: " + address);
                    })
                    .get();
            return Json.createObjectBuilder(compact).remove("@context").build();
        } catch (JsonLdError e) {
            throw new IllegalStateException("cannot write JSON-LD: " + e.getMessage(), e);
        }
    }
}
