package dev.precis.pipeline.trial;

import java.util.ArrayList;
import java.util.List;

/** Sets names and what belongs to them in two columns, as wide as a terminal of 100 columns. */
final class Columns {
    static final int WIDTH = 100;
    private static final int NAMES = 16;

    private final List<String> lines = new ArrayList<>();

    /** A line as it is, cut where the screen ends. */
    void line(String text) {
        lines.add(cut(text, WIDTH));
    }

    /** A name and its text, which goes on below itself where the line is full. */
    void row(String name, String text) {
        String first = ("  " + name + " ".repeat(NAMES)).substring(0, NAMES);
        for (String line : wrapped(text)) {
            lines.add(first + line);
            first = " ".repeat(NAMES);
        }
    }

    private static List<String> wrapped(String text) {
        int most = WIDTH - NAMES;
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (rest.length() > most) {
            int space = rest.lastIndexOf(' ', most);
            int end = space > most / 2 ? space : most;
            parts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    /** The beginning of a text, with a mark where something is missing. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }

    /** The end of a text, likewise. */
    static String end(String text, int most) {
        return text.length() <= most
                ? text
                : "…" + text.substring(text.length() - most + 1).stripLeading();
    }

    @Override
    public String toString() {
        return String.join("\n", lines) + "\n";
    }
}
