package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds the arguments of a verb or noun that relates things: its subject, its outcomes, what it is compared with. */
record Arguments(Tokens tokens) {
    private static final Set<String> AUXILIARIES = Words.of("""
        was were is are did do does not also both has have had been remained still no
        """);
    private static final Set<String> CHANGES = Words.of("""
        change changes reduction reductions improvement improvements increase increases decrease gain gains decline
        differences difference variance
        """);

    /** What is said to happen to an outcome, before "in". */
    static final Set<String> TURNS_OF_OUTCOME = Words.of(
            "reductions reduction improvements improvement decreases decrease increases increase gains changes");

    /** Where the outcome of a relation ends at the latest. */
    static final Set<String> AFTER_OUTCOME = Words.of("""
        when while after before but whereas although because if even than compared relative versus vs v at over across
        among during as so only regardless until since suggesting indicating showing by for via throughout
        explaining accounting above beyond independent independently
        """);

    private static final Set<String> AFTER_COMPARED =
            Words.of("for on at after in when while but whereas although because over during across by both");
    /** What is said of a size is said of no outcome. */
    static final Set<String> EFFECTS = Set.of("effect", "effects", "impact", "influence");

    /** What something is compared with, from the token on; a verb may follow. */
    Phrase comparator(int from) {
        return Phrase.after(tokens, from, i -> endsComparator(i) || tokens.isOneOf(i, Phrase.BE));
    }

    /** "treatment as usual" is one thing. */
    private boolean endsComparator(int i) {
        boolean as = tokens.lower(i).equals("as") && !tokens.lower(i + 1).equals("usual");
        return as || tokens.isOneOf(i, AFTER_COMPARED);
    }

    /** The subject of the verb at the token, auxiliaries and adverbs before it left out. */
    Phrase subject(int verb) {
        return Phrase.before(tokens, beforeAuxiliaries(verb));
    }

    /** Whether the verb at the token has no subject of its own: "but did not reduce Y". */
    boolean isElided(int verb) {
        return tokens.isOneOf(beforeAuxiliaries(verb) - 1, Set.of("but", "and"));
    }

    int beforeAdverbs(int i) {
        int at = i;
        while (tokens.lower(at - 1).endsWith("ly") || tokens.isOneOf(at - 1, Set.of("not", "also", "no", "still"))) {
            at--;
        }
        return at;
    }

    private int beforeAuxiliaries(int i) {
        int at = i;
        while (tokens.isOneOf(at - 1, AUXILIARIES) || tokens.lower(at - 1).endsWith("ly")) {
            at--;
        }
        return at;
    }

    /** One outcome, where a verb may follow: "the effect on pain was small". */
    List<Phrase> single(int from) {
        Phrase outcome = outcome(from, Phrase.BE);
        return outcome.isEmpty() ? List.of() : List.of(outcome);
    }

    /**
     * The outcomes of a list whose members each have their numbers: "higher burnout (...) and lower coherence (...)".
     */
    List<Phrase> outcomes(int from) {
        List<Phrase> outcomes = new ArrayList<>();
        int at = from;
        while (true) {
            Phrase outcome = outcome(at, Set.of());
            boolean told = tokens.opens(outcome.to());
            if (outcome.isEmpty() || !outcomes.isEmpty() && !told) {
                return outcomes;
            }
            outcomes.add(outcome);
            if (!told) {
                return outcomes;
            }
            at = tokens.afterBracket(outcome.to());
            int next = at;
            while (tokens.is(at, ",") || tokens.lower(at).equals("and")) {
                at++;
            }
            if (at == next) {
                return outcomes;
            }
        }
    }

    private Phrase outcome(int from, Set<String> verbs) {
        if (tokens.isOneOf(from, Set.of("more", "less"))
                && !tokens.lower(from + 1).equals("than")) {
            Phrase what = outcome(from + 1, verbs);
            return what.isEmpty() ? what : new Phrase(from, what.to());
        }
        Phrase outcome = Phrase.after(
                tokens, from, i -> tokens.isOneOf(i, AFTER_OUTCOME) || tokens.isOneOf(i, verbs) || endsAt(i));
        int end = outcome.to();
        // "with an odds ratio of 2" says nothing more of it, "satisfaction with therapy" would
        boolean cut = tokens.lower(end).equals("with") && !tokens.isOneOf(end + 1, Set.of("a", "an"));
        boolean effect = tokens.anyBetween(outcome.from(), end, EFFECTS);
        return cut || effect || tokens.lower(end).equals("between") ? Phrase.NONE : outcome;
    }

    /** "outcome in adults" is over at the preposition, "change in symptoms" is not. */
    private boolean endsAt(int i) {
        boolean graded =
                tokens.isOneOf(i, Set.of("more", "less")) && tokens.lower(i + 1).equals("than");
        if (graded) {
            return true;
        }
        boolean inside = tokens.lower(i).equals("in") && tokens.isOneOf(i - 1, CHANGES);
        return tokens.isOneOf(i, Set.of("in", "with", "from", "between")) && !inside;
    }
}
