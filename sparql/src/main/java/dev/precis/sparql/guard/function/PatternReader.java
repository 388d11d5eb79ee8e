package dev.precis.sparql.guard.function;

import dev.precis.sparql.guard.limit.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a pattern before RE2 does: refuses what RE2 does not know, or takes otherwise than XPath and ARQ do, and tells
 * how large its automaton will be and which words a text must have to match.
 */
final class PatternReader {
    /** Groups within groups: more would need a deep stack. */
    private static final int DEEPEST = 64;
    /** RE2 puts classes together in time that grows with the square of their number. */
    private static final int MOST_CLASSES = 100;
    /** To look for more words than that is no quicker than to look for the pattern. */
    private static final int MOST_WORDS = 8;

    private static final int LAST_OF_ASCII = 0x7F;

    private static final Pattern TIMES = Pattern.compile("\\{([0-9]{1,9}),?([0-9]{0,9})\\}");
    private static final Pattern FLAGS = Pattern.compile("\\?[ims]*(?:-[ims]+)?([:)])");
    private static final Pattern NAME = Pattern.compile("\\?P?<[A-Za-z_][A-Za-z0-9_]*>");
    private static final Pattern NUMBER = Pattern.compile("(?s)\\{[^}]*\\}|..");
    private static final Pattern PROPERTY = Pattern.compile("(?s)\\{[^}]*\\}|.");
    private static final Pattern QUOTED = Pattern.compile("(?s).*?(?:\\\\E|$)");

    private final String text;
    private final boolean folded;
    private int at;
    private int depth;
    private int classes;
    private boolean flagged;

    /** Whether a part is repeated once at least, and how many copies of it the automaton has. */
    private record Times(boolean always, double copies) {}

    private PatternReader(String text, boolean folded) {
        this.text = text;
        this.folded = folded;
    }

    /**
     * Reads a pattern.
     *
     * @param folded whether the case of letters means nothing
     * @throws Refusal if RE2 does not know something in it
     */
    static PatternPart read(String pattern, boolean folded) {
        PatternReader reader = new PatternReader(pattern, folded);
        PatternPart whole = reader.choice();
        return reader.flagged ? new PatternPart(whole.size(), List.of(), false) : whole;
    }

    /** Where a class that begins there ends: a bracket that closes is no end where nothing has come before it. */
    static int endOfClass(String pattern, int from) {
        int at = from + (pattern.startsWith("^", from + 1) ? 2 : 1);
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(pattern.length(), at + 1);
    }

    private PatternPart choice() {
        if (++depth > DEEPEST) {
            throw refused("has more than " + DEEPEST + " groups within groups", "Nest fewer.");
        }
        double size = 0;
        List<String> words = new ArrayList<>();
        boolean known = true;
        do {
            PatternPart branch = sequence();
            size += branch.size() + 1;
            known &= !branch.words().isEmpty();
            words.addAll(branch.words());
        } while (accept("|"));
        depth--;
        return new PatternPart(size, known && words.size() <= MOST_WORDS ? words : List.of(), false);
    }

    private PatternPart sequence() {
        double size = 0;
        PatternPart best = PatternPart.ANYTHING;
        StringBuilder word = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            PatternPart part = part();
            int end = at;
            Times times = times();
            size += (1 + part.size()) * times.copies;
            if (part.letter() && times.always) {
                word.append(part.words().getFirst());
            }
            if (part.letter() && end == at) {
                continue; // the word goes on
            }
            best = best.orBetter(PatternPart.word(word));
            word.setLength(0);
            best = times.always ? best.orBetter(part) : best;
        }
        return new PatternPart(size, best.orBetter(PatternPart.word(word)).words(), false);
    }

    /** How often a part is repeated, as often as that is said: a question mark behind may also mean another order. */
    private Times times() {
        boolean always = true;
        double copies = 1;
        while (at < text.length()) {
            Matcher counted = TIMES.matcher(text).region(at, text.length());
            if (counted.lookingAt()) {
                at = counted.end();
                always &= Integer.parseInt(counted.group(1)) > 0;
                copies *= Math.max(1, Math.max(count(counted.group(1)), count(counted.group(2))));
            } else if (accept("*") || accept("?")) {
                always = false;
            } else if (!accept("+")) {
                break;
            }
        }
        return new Times(always, copies);
    }

    private static int count(String digits) {
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private PatternPart part() {
        int character = text.codePointAt(at);
        at += Character.charCount(character);
        return switch (character) {
            case '(' -> group();
            case '[' -> oneOfMany();
            case '\\' -> escape();
            case '.', '^', '$' -> PatternPart.ANYTHING;
            default -> letter(character);
        };
    }

    /** Letters beyond ASCII have more than two cases, or other ones than Java says. */
    private PatternPart letter(int character) {
        return folded && character > LAST_OF_ASCII ? PatternPart.ANYTHING : PatternPart.letter(character);
    }

    private PatternPart group() {
        if (text.startsWith("?", at)) {
            Matcher flags = FLAGS.matcher(text).region(at, text.length());
            if (flags.lookingAt()) {
                at = flags.end();
                flagged |= flags.end() - flags.start() > 2;
                if (flags.group(1).equals(")")) {
                    return PatternPart.ANYTHING;
                }
            } else if (!accept(NAME)) {
                throw refused(
                        "looks around itself (?= ?! ?<= ?<! ?>), or has odd flags",
                        "Write two patterns, joined by && or !.");
            }
        }
        PatternPart within = choice();
        accept(")");
        return new PatternPart(2 + within.size(), within.words(), false);
    }

    /**
     * To XPath a hyphen takes a class from a class, to Java ampersands intersect classes; RE2 takes both for letters.
     */
    private PatternPart oneOfMany() {
        int end = endOfClass(text, at - 1);
        while (at < end) {
            if (accept("\\")) {
                escape();
            } else if (accept("[") || accept("&&")) {
                throw refused("has a class within a class", "Name what remains; write \\[ for a bracket, & only once.");
            } else {
                at++;
            }
        }
        at = end;
        return PatternPart.ANYTHING;
    }

    private PatternPart escape() {
        if (at == text.length()) {
            return PatternPart.ANYTHING;
        }
        int escaped = text.codePointAt(at);
        at += Character.charCount(escaped);
        switch (escaped) {
            case 'i', 'I', 'c', 'C' -> throw refused("has \\i or \\c in it", RegularExpression.NO_NAMES);
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' ->
                throw refused("refers back to a group", "Compare the parts outside of it.");
            // of these RE2 and Java do not mean the same
            case '0', 'v' -> throw refused("has \\0 or \\v in it", "Write \\x{...}.");
            case 'b' -> {
                if (text.startsWith("{", at)) {
                    throw refused("has \\b{ in it", "Write \\b\\{, or \\b alone.");
                }
            }
            case 'p', 'P' -> property();
            case 'x' -> accept(NUMBER);
            case 'Q' -> accept(QUOTED);
            default -> {
                return Character.isLetterOrDigit(escaped) ? PatternPart.ANYTHING : letter(escaped);
            }
        }
        return PatternPart.ANYTHING;
    }

    private void property() {
        if (text.startsWith("{Is", at) || text.startsWith("{In", at)) {
            throw refused(
                    "names a block or a script",
                    "Write its numbers, such as [\\x{370}-\\x{3FF}]; \\p{L} for \\p{IsL}.");
        }
        if (++classes > MOST_CLASSES) {
            throw refused("has more than " + MOST_CLASSES + " properties of characters", "Ask for fewer.");
        }
        accept(PROPERTY);
    }

    private boolean accept(String expected) {
        boolean found = text.startsWith(expected, at);
        at += found ? expected.length() : 0;
        return found;
    }

    private boolean accept(Pattern expected) {
        Matcher matcher = expected.matcher(text).region(at, text.length());
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    private static Refusal refused(String what, String instead) {
        return new Refusal(
                Refusal.Reason.MALFORMED,
                "A pattern in this query " + what + ", which is not answered here. " + instead);
    }
}
