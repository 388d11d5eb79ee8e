package dev.precis.pipeline.reconcile;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Compares names of journals and books. */
final class Journals {
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "on", "a", "an", "de", "la", "und");

    private Journals() {}

    /** {@link Agreement#LIKE} where one name goes on after the other has ended: journals are renamed so. */
    static Agreement compare(String printed, List<String> registered) {
        if (printed.isEmpty() || registered.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        List<String> ours = words(printed);
        List<List<String>> theirs = registered.stream().map(Journals::words).toList();
        if (theirs.stream().anyMatch(name -> name.equals(ours) || isShort(ours, name) || isShort(name, ours))) {
            return Agreement.SAME;
        }
        boolean like = registered.stream().anyMatch(name -> goesOn(printed, name) || goesOn(name, printed));
        return like ? Agreement.LIKE : Agreement.OTHER;
    }

    /** Where a journal is published is no part of its name: "Psychotherapy (Chicago)". */
    private static List<String> words(String name) {
        return Stream.of(Titles.key(name.replaceFirst("\\s*\\([^)]*\\)\\s*$", ""))
                        .split(" "))
                .filter(word -> !SMALL.contains(word))
                .toList();
    }

    /** Whether one is the other with its words cut: "J Consult Clin Psychol"; each word is there, in its place. */
    private static boolean isShort(List<String> cut, List<String> whole) {
        if (cut.size() != whole.size() || cut.size() < 2) {
            return false;
        }
        for (int i = 0; i < cut.size(); i++) {
            if (!whole.get(i).startsWith(cut.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean goesOn(String name, String longer) {
        int end = longer.indexOf(':');
        return end > 0 && words(longer.substring(0, end)).equals(words(name));
    }
}
