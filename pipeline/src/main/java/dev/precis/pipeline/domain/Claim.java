package dev.precis.pipeline.domain;

import java.util.List;

/**
 * What a number relates to what, in words of its sentence; any of them may be {@link Passage#NONE}.
 *
 * @param predictor what predicts, or the treatment
 * @param comparator what it is compared with
 * @param outcomes what it acts on or goes with
 * @param timepoint when it was measured
 * @param subgroup in whom, if not in all
 * @param favours which of the two did better, where the words say so
 */
public record Claim(
        Passage predictor,
        Passage comparator,
        List<Passage> outcomes,
        Passage timepoint,
        Passage subgroup,
        Favours favours) {
    /** Nothing is said plainly. */
    public static final Claim NONE =
            new Claim(Passage.NONE, Passage.NONE, List.of(), Passage.NONE, Passage.NONE, Favours.NEITHER);

    public Claim {
        outcomes = List.copyOf(outcomes);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Which of two things that are compared did better. */
    public enum Favours {
        PREDICTOR,
        COMPARATOR,
        /** The words do not say. */
        NEITHER
    }
}
