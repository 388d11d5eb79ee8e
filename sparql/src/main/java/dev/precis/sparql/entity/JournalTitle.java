package dev.precis.sparql.entity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The words of a journal's title, without case, accents and punctuation.
 *
 * @param words all of them but an article in front
 * @param telling those that an abbreviation keeps: no articles, prepositions, conjunctions (ISO 4)
 */
record JournalTitle(List<String> words, List<String> telling) {
    private static final Set<String> ARTICLES = Set.of("the", "a", "an", "der", "die", "das", "la", "le", "el", "il");
    private static final Set<String> LITTLE = Set.of(
            "the", "a", "an", "of", "and", "in", "for", "on", "to", "with", "from", "by", "at", "der", "die", "das",
            "des", "und", "fur", "im", "zur", "la", "le", "les", "el", "los", "de", "du", "del", "et", "y", "e", "il",
            "di");
    private static final NavigableMap<String, String> ABBREVIATIONS = read();

    JournalTitle {
        words = List.copyOf(words);
        telling = List.copyOf(telling);
    }

    static JournalTitle of(String printed) {
        List<String> words = Arrays.stream(Normalizer.normalize(printed.replace("&", " and "), Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean article = words.size() > 1 && ARTICLES.contains(words.getFirst());
        return new JournalTitle(
                article ? words.subList(1, words.size()) : words,
                words.stream().filter(word -> !LITTLE.contains(word)).toList());
    }

    private static NavigableMap<String, String> read() {
        NavigableMap<String, String> read = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(JournalTitle.class.getResourceAsStream("title-words.tsv"))) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(row -> read.put(row[0], row[1]));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first letters of its telling words: the same for all its abbreviations. */
    String initials() {
        return telling.stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
    }

    int length() {
        return words.stream().mapToInt(String::length).sum();
    }

    /** Whether both are one title, in full or abbreviated. */
    boolean suits(JournalTitle other) {
        return words.equals(other.words) || abbreviates(other);
    }

    /** Whether one of them is the other with words abbreviated, of some both. */
    private boolean abbreviates(JournalTitle other) {
        boolean abbreviated = false;
        // a title of one word is not abbreviated
        if (telling.size() < 2 || telling.size() != other.telling.size()) {
            return false;
        }
        for (int i = 0; i < telling.size(); i++) {
            String one = telling.get(i);
            String two = other.telling.get(i);
            if (!one.equals(two)) {
                if (!isShort(one, two) && !isShort(two, one)) {
                    return false;
                }
                abbreviated = true;
            }
        }
        return abbreviated;
    }

    private static boolean isShort(String abbreviation, String word) {
        for (Map.Entry<String, String> row = ABBREVIATIONS.floorEntry(word);
                row != null && row.getKey().charAt(0) == word.charAt(0);
                row = ABBREVIATIONS.lowerEntry(row.getKey())) {
            if (word.startsWith(row.getKey())) {
                return row.getValue().equals(abbreviation);
            }
        }
        return false;
    }
}
