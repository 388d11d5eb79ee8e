package dev.precis.pipeline.understand.citation.tagger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MarginTest {
    private static final int LABELS = Label.COUNT;

    @Test
    void isTheLeadOverTheBestSequenceThatGivesAWordAnotherPart() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 30; round++) {
            int[] scores = random.ints(3 * LABELS, 0, 300).toArray();
            int[] transitions = random.ints(Model.TRANSITIONS, -200, 200).toArray();
            int[] gapKinds = {0, random.nextInt(Gap.COUNT), random.nextInt(Gap.COUNT), 0};
            int[] sums = scores.clone();
            Viterbi.best(sums, gapKinds, 3, transitions, Integer.MAX_VALUE / 4);
            assertThat(Margin.least(scores, sums, gapKinds, 3, transitions))
                    .isEqualTo(byTryingAll(scores, gapKinds, transitions));
        }
    }

    private static int byTryingAll(int[] scores, int[] gapKinds, int[] transitions) {
        int[] best = null;
        int most = Integer.MIN_VALUE;
        for (int i = 0; i < LABELS * LABELS * LABELS; i++) {
            int[] labels = {i % LABELS, i / LABELS % LABELS, i / LABELS / LABELS};
            int sum = sum(labels, scores, gapKinds, transitions);
            if (sum > most) {
                most = sum;
                best = labels;
            }
        }
        int other = Integer.MIN_VALUE;
        for (int i = 0; i < LABELS * LABELS * LABELS; i++) {
            int[] labels = {i % LABELS, i / LABELS % LABELS, i / LABELS / LABELS};
            boolean differs = false;
            for (int word = 0; word < labels.length; word++) {
                differs |= part(labels[word]) != part(best[word]);
            }
            other = differs ? Math.max(other, sum(labels, scores, gapKinds, transitions)) : other;
        }
        return most - other;
    }

    private static int sum(int[] labels, int[] scores, int[] gapKinds, int[] transitions) {
        int sum = scores[labels[0]];
        for (int i = 1; i < labels.length; i++) {
            sum += scores[i * LABELS + labels[i]]
                    + transitions[gapKinds[i] * LABELS * LABELS + labels[i - 1] * LABELS + labels[i]];
        }
        return sum;
    }

    /** Labels of no core part are one, pages and the numbers of articles another. */
    private static int part(int label) {
        return switch (Label.of((byte) label)) {
            case NAME_OTHER, EDITOR, PUBLISHER, PLACE, NOTE, MARK, IDENTIFIER -> -1;
            case NUMBER -> Label.PAGE.ordinal();
            default -> label;
        };
    }
}
