package dev.precis.sparql.guard.function;

import java.util.List;

/**
 * What is known of a part of a pattern.
 *
 * @param size instructions of its automaton, about
 * @param words one of them is in each text that it matches; none if no such words are known
 * @param letter whether it is a single character, which is its own word
 */
record PatternPart(double size, List<String> words, boolean letter) {
    static final PatternPart ANYTHING = new PatternPart(1, List.of(), false);

    static PatternPart letter(int character) {
        return new PatternPart(1, List.of(Character.toString(character)), true);
    }

    static PatternPart word(CharSequence letters) {
        return letters.isEmpty() ? ANYTHING : new PatternPart(1, List.of(letters.toString()), false);
    }

    /** The one whose words are longer, which fewer texts have. */
    PatternPart orBetter(PatternPart other) {
        return other.worth() > worth() ? other : this;
    }

    private int worth() {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }
}
