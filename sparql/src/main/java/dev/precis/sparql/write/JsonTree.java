package dev.precis.sparql.write;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Writes small documents of JSON, JSON-LD in the words of schema.org among them, as trees that grow node by node. */
public final class JsonTree {
    private static final ObjectWriter COMPACT = new ObjectMapper().writer();
    private static final ObjectWriter INDENTED = COMPACT.with(SerializationFeature.INDENT_OUTPUT);
    private static final ObjectWriter ITEMS = INDENTED.without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    // within a script element nothing must look like its end, and JSON has another way to write all of these
    private static final Map<String, String> ESCAPES =
            Map.of("<", "\\u003c", ">", "\\u003e", "&", "\\u0026", "\u2028", "\\u2028", "\u2029", "\\u2029");

    private JsonTree() {}

    public static ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A member, unless it is empty. */
    public static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    /**
     * The context by which a document reads, without fetching anything, as RDF in the words of schema.org.
     *
     * @param links members whose values are IRIs
     * @param lists members whose values keep their order
     */
    public static void schemaOrg(ObjectNode document, List<String> links, List<String> lists) {
        ObjectNode context = document.putObject("@context");
        if (!lists.isEmpty()) {
            context.put("@version", 1.1);
        }
        context.put("@vocab", "http://schema.org/");
        links.forEach(link -> context.putObject(link).put("@type", "@id"));
        lists.forEach(list -> context.putObject(list).put("@container", "@list"));
    }

    /** A document to be read by people, too, in UTF-8. */
    public static byte[] indented(JsonNode tree) {
        return text(INDENTED, tree).getBytes(StandardCharsets.UTF_8);
    }

    /** The same, its last line ended. */
    public static byte[] lines(JsonNode tree) {
        return (text(INDENTED, tree) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** An array of such documents, one after the other as they are made; the stream stays open. */
    public static void list(Consumer<Consumer<JsonNode>> documents, OutputStream out) throws IOException {
        try (SequenceWriter array = ITEMS.writeValuesAsArray(out)) {
            documents.accept(document -> {
                try {
                    array.write(document);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (UncheckedIOException full) {
            throw full.getCause();
        }
        out.write('\n');
        out.flush();
    }

    /** For a script element of HTML. */
    public static String inScript(JsonNode tree) {
        String text = text(COMPACT, tree);
        for (Map.Entry<String, String> escape : ESCAPES.entrySet()) {
            text = text.replace(escape.getKey(), escape.getValue());
        }
        return text;
    }

    private static String text(ObjectWriter writer, JsonNode tree) {
        try {
            return writer.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of nodes can always be written", e);
        }
    }
}
