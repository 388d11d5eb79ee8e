package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.claim.Clauses.Part;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds what something is compared with: "compared to a waitlist", "relative to usual care", "greater than in CBT". */
final class Comparisons {
    private static final Set<String> GRADES = Words.of("""
        more less greater larger better fewer higher lower smaller worse stronger weaker faster
        """);
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    /** What a treatment, or the lack of one, is called by its last word. */
    private static final Set<String> TREATMENTS = Words.of("""
        therapy therapies treatment treatments control controls waitlist waitlists wait-list waiting-list waiting list care usual
        placebo medication medications pharmacotherapy relaxation counselling counseling group groups condition conditions
        intervention interventions training psychoeducation psychotherapy exposure comparison alone
        """);

    private final Tokens tokens;
    private final Arguments arguments;
    private final List<Compared> found;

    Comparisons(Tokens tokens, Arguments arguments) {
        this.tokens = tokens;
        this.arguments = arguments;
        this.found = all();
    }

    /**
     * What something is compared with.
     *
     * @param from where the words begin that compare
     * @param phrase none where it cannot be read: nothing else takes its place
     */
    private record Compared(int from, Phrase phrase) {}

    /**
     * What the numbers of the part are compared with: the one of the part, else the one of its clause or of the
     * sentence.
     */
    Phrase of(Part part, int anchor, Clauses clauses) {
        List<Compared> near =
                found.stream().filter(other -> part.holds(other.from())).toList();
        if (near.size() == 1) {
            return near.getFirst().phrase();
        }
        if (!near.isEmpty()) {
            return beside(part, anchor);
        }
        List<Compared> leading = found.stream()
                .filter(other -> other.from() == 0 || clauses.at(other.from()).group() == part.group())
                .toList();
        return leading.size() == 1 ? leading.getFirst().phrase() : Phrase.NONE;
    }

    /** The one that ends where the number begins. */
    Phrase beside(Part part, int anchor) {
        return found.stream()
                .filter(other -> part.holds(other.from()))
                .map(Compared::phrase)
                .filter(phrase -> phrase.to() == anchor)
                .findFirst()
                .orElse(Phrase.NONE);
    }

    private List<Compared> all() {
        List<Compared> all = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            int start = tokens.group(i) == Tokens.OUTSIDE ? start(i) : i;
            if (start > i) {
                Phrase phrase = named(start);
                boolean strong = !tokens.isOneOf(i, Set.of("than", "over"));
                all.add(new Compared(i, strong || isTreatment(phrase) ? phrase : Phrase.NONE));
            }
        }
        return all;
    }

    /** Where the name of what is compared with begins, if the token compares; else the token. */
    private int start(int i) {
        return switch (tokens.lower(i)) {
            case "compared" -> tokens.isOneOf(i + 1, Set.of("to", "with")) ? i + 2 : i;
            // "against no treatment, A did better"; within a sentence it is said of other things
            case "against" -> i == 0 ? 1 : i;
            case "relative" -> tokens.lower(i + 1).equals("to") ? i + 2 : i;
            case "versus", "vs" -> tokens.is(i + 1, ".") ? i + 2 : i + 1;
            case "than" -> tokens.anyBefore(i, 7, GRADES) ? i + 1 : i;
            case "over" -> tokens.anyBefore(i, 4, Set.of("effect", "advantage", "superiority", "benefit")) ? i + 1 : i;
            default -> i;
        };
    }

    private Phrase named(int start) {
        Phrase other = arguments.comparator(start);
        boolean whole = !tokens.lower(other.to()).equals("in") || tokens.isOneOf(other.to() - 1, TREATMENTS);
        return whole ? other : Phrase.NONE;
    }

    private boolean isTreatment(Phrase phrase) {
        int last = phrase.to() - 1;
        boolean none = phrase.isEmpty() || tokens.isOneOf(phrase.from(), ARTICLES) && phrase.to() - phrase.from() == 1;
        return !none && (tokens.isOneOf(last, TREATMENTS) || Circumstances.isAbbreviation(tokens, last));
    }
}
