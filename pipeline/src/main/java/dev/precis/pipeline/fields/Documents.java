package dev.precis.pipeline.fields;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML and JSON text into {@link Value}s that remember their lines, which Jackson's own tree forgets. */
public final class Documents {
    private static final JsonFactory JSON = new JsonFactory();
    private static final YAMLFactory YAML = new YAMLFactory();

    private Documents() {}

    /**
     * The text of a file.
     *
     * @throws MalformedDocumentException if it is not UTF-8
     */
    public static String text(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        CharBuffer text = CharBuffer.allocate(bytes.capacity());
        if (StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true).isError()) {
            String before = text.flip().toString();
            throw new MalformedDocumentException(
                    1 + (int) before.chars().filter(one -> one == '\n').count(),
                    "is no UTF-8, there is a byte %02X behind '%s': save the file as UTF-8"
                            .formatted(bytes.get(), before.substring(before.lastIndexOf('\n') + 1)));
        }
        return text.flip().toString();
    }

    /**
     * The value that a YAML text is.
     *
     * @param firstLine the line of the file that the text begins on
     * @throws MalformedDocumentException if the text is no YAML, or uses what is not for documents like ours: aliases
     */
    public static Value yaml(String text, int firstLine) {
        return read(YAML, text, firstLine - 1);
    }

    /**
     * The value that a JSON text is.
     *
     * @throws MalformedDocumentException if the text is not JSON (RFC 8259)
     */
    public static Value json(String text) {
        return read(JSON, text, 0);
    }

    private static Value read(JsonFactory factory, String text, int linesBefore) {
        try (JsonParser parser = factory.createParser(text)) {
            Reader reader = new Reader(parser, linesBefore);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Value.Nothing(linesBefore + 1);
            }
            Value value = reader.value(first);
            if (parser.nextToken() != null) {
                throw new MalformedDocumentException(reader.line(), "one document only was expected");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(e, linesBefore);
        } catch (IOException e) {
            throw new MalformedDocumentException(linesBefore + 1, String.valueOf(e.getMessage()));
        }
    }

    private static MalformedDocumentException malformed(JsonProcessingException e, int linesBefore) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            // Jackson gives the line where the sentence began, SnakeYAML also the one where it broke off
            String problem = String.valueOf(yaml.getProblem());
            String hint = problem.startsWith("mapping values") ? " (a text with a colon in it needs quotes)" : "";
            return new MalformedDocumentException(
                    linesBefore + yaml.getProblemMark().getLine() + 1, problem + hint);
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        String reason = e.getOriginalMessage().lines().findFirst().orElse("not readable");
        return new MalformedDocumentException(linesBefore + line, reason);
    }

    /** One pass over the tokens; Jackson bounds the nesting (1,000 in JSON, 50 in YAML). */
    private record Reader(JsonParser parser, int linesBefore) {
        int line() {
            return linesBefore + Math.max(1, parser.currentTokenLocation().getLineNr());
        }

        Value value(JsonToken token) throws IOException {
            if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                throw new MalformedDocumentException(
                        line(), "an alias (*" + parser.getText() + ") is not allowed here");
            }
            return switch (token) {
                case START_OBJECT -> mapping();
                case START_ARRAY -> sequence();
                case VALUE_NULL -> new Value.Nothing(line());
                case VALUE_STRING -> new Value.Text(parser.getText(), line());
                default -> new Value.Literal(parser.getText(), line());
            };
        }

        private Value sequence() throws IOException {
            int line = line();
            List<Value> items = new ArrayList<>();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                items.add(value(token));
            }
            return new Value.Sequence(items, line);
        }

        private Value mapping() throws IOException {
            int line = line();
            SequencedMap<String, Value> fields = new LinkedHashMap<>();
            Map<String, Integer> lines = new HashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                int nameLine = line();
                if (fields.containsKey(name)) {
                    throw new MalformedDocumentException(nameLine, "field '" + name + "' is given twice");
                }
                lines.put(name, nameLine);
                fields.put(name, value(parser.nextToken()));
            }
            return new Value.Mapping(fields, lines, line);
        }
    }
}
