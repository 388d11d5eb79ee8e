package dev.precis.sparql.guard.engine;

import dev.precis.sparql.guard.function.Values;
import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Looks over the text of a query before anything parses it, in time linear in its length: how large and how deep it is,
 * whether it names what nobody may reach, and of what shape it is. After the tokens of SPARQL 1.1 section 19.8.
 */
final class QueryText {
    private static final String OPENING = "({[";
    private static final String CLOSING = ")}]";
    private static final String PREFIXES = "!-+^";
    private static final String NOT_IN_IRI = "<>\"{}|^`\\";
    /** A number in a query; longer ones only cost. */
    private static final int DIGITS = 1_000;
    /** A string in a query; ARQ compiles patterns while it parses, in time that grows with the square. */
    private static final int STRING = 8_192;
    /** A name or an IRI in a query; to resolve an IRI takes time that grows with the square of its length. */
    private static final int WORD = 4_096;

    private static final int VARIABLES = 1_000;
    /** ARQ plans what is within an EXISTS twice, what is within one in that four times, and so on. */
    private static final int EXISTS = 10;
    /** Steps and choices of paths. */
    private static final int STEPS = 500;
    /** Declarations of BASE, each of which may be relative to the one before. */
    private static final int BASES = 10;

    private final String text;
    private final Limits limits;
    private final StringBuilder shape = new StringBuilder();
    private final Map<String, Integer> variables = new HashMap<>();
    private int at;
    private int tokens;
    private int depth;
    private int run;
    private int bases;
    private int exists;
    private int steps;

    private QueryText(String text, Limits limits) {
        this.text = text;
        this.limits = limits;
    }

    /**
     * Checks a text.
     *
     * @return the shape of the query: equal for queries that differ in literals, names of variables, white space and
     *     comments only
     * @throws Refusal if it is too large or too deep, or asks for other servers
     */
    static String check(String text, Limits limits) {
        return new QueryText(text, limits).read();
    }

    private String read() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '#') {
                comment();
            } else {
                token(c);
                if (++tokens > limits.tokens()) {
                    throw new Refusal(
                            Refusal.Reason.TOO_LARGE,
                            "This query has more than " + limits.tokens()
                                    + " words and signs: ask in several queries.");
                }
            }
        }
        return shape.toString();
    }

    private void token(char c) {
        boolean prefix = PREFIXES.indexOf(c) >= 0;
        if (c == '"' || c == '\'') {
            string(c);
        } else if (c == '<') {
            iriOrSign();
        } else if (c == '?' || c == '$') {
            variable();
        } else if (Character.isDigit(c)) {
            number();
        } else if (isWord(c)) {
            word();
        } else {
            nest(c);
            shape.append(c);
            at++;
        }
        run = prefix ? run + 1 : 0;
        if (run > limits.depth()) {
            throw tooDeep();
        }
    }

    private void nest(char c) {
        if (OPENING.indexOf(c) >= 0 && ++depth > limits.depth()) {
            throw tooDeep();
        }
        if ((c == '/' || c == '|') && ++steps > STEPS) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, "The paths of this query have more than " + STEPS + " steps.");
        }
        if (CLOSING.indexOf(c) >= 0) {
            depth--;
        }
    }

    private Refusal tooDeep() {
        return new Refusal(
                Refusal.Reason.MALFORMED, "This query is nested more than " + limits.depth() + " levels deep.");
    }

    /** The parser takes time that grows with the square of what is one to it. */
    private void checkLength(String what, int from, int most) {
        if (at - from > most) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, what + " in this query has more than " + most + " characters.");
        }
    }

    private void comment() {
        int from = at;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        checkLength("A comment", from, STRING);
    }

    private void string(char quote) {
        int from = at;
        String three = String.valueOf(quote).repeat(3);
        String end = text.startsWith(three, at) ? three : String.valueOf(quote);
        at += end.length();
        while (at < text.length() && !text.startsWith(end, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(text.length(), at + end.length());
        checkLength("A string", from, STRING);
        Values.checkDuration(text.substring(Math.min(at, from + end.length()), at));
        shape.append("'s'");
    }

    private void iriOrSign() {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) > ' ' && NOT_IN_IRI.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>') {
            int from = at;
            at = end + 1;
            checkLength("An IRI", from, WORD);
            String iri = text.substring(from, at);
            if (iri.regionMatches(true, 1, "java:", 0, "java:".length())) {
                throw new Refusal(Refusal.Reason.FORBIDDEN, "No Java class can be reached from here: " + iri);
            }
            shape.append(iri);
        } else {
            shape.append('<');
            at++;
        }
    }

    private void variable() {
        int from = at++;
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        checkLength("The name of a variable", from, WORD);
        String name = text.substring(from + 1, at);
        // a lone question mark is a path that may be taken or not
        shape.append('?').append(name.isEmpty() ? "" : variables.computeIfAbsent(name, n -> variables.size()));
        shape.append(' ');
        if (variables.size() > VARIABLES) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, "This query has more than " + VARIABLES + " variables.");
        }
    }

    private void number() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        checkLength("A number", from, DIGITS);
        shape.append("9 ");
    }

    private void word() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || ":-.%\\".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        checkLength("A word", from, WORD);
        String word = text.substring(from, at);
        if (word.equalsIgnoreCase("SERVICE")) {
            throw new Refusal(
                    Refusal.Reason.FORBIDDEN,
                    "SERVICE is not answered here, since this server asks no other: let your client join the answers.");
        }
        if (word.equalsIgnoreCase("BASE") && ++bases > BASES) {
            throw new Refusal(Refusal.Reason.MALFORMED, "This query declares BASE more than " + BASES + " times.");
        }
        if (word.equalsIgnoreCase("EXISTS") && ++exists > EXISTS) {
            throw new Refusal(Refusal.Reason.TOO_LARGE, "This query has more than " + EXISTS + " EXISTS.");
        }
        shape.append(word.contains(":") ? word : word.toUpperCase(Locale.ROOT)).append(' ');
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == ':' || Character.isSurrogate(c);
    }
}
