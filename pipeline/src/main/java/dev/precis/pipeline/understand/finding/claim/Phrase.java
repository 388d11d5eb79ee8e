package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A run of tokens that can name a thing: a noun phrase as far as a list of small words shows one. What looks like
 * anything else is {@link #NONE}.
 */
record Phrase(int from, int to) {
    static final Phrase NONE = new Phrase(0, 0);

    private static final int LONGEST = 10;
    /** What relates a number to what it is of. */
    static final Set<String> RELATIONS = Set.of("=", "<", ">", "<=", ">=", "~");

    private static final Set<String> SIGNS = Set.of("-", "/", "'", "’", "\"", "“", "”");

    /** A part of a sentence that comes before its subject starts so. */
    private static final Set<String> OPENINGS = Words.of("""
        in at after among across against overall for however also when during over within compared relative as on by even
        finally moreover furthermore additionally again yet interestingly similarly conversely consequently
        specifically importantly controlling with from contrary first second third here
        """);

    private static final Set<String> CLAUSES = Set.of("that", "but", "whereas", "although", "while");
    private static final Set<String> HYPOTHETICAL = Set.of("whether", "if", "when", "because", "unless", "how");
    static final Set<String> BE = Set.of("was", "were", "is", "are");

    private static final Set<String> VERBS = Words.of("""
        is are was were be been being has have had do does did can could may might will would shall should must
        found find finds showed shows show indicated indicates suggested suggests reported report reports said says
        means meant went go goes going became become remained seems seemed predicted predicts predict correlated
        explained improved improve reduced increased decreased led gave rated received attended dropped fell rose
        differed differ met took gained lost exceeded accounted moderated mediated started ended supported
        associated related linked compared contributed depended depends ran came stood amounted ranged held
        get gets got need needs receive receives mattered
        """);
    static final Set<String> RELATIVE = Words.of("that which who whom whose where when what why");
    private static final Set<String> NOT_FIRST = Words.of("""
        it its their his her they only this these those there he she we you i both neither either not also all each such one none so
        and or but than to of for in on at by with from as more less most least any some other another
        evidence results analyses authors researchers
        """);
    /** "The model explained", "the results predicted" name nothing that predicts. */
    private static final Set<String> NO_SUBJECTS = Words.of("""
        model models analysis analyses regression variables predictors results findings study studies review reviews
        data authors
        """);

    private static final Set<String> NOT_LAST = Words.of("""
        and or of the a an to for in on at by with from as than not also both no their its his her more less most
        """);

    /** Words that say more of what was said, and name nothing. */
    static final Set<String> ASIDE =
            Words.of("but than as was were is are when while whereas although compared relative");

    boolean isEmpty() {
        return from >= to;
    }

    /** Whether the word is one of the verbs, or auxiliaries, that reports tell with. */
    static boolean isVerb(Tokens tokens, int i) {
        return tokens.isOneOf(i, VERBS);
    }

    /** The subject that ends before the token, brackets behind it left out. */
    static Phrase before(Tokens tokens, int end) {
        int to = end;
        while (tokens.closes(to - 1)) {
            int open = tokens.group(to - 2);
            if (open == Tokens.OUTSIDE) {
                return NONE;
            }
            to = open;
        }
        int from = to;
        while (from > 0
                && to - from <= LONGEST
                && (tokens.isWord(from - 1) || SIGNS.contains(tokens.text(from - 1)))
                && !tokens.isOneOf(from - 1, CLAUSES)) {
            if (tokens.isOneOf(from - 1, HYPOTHETICAL)) {
                return NONE;
            }
            from--;
        }
        boolean joined = tokens.isOneOf(from, Set.of("and", "but", "while", "whereas"));
        int start = joined ? from + 1 : from;
        boolean denied = tokens.lower(start).equals("no");
        return !denied && !tokens.isOneOf(to - 1, NO_SUBJECTS) && startsClause(tokens, from, joined)
                ? graded(tokens, start, to)
                : NONE;
    }

    /** "More light" is a thing where it begins a clause. */
    private static Phrase graded(Tokens tokens, int from, int to) {
        boolean graded = tokens.isOneOf(from, Set.of("more", "less"))
                && !tokens.lower(from + 1).equals("than");
        Phrase what = checked(tokens, graded ? from + 1 : from, to);
        return what.isEmpty() ? what : new Phrase(from, what.to());
    }

    /** Whether nothing before the token can be part of the subject, such as the first members of a list. */
    private static boolean startsClause(Tokens tokens, int from, boolean joined) {
        if (from == 0 || tokens.isOneOf(from - 1, CLAUSES)) {
            return true;
        }
        if (tokens.is(from - 1, ";") || tokens.is(from - 1, ":")) {
            return true;
        }
        if (!tokens.is(from - 1, ",") || tokens.group(from) != Tokens.OUTSIDE) {
            return false;
        }
        boolean clause = joined && tokens.anyBetween(0, from, VERBS);
        if (!joined && tokens.closes(from - 2)) {
            // "..., empathy predicted Y": behind a number the list is one of clauses
            return true;
        }
        boolean opening = tokens.isOneOf(0, OPENINGS) && tokens.lastBefore(from - 1, from, Set.of(",")) < 0;
        return clause || opening;
    }

    /** All between the tokens, if it can name a thing. */
    static Phrase between(Tokens tokens, int from, int to) {
        boolean all = to > from && tokens.isWord(to - 1);
        for (int i = from; i < to && all; i++) {
            all = tokens.isWord(i) || SIGNS.contains(tokens.text(i));
        }
        return all ? checked(tokens, from, to) : NONE;
    }

    static Phrase after(Tokens tokens, int from, Set<String> stops) {
        return after(tokens, from, i -> tokens.isOneOf(i, stops));
    }

    /** The words from the token up to a bracket, a comma or where it stops. */
    static Phrase after(Tokens tokens, int from, IntPredicate stops) {
        int to = from;
        int and = -1;
        while (to - from <= LONGEST && !stops.test(to)) {
            boolean named = tokens.isWord(to) || SIGNS.contains(tokens.text(to));
            if (!named || tokens.isOneOf(to, RELATIVE)) {
                break;
            }
            if (to > from && tokens.isOneOf(to, VERBS)) {
                // "and was stable": the sentence goes on with another verb
                return and > from ? checked(tokens, from, and) : NONE;
            }
            and = tokens.lower(to).equals("and") ? to : and;
            to++;
        }
        return tokens.isNumber(to) ? NONE : checked(tokens, from, to);
    }

    /** The phrase if it can be one: short, no verb in it, no pronoun or preposition at its ends. */
    private static Phrase checked(Tokens tokens, int from, int to) {
        int last = to;
        while (last > from && !tokens.isWord(last - 1)) {
            last--;
        }
        boolean fits = last > from
                && last - from <= LONGEST
                && tokens.isWord(from)
                && !tokens.isOneOf(from, NOT_FIRST)
                && !tokens.isOneOf(last - 1, NOT_LAST)
                && !tokens.lower(last - 1).endsWith("ly");
        for (int i = from + 1; i < last && fits; i++) {
            fits = !tokens.isOneOf(i, VERBS) && !tokens.isOneOf(i, RELATIVE);
        }
        boolean verb = tokens.isOneOf(from, BE);
        return fits && !verb ? new Phrase(from, last) : NONE;
    }
}
