package dev.precis.sparql.engine;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.RegexEngine;

/**
 * A pattern of REGEX or REPLACE. RE2 finds in time linear in the text, whatever the pattern; what it does not know
 * (look-around, back references, some classes) is left to Java's engine. Neither can be stopped but by its text, which
 * looks at the ledger with every character that is asked of it.
 */
final class RegularExpression {
    /** Nothing that is tried more than once at a place: Java's engine is as linear as any then, and faster. */
    private static final java.util.regex.Pattern SIMPLE = java.util.regex.Pattern.compile("[^*+?{|()\\\\]*");
    /** RE2 makes an automaton of each pattern, copy by copy; large ones are for the engine that makes none. */
    private static final long LARGEST = 20_000;

    /** To compile one takes time that grows with the square of its length, and cannot be stopped. */
    private static final int LONGEST = 4_096;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{([0-9]*),?([0-9]*)\\}");

    private final Finder finder;

    /** Finds from left to right. */
    private interface Finder {
        /** The next match, given one to fill in; whether there is one. */
        Matches over(String text);
    }

    /** The matches of a pattern in a text, one after the other. */
    interface Matches {
        boolean find();

        int start();

        int end();

        /** The text of a group; empty if it took no part or the pattern has no such group. */
        String group(int number);

        int groups();
    }

    private RegularExpression(Finder finder) {
        this.finder = finder;
    }

    /**
     * Compiles a pattern.
     *
     * @param flags of XPath and XQuery Functions and Operators section 5.6.1: i, m, s, x, q
     * @throws ExprEvalException if it is no pattern, or a flag is unknown
     */
    static RegularExpression of(String pattern, String flags, Ledger ledger) {
        if (pattern.length() > LONGEST) {
            throw new Refusal(
                    Refusal.Reason.TOO_COSTLY, "A pattern in this query has more than " + LONGEST + " characters.");
        }
        // throws what ARQ throws for what is no pattern at all, or has unknown flags
        java.util.regex.Pattern java = RegexEngine.makePattern("REGEX", pattern, flags);
        if (SIMPLE.matcher(pattern).matches() && !flags.contains("x")) {
            return new RegularExpression(text -> new JavaMatches(java.matcher(text)));
        }
        if (!flags.contains("x") && size(pattern) <= LARGEST) {
            try {
                String text = flags.contains("q") ? Pattern.quote(pattern) : pattern;
                Pattern re2 = Pattern.compile(text, re2Flags(flags));
                return new RegularExpression(s -> new Re2Matches(re2.matcher(new WatchedText(s, ledger))));
            } catch (PatternSyntaxException unknown) {
                // one of the patterns that need more than a finite automaton
            }
        }
        return new RegularExpression(text -> new JavaMatches(java.matcher(new WatchedText(text, ledger))));
    }

    /** How large the automaton of a pattern is at most: as if every repetition were within every other. */
    private static long size(String pattern) {
        double size = pattern.length();
        for (java.util.regex.MatchResult repetition : (Iterable<java.util.regex.MatchResult>)
                REPETITION.matcher(pattern).results()::iterator) {
            size *= Math.max(1, Math.max(count(repetition.group(1)), count(repetition.group(2))));
        }
        return (long) size;
    }

    private static double count(String digits) {
        return digits.isEmpty() ? 0 : Double.parseDouble(digits);
    }

    private static int re2Flags(String flags) {
        return (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
    }

    boolean matches(String text) {
        return finder.over(text).find();
    }

    Matches over(String text) {
        return finder.over(text);
    }

    private record Re2Matches(com.google.re2j.Matcher matcher) implements Matches {
        @Override
        public boolean find() {
            return matcher.find();
        }

        @Override
        public int start() {
            return matcher.start();
        }

        @Override
        public int end() {
            return matcher.end();
        }

        @Override
        public String group(int number) {
            String group = matcher.group(number);
            return group == null ? "" : group;
        }

        @Override
        public int groups() {
            return matcher.groupCount();
        }
    }

    private record JavaMatches(Matcher matcher) implements Matches {
        @Override
        public boolean find() {
            return matcher.find();
        }

        @Override
        public int start() {
            return matcher.start();
        }

        @Override
        public int end() {
            return matcher.end();
        }

        @Override
        public String group(int number) {
            String group = matcher.group(number);
            return group == null ? "" : group;
        }

        @Override
        public int groups() {
            return matcher.groupCount();
        }
    }

    /** A text that stops whoever reads it when the run is to stop. */
    private record WatchedText(CharSequence text, Ledger ledger) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            ledger.check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
