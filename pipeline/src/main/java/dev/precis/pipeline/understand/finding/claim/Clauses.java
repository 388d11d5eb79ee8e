package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence cut where its numbers may begin to be about something else: at a semicolon, at "but" and "whereas", and
 * behind each number at the comma or "and" that goes on.
 */
final class Clauses {
    private static final Set<String> TURNS = Words.of("but whereas while although though yet however");
    private static final Set<String> JOINS = Set.of("and", "or", "nor");

    private final Tokens tokens;
    private final List<Part> parts = new ArrayList<>();

    /**
     * A part of a sentence.
     *
     * @param start its first token behind the word that joins it
     * @param group which clause with a verb of its own it belongs to
     * @param verb whether it has that verb
     */
    record Part(int from, int start, int to, int group, boolean verb) {
        boolean holds(int token) {
            return token >= from && token < to;
        }
    }

    private Clauses(Tokens tokens) {
        this.tokens = tokens;
    }

    static Clauses of(Tokens tokens, List<Located> numbers) {
        Clauses clauses = new Clauses(tokens);
        clauses.cut(numbers);
        return clauses;
    }

    Part at(int token) {
        return parts.stream()
                .filter(part -> part.holds(token))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no token " + token));
    }

    /** Where the clause begins that the part belongs to. */
    int first(Part part) {
        return parts.stream()
                .filter(other -> other.group() == part.group())
                .findFirst()
                .orElse(part)
                .start();
    }

    /** Where the bracket opens that the token stands in; the token itself outside of any. */
    static int anchor(Tokens tokens, int token) {
        int at = token;
        while (tokens.group(at) != Tokens.OUTSIDE) {
            at = tokens.group(at);
        }
        return at;
    }

    private void cut(List<Located> numbers) {
        int from = 0;
        int next = 0;
        boolean told = false;
        for (int i = 1; i < tokens.size(); i++) {
            while (next < numbers.size() && numbers.get(next).end() <= i) {
                // people are counted within a clause
                told |= numbers.get(next).kind() != Located.Kind.COUNT;
                next++;
            }
            boolean within = next < numbers.size() && numbers.get(next).first() < i;
            if (!within && tokens.group(i) == Tokens.OUTSIDE && i > from && cuts(i, told)) {
                add(from, i);
                from = i;
                told = false;
            }
        }
        add(from, tokens.size());
    }

    private boolean cuts(int i, boolean told) {
        boolean joined = tokens.is(i - 1, ",") || tokens.is(i - 1, ";");
        if (tokens.is(i, ";") || tokens.isOneOf(i, TURNS) && !joined) {
            return true;
        }
        boolean comma = tokens.is(i, ",");
        boolean and = comma && tokens.isOneOf(i + 1, JOINS) || tokens.isOneOf(i, JOINS) && !joined && told;
        boolean than = told && tokens.lower(i).equals("than");
        return than || comma && (told || tokens.isOneOf(i + 1, TURNS)) || and;
    }

    private void add(int from, int to) {
        int start = from;
        while (start < to
                && (tokens.is(start, ",")
                        || tokens.is(start, ";")
                        || tokens.isOneOf(start, TURNS)
                        || tokens.isOneOf(start, JOINS))) {
            start++;
        }
        boolean verb = hasVerb(start, to);
        int group = parts.isEmpty() ? 0 : parts.getLast().group() + (verb ? 1 : 0);
        parts.add(new Part(from, start, to, group, verb));
    }

    private boolean hasVerb(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean comparing =
                    tokens.lower(i).equals("compared") || tokens.lower(i).equals("found");
            if (tokens.group(i) == Tokens.OUTSIDE && Phrase.isVerb(tokens, i) && !comparing) {
                return true;
            }
        }
        return false;
    }
}
