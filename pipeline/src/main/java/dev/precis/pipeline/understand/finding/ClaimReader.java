package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Words;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what is related to what, where a sentence says it in one of a few plain forms: "X predicted Y", "the effect of
 * X on Y", "A was more effective than B for Y". It rather says nothing than something that may be wrong.
 */
final class ClaimReader {
    private static final Set<String> RELATED = Set.of("associated", "correlated", "related", "linked");
    private static final Set<String> AND = Set.of("and");
    private static final Set<String> RELATIONS =
            Words.of("correlation correlations association associations relationship relation link");
    private static final Set<String> PREDICTED = Set.of("predicted", "predicts", "predict");
    private static final Set<String> CHANGED =
            Words.of("reduced reduces increased increases improved improves lowered");
    private static final Set<String> DIFFERENCES = Set.of("difference", "differences");
    private static final Set<String> EXPLAINED = Set.of("explained", "explains", "accounted", "accounts");
    private final Tokens tokens;
    private final Passage sentence;
    private final Arguments arguments;
    private final List<Claim> claims = new ArrayList<>();

    private ClaimReader(Tokens tokens, Passage sentence) {
        this.tokens = tokens;
        this.sentence = sentence;
        this.arguments = new Arguments(tokens);
    }

    /** The one claim of the sentence; none if it makes several, since its numbers could be of any. */
    static Claim read(Tokens tokens, Passage sentence) {
        ClaimReader reader = new ClaimReader(tokens, sentence);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.isWord(i) && tokens.group(i) == Tokens.OUTSIDE) {
                reader.readAt(i);
            }
        }
        return reader.claims.size() == 1 && !reader.claims.getFirst().isEmpty()
                ? reader.compared(reader.claims.getFirst())
                : Claim.NONE;
    }

    private void readAt(int i) {
        if (tokens.isOneOf(i, RELATED)) {
            related(i);
        } else if (tokens.isOneOf(i, PREDICTED)) {
            relate(arguments.subject(i), Phrase.NONE, arguments.outcomes(i + 1));
        } else if (tokens.isOneOf(i, CHANGED)) {
            changed(i);
        } else if (tokens.isOneOf(i, Arguments.EFFECTS)) {
            effect(i);
        } else if (tokens.isOneOf(i, RELATIONS)) {
            between(i);
        } else if (tokens.isOneOf(i, DIFFERENCES)) {
            difference(i);
        } else if (tokens.isOneOf(i, EXPLAINED)) {
            explained(i);
        } else {
            compared(i);
        }
    }

    /** "X was not associated with Y", "X correlated with Y". */
    private void related(int i) {
        int preposition = tokens.lower(i + 1).endsWith("ly") ? i + 2 : i + 1;
        int verb = arguments.beforeAdverbs(i);
        boolean linked = tokens.isOneOf(preposition, Set.of("with", "to"));
        boolean passive = tokens.isOneOf(verb - 1, Phrase.BE) || tokens.lower(i).equals("correlated");
        if (linked && passive) {
            relate(arguments.subject(i), Phrase.NONE, arguments.outcomes(preposition + 1));
        }
    }

    /** "X reduced Y": the verb needs an object, and people who improve something are no treatment. */
    private void changed(int i) {
        boolean passive = tokens.isOneOf(arguments.beforeAdverbs(i) - 1, Phrase.BE);
        boolean object = tokens.isWord(i + 1)
                && !tokens.isOneOf(i + 1, Arguments.AFTER_OUTCOME)
                && !tokens.lower(i + 1).endsWith("ly")
                && !tokens.isOneOf(
                        i + 1, Set.of("in", "from", "to", "with", "on", "and", "or", "more", "most", "less"));
        boolean adjective = tokens.isOneOf(i - 1, Set.of("with", "to", "of", "and", "in", "the", "a", "an", "for"));
        if (!passive && object && !adjective) {
            relate(arguments.subject(i), Phrase.NONE, arguments.outcomes(i + 1));
        }
    }

    /** "The effect of X on Y", "the effects of X were", "an effect on Y". */
    private void effect(int i) {
        if (tokens.lower(i + 1).equals("of")) {
            Phrase predictor = Phrase.after(tokens, i + 2, Set.of("on", "was", "were", "is", "are"));
            boolean on = tokens.lower(predictor.to()).equals("on");
            int end = predictor.to();
            boolean tested = tokens.is(end, ",")
                    && tokens.isWord(end + 1)
                    && (tokens.opens(end + 2)
                            || RelationWords.signAt(tokens, end + 2).end() > end + 2);
            boolean told = on || tested || tokens.opens(end) || tokens.isOneOf(end, Phrase.BE);
            boolean size = tokens.isOneOf(end - 1, Set.of("size", "magnitude", "strength", "kind", "type"));
            if (told && !size && !predictor.isEmpty()) {
                add(predictor, Phrase.NONE, on ? arguments.single(predictor.to() + 1) : List.of());
            }
        } else if (tokens.lower(i + 1).equals("on")) {
            add(Phrase.NONE, Phrase.NONE, arguments.single(i + 2));
        }
    }

    /** "The correlation between X and Y", "the association of X with Y". */
    private void between(int i) {
        String preposition = tokens.lower(i + 1);
        String join = preposition.equals("between") ? "and" : preposition.equals("of") ? "with" : "";
        if (join.isEmpty()) {
            return;
        }
        Phrase first = Phrase.after(tokens, i + 2, Set.of(join));
        List<Phrase> second = arguments.single(first.to() + 1);
        boolean two = second.stream().noneMatch(phrase -> tokens.anyBetween(phrase.from(), phrase.to(), AND));
        if (!first.isEmpty() && tokens.lower(first.to()).equals(join) && two) {
            add(first, Phrase.NONE, second);
        }
    }

    /** "The mean difference between A and B was 0.25". */
    private void difference(int i) {
        if (!tokens.lower(i + 1).equals("between")) {
            return;
        }
        Phrase first = Phrase.after(tokens, i + 2, Set.of("and"));
        if (!first.isEmpty() && tokens.lower(first.to()).equals("and")) {
            Phrase other = arguments.comparator(first.to() + 1);
            boolean on = tokens.isOneOf(other.to(), Set.of("in", "on"));
            relate(first, other, on ? arguments.single(other.to() + 1) : List.of());
        }
    }

    /** "X explained 7% of the variance in Y". */
    private void explained(int i) {
        int variance = i + 1;
        while (variance < i + 10
                && !tokens.lower(variance).equals("variance")
                && (tokens.isWord(variance) || tokens.isNumber(variance) || tokens.is(variance, "%"))) {
            variance++;
        }
        boolean in = tokens.lower(variance).equals("variance") && tokens.isOneOf(variance + 1, Set.of("in", "of"));
        if (in) {
            relate(arguments.subject(i), Phrase.NONE, arguments.single(variance + 2));
        }
    }

    /** "A was more effective than B for Y", "A was superior to B". */
    private void compared(int i) {
        int other = -1;
        if (tokens.lower(i).equals("effective")
                && tokens.isOneOf(i - 1, Set.of("more", "less", "as"))
                && tokens.isOneOf(i + 1, Set.of("than", "as"))) {
            other = i + 2;
        } else if (tokens.isOneOf(i, Set.of("superior", "inferior"))
                && tokens.lower(i + 1).equals("to")) {
            other = i + 2;
        }
        int verb = arguments.beforeAdverbs(other > 0 && tokens.lower(i).equals("effective") ? i - 1 : i);
        if (other < 0 || !tokens.isOneOf(verb - 1, Phrase.BE)) {
            return;
        }
        Phrase comparator = arguments.comparator(other);
        boolean purpose = tokens.isOneOf(comparator.to(), Set.of("for", "on"));
        boolean clear = !tokens.lower(comparator.to()).equals("in");
        if (!comparator.isEmpty() && clear) {
            relate(arguments.subject(verb), comparator, purpose ? arguments.outcomes(comparator.to() + 1) : List.of());
        }
    }

    /** "Compared to B, ..." and "..., relative to B": another thing that the claim is compared with. */
    private Claim compared(Claim claim) {
        Phrase found = Phrase.NONE;
        int times = 0;
        for (int i = 0; i < tokens.size(); i++) {
            boolean comparing = tokens.lower(i).equals("compared") && tokens.isOneOf(i + 1, Set.of("to", "with"))
                    || tokens.lower(i).equals("relative") && tokens.lower(i + 1).equals("to");
            if (comparing && tokens.group(i) == Tokens.OUTSIDE) {
                times++;
                Phrase other = arguments.comparator(i + 2);
                boolean whole = !tokens.lower(other.to()).equals("in");
                found = whole ? other : Phrase.NONE;
            }
        }
        boolean added = times == 1 && !found.isEmpty() && claim.comparator().isEmpty();
        return added ? new Claim(claim.predictor(), quote(found), claim.outcomes()) : claim;
    }

    /** A verb with a subject or an object that cannot be read is still a claim, and an unclear one. */
    private void relate(Phrase predictor, Phrase comparator, List<Phrase> outcomes) {
        boolean both = !predictor.isEmpty() && !(comparator.isEmpty() && outcomes.isEmpty());
        if (both) {
            add(predictor, comparator, outcomes);
        } else {
            claims.add(Claim.NONE);
        }
    }

    private void add(Phrase predictor, Phrase comparator, List<Phrase> outcomes) {
        claims.add(new Claim(
                quote(predictor),
                quote(comparator),
                outcomes.stream().map(this::quote).toList()));
    }

    private Passage quote(Phrase phrase) {
        return phrase.isEmpty()
                ? Passage.NONE
                : sentence.part(
                        tokens.get(phrase.from()).start(),
                        tokens.get(phrase.to() - 1).end());
    }
}
