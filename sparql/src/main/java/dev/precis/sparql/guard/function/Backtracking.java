package dev.precis.sparql.guard.function;

import java.util.regex.Pattern;

/** How much Java's engine may have to try again and again for a pattern. */
final class Backtracking {
    /** Nothing that is tried more than once at a place. */
    private static final Pattern NOTHING = Pattern.compile("[^*+?{|()\\\\]*");

    private static final Pattern ESCAPED = Pattern.compile("\\\\(?:([bB])|[wWdDsStnr\\p{Punct}])");
    /** Escapes not known above, special groups, groups and places repeated, odd repetitions or many, or none. */
    private static final Pattern INTRICATE =
            Pattern.compile("\\\\|\\(\\?(?!:)|\\)[*+{]|[\\^$][?*+{]|[*+?}]\\{|\\{(?![1-9][0-9]?(,[0-9]{1,2})?\\})");

    private static final Pattern OPTIONAL_GROUP = Pattern.compile("\\)\\?");

    private Backtracking() {}

    /**
     * Whether there is none: the engine takes no more steps than the text has characters, times those of the pattern.
     */
    static boolean isNone(String pattern) {
        return NOTHING.matcher(pattern).matches();
    }

    /**
     * How many steps at most it takes at a place in the text without asking for a character; infinitely many where
     * nobody knows. It is known if only characters and classes are repeated: then it asks for one whenever it goes on
     * or back, and does not call itself deeper than the pattern is long.
     */
    static double unseenSteps(String pattern) {
        String bare = ESCAPED.matcher(pattern).replaceAll(escape -> escape.group(1) == null ? "a" : "^");
        return INTRICATE.matcher(bare).find() ? Double.POSITIVE_INFINITY : ways(bare) * pattern.length();
    }

    /** Ways through a pattern: no more than if the alternatives were spread evenly over groups in a row. */
    private static double ways(String pattern) {
        double groups = 1 + pattern.chars().filter(c -> c == '(').count();
        double alternatives = pattern.chars().filter(c -> c == '|').count();
        long optional = OPTIONAL_GROUP.matcher(pattern).results().count();
        return Math.pow(1 + alternatives / groups, groups) * Math.pow(2, optional);
    }
}
