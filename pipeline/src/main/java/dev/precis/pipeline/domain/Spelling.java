package dev.precis.pipeline.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Guesses which known name a misspelt one was meant to be. */
public final class Spelling {
    private Spelling() {}

    /** The known name with the fewest letters to change, the first of several; empty if nothing is known. */
    public static String nearest(String name, Collection<String> known) {
        return nearest(name, known, 1).stream().findFirst().orElse("");
    }

    /** The known names with the fewest letters to change, the nearest first, and of equals as they came. */
    public static List<String> nearest(String name, Collection<String> known, int most) {
        return known.stream()
                .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
                .limit(most)
                .toList();
    }

    /** Levenshtein distance, kept to two rows. */
    public static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j < before.length; j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[before.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[other.length()];
    }
}
