package dev.precis.sparql.guard.function;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.regex.Matcher;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.RegexEngine;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of REGEX or REPLACE. RE2 finds in time linear in the text, whatever the pattern; what it does not know
 * (look-around, back references, some classes) is left to Java's engine. That is asked first where it is as linear, or
 * its steps can be counted, since it is faster. Neither can be stopped but by its text, which looks at the ledger.
 */
final class RegularExpression {
    /** RE2 makes an automaton of each pattern, copy by copy; large ones are for the engine that makes none. */
    private static final long LARGEST = 20_000;

    /** Automata of this size count for good: nobody knows how many are kept for later. */
    private static final long LARGE = 1_000;
    /** Bytes, about. */
    private static final long INSTRUCTION = 200;

    /** To compile one takes time that grows with the square of its length, and cannot be stopped. */
    private static final int LONGEST = 4_096;
    /** RE2 takes about as long for a character of the text as Java's engine for so many steps. */
    private static final int STEPS = 32;
    /** As many that the text does not see take no longer than a look at the clock is apart from the next. */
    private static final double UNSEEN_STEPS = 50_000_000;
    /** Seconds of them, if it comes to the worst, for patterns that no other engine knows. */
    private static final double MOST_EMPTY_STEPS = 1e9;

    private static final java.util.regex.Pattern REPETITION =
            java.util.regex.Pattern.compile("\\{([0-9]*),?([0-9]*)\\}");

    private final java.util.regex.Pattern backtracking;
    private final String pattern;
    private final String flags;
    private final Ledger ledger;
    private final double unseenSteps;
    private @Nullable Finder finder;

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

    private RegularExpression(java.util.regex.Pattern backtracking, String pattern, String flags, Ledger ledger) {
        this.backtracking = backtracking;
        this.pattern = pattern;
        this.flags = flags;
        this.ledger = ledger;
        this.unseenSteps = isForJava() ? Double.POSITIVE_INFINITY : Backtracking.unseenSteps(pattern);
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
        return new RegularExpression(RegexEngine.makePattern("REGEX", pattern, flags), pattern, flags, ledger);
    }

    /** Whether it is found somewhere in a text. */
    boolean matches(String text) {
        if (unseenSteps * (1 + text.length()) <= UNSEEN_STEPS) {
            try {
                return backtracking
                        .matcher(new WatchedText(text, ledger, STEPS * (1L + text.length())))
                        .find();
            } catch (WatchedText.Overrun many) {
                // one of the texts that are gone through again and again
            }
        }
        return over(text).find();
    }

    /** Where it is found in a text. */
    Matches over(String text) {
        if (finder == null) {
            finder = finder();
        }
        return finder.over(text);
    }

    private Finder finder() {
        long size = size(pattern);
        if (!isForJava() && size <= LARGEST) {
            if (size > LARGE) {
                ledger.hold(size * INSTRUCTION);
            }
            try {
                Pattern re2 = Pattern.compile(pattern, re2Flags(flags));
                return text -> new Re2Matches(re2.matcher(new WatchedText(text, ledger)));
            } catch (PatternSyntaxException unknown) {
                // one of the patterns that need more than a finite automaton
            }
        }
        double ways = flags.contains("q") ? 1 : EmptyWays.of(pattern, flags.contains("x"));
        return text -> {
            if (ways * pattern.length() * (1 + text.length()) > MOST_EMPTY_STEPS) {
                throw new Refusal(
                        Refusal.Reason.TOO_COSTLY,
                        "A pattern in this query has too many ways to match nothing: leave out choices and repetitions"
                                + " of what may be empty.");
            }
            return new JavaMatches(backtracking.matcher(new WatchedText(text, ledger)));
        };
    }

    /** Java's engine is as linear as any where nothing is tried twice; only it knows of white space in patterns. */
    private boolean isForJava() {
        return flags.contains("x") || flags.contains("q") || Backtracking.isNone(pattern);
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
}
