package dev.precis.sparql.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A person's name without what spellings differ in: case, accents, hyphens, spaces within a family name.
 *
 * @param family with its particle
 * @param suffix such as {@code jr}
 * @param given in their order; none if only a family name is printed
 */
record PersonName(String family, String suffix, List<Given> given) {
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv)\\.?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+|(?<=\\.)(?=\\S)");
    private static final Pattern RUN_OF_INITIALS = Pattern.compile("\\p{Lu}{2,3}");
    /** Letters that are no other letter with a mark. */
    private static final Map<String, String> LETTERS =
            Map.of("ß", "ss", "ø", "o", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ı", "i", "þ", "th", "ð", "d");

    PersonName {
        given = List.copyOf(given);
    }

    /**
     * A given name or what is printed of it.
     *
     * @param whole whether it is all of the name
     */
    record Given(String letters, boolean whole) {
        /** Whether both may be one name: equal, or one abbreviates the other. */
        boolean suits(Given other) {
            return letters.equals(other.letters)
                    || (!whole && other.letters.startsWith(letters))
                    || (!other.whole && letters.startsWith(other.letters));
        }
    }

    /** @param printed family name, given names, suffix; apart by commas */
    static PersonName of(String printed) {
        String[] parts = printed.split("\\s*,\\s*", 3);
        boolean suffixAlone = parts.length == 2 && SUFFIX.matcher(parts[1]).matches();
        String given = parts.length > 1 && !suffixAlone ? parts[1] : "";
        String suffix = suffixAlone ? parts[1] : parts.length > 2 ? parts[2] : "";
        return new PersonName(fold(parts[0]), fold(suffix), given(given, isShouted(parts[0])));
    }

    /** @param spoken given names, then a family name of one word */
    static PersonName spoken(String spoken) {
        String name = spoken.strip();
        int space = name.lastIndexOf(' ');
        return of(space < 0 ? name : name.substring(space + 1) + ", " + name.substring(0, space));
    }

    private static List<Given> given(String text, boolean shouted) {
        List<Given> given = new ArrayList<>();
        for (String word : BETWEEN.split(text)) {
            // MEDLINE prints initials in a row; where all is in capitals a row may be a name
            if (RUN_OF_INITIALS.matcher(word).matches() && !shouted) {
                word.codePoints().forEach(letter -> add(given, Character.toString(letter), true));
            } else {
                add(given, word, word.endsWith("."));
            }
        }
        return given;
    }

    private static void add(List<Given> given, String word, boolean abbreviated) {
        String letters = fold(word);
        if (!letters.isEmpty()) {
            given.add(new Given(letters, !abbreviated && letters.length() > 1));
        }
    }

    private static boolean isShouted(String family) {
        return family.length() > 1 && family.equals(family.toUpperCase(Locale.ROOT));
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetter)
                .mapToObj(Character::toString)
                .forEach(letter -> folded.append(LETTERS.getOrDefault(letter, letter)));
        return folded.toString();
    }

    /** Those who may share it: of one family name and suffix, with one initial; empty without a given name. */
    String namesakes() {
        return given.isEmpty() ? "" : family + " " + suffix + " " + initial();
    }

    /** The first letter of the first given name. */
    String initial() {
        String first = given.getFirst().letters();
        return first.substring(0, first.offsetByCodePoints(0, 1));
    }

    /** Whether both can be the name of one person, as far as they go. */
    boolean suits(PersonName other) {
        boolean suits = family.equals(other.family) && suffix.equals(other.suffix);
        for (int i = 0; suits && i < given.size() && i < other.given.size(); i++) {
            suits = given.get(i).suits(other.given.get(i));
        }
        return suits;
    }

    /** Whether both have more in common than a family name and an initial: two given names, or a whole one. */
    boolean agreesWellWith(PersonName other) {
        int common = Math.min(given.size(), other.given.size());
        return common > 1
                || (common == 1
                        && given.getFirst().whole()
                        && other.given.getFirst().whole());
    }

    /** Whether it has two given names or more, be they initials: few people share that, many a first name. */
    boolean isTelling() {
        return given.size() > 1;
    }

    /** How much of a name it is; more is fuller. */
    long fullness() {
        long whole = given.stream().filter(Given::whole).count();
        return whole * 1_000 + given.size() * 100L;
    }
}
