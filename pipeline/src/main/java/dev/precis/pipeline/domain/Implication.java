package dev.precis.pipeline.domain;

/**
 * A single piece of advice.
 *
 * @param claim as printed
 * @param paragraph which paragraph of the printed section it stands in, counted from 1
 */
public record Implication(Passage claim, int paragraph) {
    public Implication {
        if (paragraph < 1) {
            throw new IllegalArgumentException("paragraphs count from 1, not from " + paragraph);
        }
    }
}
