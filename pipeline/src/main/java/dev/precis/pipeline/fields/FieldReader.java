package dev.precis.pipeline.fields;

import dev.precis.pipeline.domain.Spelling;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Takes the fields out of a mapping by name and reports what is wrong with them. The names asked for are the names
 * known: {@link #finish} reports every other.
 */
public final class FieldReader {
    private final Value.Mapping mapping;
    private final String path;
    private final Consumer<Flaw> flaws;
    private final SequencedSet<String> known = new LinkedHashSet<>();
    private final SequencedMap<String, FieldReader> sections = new LinkedHashMap<>();

    /**
     * @param path of the mapping in its document, before a field's name in messages, such as {@code crawl.}; may be
     *     empty
     */
    public FieldReader(Value.Mapping mapping, String path, Consumer<Flaw> flaws) {
        this.mapping = mapping;
        this.path = path;
        this.flaws = flaws;
    }

    /** The text of a field, white space at its ends off; a flaw and an empty text if it is missing. */
    public String required(String name, String expected) {
        Value value = written(name);
        if (value instanceof Value.Nothing
                || (value instanceof Value.Text written && written.text().isBlank())) {
            missing(name, expected);
        }
        return text(name, "");
    }

    /** The text of a field, white space at its ends off. */
    public String text(String name, String otherwise) {
        return switch (written(name)) {
            case Value.Text written -> written.text().strip();
            case Value.Nothing none -> otherwise;
            case Value other -> {
                wrongType(path + name, other, "text");
                yield otherwise;
            }
        };
    }

    /**
     * What a parser makes of a field's text; numbers, true and false are text to it.
     *
     * @param expected what the field should hold, for the message
     * @param parser refuses by {@link IllegalArgumentException}, {@link DateTimeException} or
     *     {@link ArithmeticException}
     */
    public <T> T parsed(String name, T otherwise, String expected, Function<String, T> parser) {
        return switch (written(name)) {
            case Value.Text written -> parse(name, written, written.text().strip(), otherwise, expected, parser);
            case Value.Literal literal -> parse(name, literal, literal.text(), otherwise, expected, parser);
            case Value.Nothing none -> otherwise;
            case Value other -> {
                wrongType(path + name, other, expected);
                yield otherwise;
            }
        };
    }

    /** A field that is true or false. */
    public boolean truth(String name, boolean otherwise) {
        return parsed(name, otherwise, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false: " + text);
        });
    }

    private <T> T parse(
            String name, Value value, String text, T otherwise, String expected, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            flaw(value.line(), "wrong-format", name, "expected " + expected + ", found " + value.description());
            return otherwise;
        }
    }

    /** The texts of a field that holds a list, or one text that stands for a list of one. */
    public List<String> texts(String name, List<String> otherwise) {
        return texts(name, otherwise, text -> "");
    }

    /** @param complaint what is wrong with a text, for the message; empty if nothing is */
    public List<String> texts(String name, List<String> otherwise, UnaryOperator<String> complaint) {
        Value value = written(name);
        return value instanceof Value.Nothing ? otherwise : texts(name, value, complaint);
    }

    private List<String> texts(String name, Value value, UnaryOperator<String> complaint) {
        List<String> texts = new ArrayList<>();
        for (Value item : value instanceof Value.Sequence list ? list.items() : List.of(value)) {
            if (item instanceof Value.Text written) {
                String text = written.text().strip();
                String wrong = text.isEmpty() ? "" : complaint.apply(text);
                if (!wrong.isEmpty()) {
                    flaw(item.line(), "unknown-text", name, wrong);
                }
                texts.add(text);
            } else {
                wrongType(path + name, item, "text or a list of texts");
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }

    /** The fields under a field; none if it is missing. */
    public FieldReader section(String name) {
        Value value = written(name);
        if (!(value instanceof Value.Mapping) && !(value instanceof Value.Nothing)) {
            wrongType(path + name, value, "fields under it");
        }
        Value.Mapping fields = value instanceof Value.Mapping written
                ? written
                : new Value.Mapping(new LinkedHashMap<>(), Map.of(), mapping.line());
        FieldReader section = new FieldReader(fields, path + name + ".", flaws);
        sections.put(name, section);
        return section;
    }

    /** The fields asked for so far, those of sections as {@code section.field}. */
    public List<String> known() {
        return known.stream()
                .flatMap(name ->
                        sections.containsKey(name) ? sections.get(name).known().stream() : Stream.of(path + name))
                .toList();
    }

    /** A field as it is written, for whoever reads it in another way. */
    public Value value(String name) {
        return written(name);
    }

    /** Whether a field is named and holds nothing, as where a text begins with what begins a comment. */
    public boolean isEmpty(String name) {
        return mapping.fields().get(name) instanceof Value.Nothing;
    }

    /**
     * Names exactly what all fields but some hold, in 64 hexadecimal digits: not where it stands, nor what is said
     * beside it in comments.
     */
    public String digestWithout(Set<String> names) {
        SequencedMap<String, Value> others = new LinkedHashMap<>(mapping.fields());
        others.keySet().removeAll(names);
        return ValueDigest.of(new Value.Mapping(others, Map.of(), 1));
    }

    public boolean has(String name) {
        return !(written(name) instanceof Value.Nothing);
    }

    /** The line of a field, or of the whole mapping if the field is missing. */
    public int line(String name) {
        return mapping.lines().getOrDefault(name, mapping.line());
    }

    public void missing(String name, String expected) {
        flaw(line(name), "missing-field", name, "is missing, expected " + expected);
    }

    public void flaw(int line, String code, String name, String message) {
        flaws.accept(new Flaw(line, code, "field '" + path + name + "': " + message));
    }

    /** Reports the fields that nobody asked for, each with the nearest name that is known. */
    public void finish() {
        mapping.fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                flaw(
                        line(name),
                        "unknown-field",
                        name,
                        "is unknown, the nearest known is '" + path + Spelling.nearest(name, known) + "'");
            }
        });
    }

    private Value written(String name) {
        known.add(name);
        return mapping.fields().getOrDefault(name, new Value.Nothing(mapping.line()));
    }

    private void wrongType(String name, Value value, String expected) {
        String hint = value instanceof Value.Literal ? " (in quotes it would be text)" : "";
        flaws.accept(new Flaw(
                value.line(),
                "wrong-type",
                "field '" + name + "': expected " + expected + ", found " + value.description() + hint));
    }
}
