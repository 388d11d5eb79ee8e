package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Claim.Favours;

/**
 * What was read of a number, while its sentence is read.
 *
 * @param group the clause that it stands in
 * @param beside whether the outcome stands directly before the number, so that further ones may
 */
record Draft(int group, Phrase predictor, Phrase comparator, Phrase outcome, Favours favours, boolean beside) {
    static Draft none(int group) {
        return new Draft(group, Phrase.NONE, Phrase.NONE, Phrase.NONE, Favours.NEITHER, false);
    }

    boolean saysNothing() {
        return predictor.isEmpty() && comparator.isEmpty() && outcome.isEmpty();
    }

    /** The same said of another number, with another comparator or outcome. */
    Draft again(Phrase itsComparator, Phrase itsOutcome, boolean denied) {
        boolean same = itsComparator.equals(comparator) && !denied;
        return new Draft(
                group,
                predictor,
                itsComparator,
                itsOutcome,
                same ? favours : Favours.NEITHER,
                !itsOutcome.isEmpty() && beside);
    }
}
