package dev.precis.pipeline.domain;

import java.util.List;

/**
 * What a finding relates to what, in words of its sentence; any of them may be {@link Passage#NONE}.
 *
 * @param predictor what predicts, or the treatment
 * @param comparator what it is compared with
 * @param outcomes what it acts on or goes with
 */
public record Claim(Passage predictor, Passage comparator, List<Passage> outcomes) {
    /** Nothing is said plainly. */
    public static final Claim NONE = new Claim(Passage.NONE, Passage.NONE, List.of());

    public Claim {
        outcomes = List.copyOf(outcomes);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }
}
