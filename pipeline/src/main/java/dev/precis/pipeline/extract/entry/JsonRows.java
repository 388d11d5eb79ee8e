package dev.precis.pipeline.extract.entry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a JSON document row by row: what stood before a place where it breaks off is read. Jackson bounds nesting and
 * the length of numbers and texts.
 */
final class JsonRows {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonParser parser;
    private final Map<String, Consumer<JsonNode>> wanted;

    private JsonRows(JsonParser parser, Map<String, Consumer<JsonNode>> wanted) {
        this.parser = parser;
        this.wanted = wanted;
    }

    /**
     * Passes on what stands at the wanted paths, the rows of an array one by one.
     *
     * @param wanted by path: the names of the fields that lead there, joined by slashes; arrays on the way are looked
     *     through, and the path of the document itself is empty
     * @return why it is no JSON document, or breaks off; empty if it is whole
     */
    static Optional<String> read(byte[] content, Map<String, Consumer<JsonNode>> wanted) {
        try (JsonParser parser = JSON.createParser(content)) {
            if (parser.nextToken() == null) {
                return Optional.of("is empty");
            }
            new JsonRows(parser, wanted).value("");
            return Optional.empty();
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            String reason = e.getOriginalMessage().lines().findFirst().orElse("is not readable");
            return Optional.of("line " + line + ": " + reason);
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void value(String path) throws IOException {
        Consumer<JsonNode> consumer = wanted.get(path);
        switch (parser.currentToken()) {
            case START_ARRAY -> {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (consumer != null) {
                        consumer.accept(JSON.readTree(parser));
                    } else {
                        value(path);
                    }
                }
            }
            case START_OBJECT -> {
                if (consumer != null) {
                    consumer.accept(JSON.readTree(parser));
                } else if (leadsOn(path)) {
                    fields(path.isEmpty() ? "" : path + "/");
                } else {
                    parser.skipChildren();
                }
            }
            default -> {
                if (consumer != null) {
                    consumer.accept(JSON.readTree(parser));
                }
            }
        }
    }

    private void fields(String prefix) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            value(prefix + name);
        }
    }

    private boolean leadsOn(String path) {
        return path.isEmpty() || wanted.keySet().stream().anyMatch(one -> one.startsWith(path + "/"));
    }

    /** The text of a field; a number, true or false as written; empty where it is missing, null or no single value. */
    static String text(JsonNode row, String... path) {
        JsonNode node = row;
        for (String name : path) {
            node = node.path(name);
        }
        return node.isValueNode() ? node.asText("") : "";
    }
}
