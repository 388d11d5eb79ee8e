package dev.precis.sparql.guard.function;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.List;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.RegexEngine;

/**
 * A pattern of REGEX or REPLACE, for RE2: it finds in time linear in the text, whatever the pattern. Since it cannot be
 * stopped, texts and patterns may be so long together only; texts that have none of the words of a pattern never get
 * that far.
 */
public final class RegularExpression {
    /** What to write for the characters of names in XML, which XPath has and neither RE2 nor ARQ. */
    public static final String NO_NAMES = "Write [\\p{L}_:] for \\i and [-.\\p{L}\\p{N}_:] for \\c.";

    /** To compile one takes time that grows with the square of its length, and cannot be stopped. */
    private static final int LONGEST = 4_096;
    /** RE2 makes an automaton of each pattern, copy by copy. */
    private static final double LARGEST = 20_000;
    /** Automata of this size count for good: nobody knows how many are kept for later. */
    private static final int LARGE = 1_000;
    /** Bytes, about: of the instruction, and of the states and threads that a search has for it. */
    private static final long INSTRUCTION = 500;
    /** Bytes more of each for a group, where it is asked where that is. */
    private static final long GROUP = 16;
    /** Characters times instructions; takes less than a second. */
    private static final long STEPS = 25_000_000;

    private static final java.util.regex.Pattern SPACE = java.util.regex.Pattern.compile("[ \t\r\n]+");

    private final Pattern re2;
    private final List<String> words;
    private final boolean folded;
    private final Ledger ledger;

    private RegularExpression(Pattern re2, List<String> words, boolean folded, Ledger ledger) {
        this.re2 = re2;
        this.words = words;
        this.folded = folded;
        this.ledger = ledger;
    }

    /**
     * Compiles a pattern.
     *
     * @param flags of XPath and XQuery Functions and Operators section 5.6.1: i, m, s, x; and q of its version 3
     * @throws ExprEvalException if it is no pattern, or a flag is unknown
     * @throws Refusal if it is one that RE2 does not know, or too large
     */
    static RegularExpression of(String pattern, String flags, Ledger ledger) {
        if (pattern.length() > LONGEST) {
            throw tooCostly("has more than " + LONGEST + " characters");
        }
        String text =
                flags.contains("q") ? Pattern.quote(pattern) : flags.contains("x") ? withoutSpace(pattern) : pattern;
        boolean folded = flags.contains("i");
        PatternPart whole = PatternReader.read(text, folded);
        // throws what ARQ throws for what is no pattern at all, or has unknown flags
        RegexEngine.makePattern("REGEX", text, flags.replaceAll("[qx]", ""));
        if (whole.size() > LARGEST) {
            throw tooCostly("repeats so much so often that its automaton would be too large");
        }
        try {
            Pattern re2 = Pattern.compile(text, re2Flags(flags));
            if (re2.programSize() > LARGE) {
                ledger.hold(re2.programSize() * (INSTRUCTION + GROUP * re2.groupCount()));
            }
            return new RegularExpression(re2, whole.words(), folded, ledger);
        } catch (PatternSyntaxException unknown) {
            throw new Refusal(
                    Refusal.Reason.MALFORMED,
                    "A pattern in this query is not answered here: " + unknown.getDescription() + ": "
                            + unknown.getPattern());
        }
    }

    /** Section 5.6.1.1: white space is left out, but in classes; what is escaped stays as well. */
    private static String withoutSpace(String pattern) {
        StringBuilder text = new StringBuilder();
        java.util.regex.Matcher space = SPACE.matcher(pattern);
        int at = 0;
        while (at < pattern.length()) {
            int from = at;
            at = switch (pattern.charAt(at)) {
                case '\\' -> Math.min(pattern.length(), at + 2);
                case '[' -> PatternReader.endOfClass(pattern, at);
                default -> at + 1;
            };
            if (space.region(from, pattern.length()).lookingAt()) {
                at = space.end();
            } else {
                text.append(pattern, from, at);
            }
        }
        return text.toString();
    }

    private static int re2Flags(String flags) {
        return (flags.contains("i") ? Pattern.CASE_INSENSITIVE : 0)
                | (flags.contains("m") ? Pattern.MULTILINE : 0)
                | (flags.contains("s") ? Pattern.DOTALL : 0);
    }

    /** Whether it is found somewhere in a text. */
    boolean matches(String text) {
        check(text, 1);
        return hasWord(text) && re2.matcher(text).find();
    }

    /** Where it is found in a text, with the groups of each place. */
    Matcher over(String text) {
        check(text, 1 + re2.groupCount());
        return re2.matcher(hasWord(text) ? text : ""); // where it is not found either
    }

    private void check(String text, int groups) {
        ledger.check();
        if ((1L + text.length()) * re2.programSize() * groups > STEPS) {
            throw tooCostly("is too large for a text that is so long: make either shorter");
        }
    }

    private boolean hasWord(String text) {
        return words.isEmpty()
                || words.stream().anyMatch(word -> folded ? containsInAnyCase(text, word) : text.contains(word));
    }

    private static boolean containsInAnyCase(String text, String word) {
        char first = lowerCase(word.charAt(0));
        for (int i = 0; i <= text.length() - word.length(); i++) {
            if (lowerCase(text.charAt(i)) == first && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /**
     * As {@link String#regionMatches(boolean, int, String, int, int)} does it: there is a long s, and a Kelvin sign.
     */
    private static char lowerCase(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    private static Refusal tooCostly(String why) {
        return new Refusal(Refusal.Reason.TOO_COSTLY, "A pattern in this query " + why + ".");
    }
}
