package dev.precis.pipeline.understand.citation.tagger;

import java.util.List;

/**
 * The words that training met often, by their hashes; of all others only the look counts. A word has the place that its
 * hash gives it, so that of two words with one place only the more frequent is known.
 *
 * @param hashes the hash at each place, 0 where none is
 */
record Lexicon(int[] hashes) {
    static final int SIZE = 1 << 12;
    static final int UNKNOWN = -1;

    Lexicon {
        if (hashes.length != SIZE) {
            throw new IllegalArgumentException("a lexicon has " + SIZE + " places");
        }
    }

    /** Of these words, the most frequent first. */
    static Lexicon of(List<Integer> words) {
        int[] hashes = new int[SIZE];
        for (int word : words) {
            if (hashes[home(word)] == 0) {
                hashes[home(word)] = word;
            }
        }
        return new Lexicon(hashes);
    }

    /** The place of a word, or {@link #UNKNOWN}. */
    int place(int word) {
        int home = home(word);
        return hashes[home] == word ? home : UNKNOWN;
    }

    private static int home(int word) {
        return (word * 0x9E3779B1) >>> 20;
    }
}
