package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Claim.Favours;
import java.util.List;

/**
 * What a verb or noun of a sentence relates to what.
 *
 * @param at the token of that verb or noun
 * @param clear whether its subject could be read; an unclear one still takes the place of another
 * @param outcomes the first of a list; further ones stand beside their numbers
 */
record Frame(int at, boolean clear, Phrase predictor, Phrase comparator, Phrase outcome, Favours favours) {
    static Frame of(int at, Phrase predictor, Phrase comparator, List<Phrase> outcomes, Favours favours) {
        Phrase outcome = outcomes.isEmpty() ? Phrase.NONE : outcomes.getFirst();
        return new Frame(at, true, predictor, comparator, outcome, favours);
    }

    static Frame unclear(int at, List<Phrase> outcomes) {
        Phrase outcome = outcomes.isEmpty() ? Phrase.NONE : outcomes.getFirst();
        return new Frame(at, false, Phrase.NONE, Phrase.NONE, outcome, Favours.NEITHER);
    }

    Frame withPredictor(Phrase other) {
        return new Frame(at, true, other, comparator, outcome, favours);
    }
}
