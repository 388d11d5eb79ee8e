package dev.precis.pipeline.fields;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** A value of a YAML or JSON document and the line that it begins on, counted from 1. */
public sealed interface Value {
    int line();

    /** What the value is, in the words of an error message. */
    String description();

    /** Text in YAML with or without quotes. */
    record Text(String text, int line) implements Value {
        @Override
        public String description() {
            return "'" + text + "'";
        }
    }

    /** A number, true or false, as written. */
    record Literal(String text, int line) implements Value {
        @Override
        public String description() {
            return text;
        }
    }

    /** Nothing: {@code null}, or a YAML key without a value. */
    record Nothing(int line) implements Value {
        @Override
        public String description() {
            return "nothing";
        }
    }

    record Sequence(List<Value> items, int line) implements Value {
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String description() {
            return "a list";
        }
    }

    /** Fields in the order written; {@code lines} are those of their names. */
    record Mapping(SequencedMap<String, Value> fields, Map<String, Integer> lines, int line) implements Value {
        @Override
        public String description() {
            return "fields of its own";
        }
    }
}
