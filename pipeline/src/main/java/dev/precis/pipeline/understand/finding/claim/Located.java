package dev.precis.pipeline.understand.finding.claim;

import dev.precis.pipeline.domain.Statistic;

/**
 * A number of a sentence and the tokens that it was read from.
 *
 * @param first index of its first token, name and attachments included
 * @param end index after its last token
 */
public record Located(Statistic statistic, Kind kind, int first, int end) {

    /** What a number can say of a claim. */
    public enum Kind {
        /** An effect, a test or its p: of something on something. */
        EFFECT,
        /** A percentage: of variance, where the words say so. */
        SHARE,
        /** A mean, a median, a reliability: of a group at a time. */
        DESCRIPTION,
        /** A number of people or things, a duration, a range: of nothing but itself. */
        COUNT
    }
}
