package dev.precis.pipeline.understand.citation.tagger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Names and phrases to make citations of, of which every sixth is kept back for calibration. */
final class WordLists {
    private static final int KEPT_BACK = 6;

    private static final List<String> FAMILIES = words("families.txt");
    private static final List<String> GIVENS = words("givens.txt");
    private static final List<String> COMMON = words("common.txt");
    private static final Map<String, List<String>> LINES = Map.of(
            "particle", lines("particles.txt"),
            "group", lines("groups.txt"),
            "journal", lines("journals.txt"),
            "abbreviation", lines("abbreviations.txt"),
            "publisher", lines("publishers.txt"));
    private static final Map<String, List<String>> TITLES = sections("titles.txt");

    private final RandomGenerator random;
    private final boolean keptBack;

    /** With {@code keptBack}, half of the choices are of what is kept back; without it none. */
    WordLists(RandomGenerator random, boolean keptBack) {
        this.random = random;
        this.keptBack = keptBack;
    }

    String family() {
        return any(FAMILIES);
    }

    String given() {
        return any(GIVENS);
    }

    /** A word of titles in general. */
    String common() {
        return COMMON.get(random.nextInt(COMMON.size()));
    }

    String line(String list) {
        return any(LINES.get(list));
    }

    String title(String section) {
        List<String> list = TITLES.get(section);
        return list.get(random.nextInt(list.size()));
    }

    private String any(List<String> list) {
        boolean back = keptBack && random.nextBoolean();
        while (true) {
            int i = random.nextInt(list.size());
            if ((i % KEPT_BACK == 0) == back) {
                return list.get(i);
            }
        }
    }

    /** Sections of a file by their names, in the order of the file. */
    static Map<String, List<String>> sections(String file) {
        Map<String, List<String>> sections = new TreeMap<>();
        List<String> section = new ArrayList<>();
        for (String line : lines(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                section = sections.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
            } else if (line.indexOf(' ') > 0 && !line.contains("{") && isOfWords(sections, section)) {
                section.addAll(List.of(line.split(" ")));
            } else {
                section.add(line);
            }
        }
        return sections;
    }

    /** Lists of single words are printed many to a line. */
    private static boolean isOfWords(Map<String, List<String>> sections, List<String> section) {
        return List.of("adjective", "thing", "place", "number", "acronym", "person").stream()
                .anyMatch(name -> sections.get(name) == section);
    }

    private static List<String> words(String file) {
        return List.of(String.join(" ", lines(file)).split(" "));
    }

    private static List<String> lines(String file) {
        try (InputStream text = Objects.requireNonNull(WordLists.class.getResourceAsStream(file), file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
