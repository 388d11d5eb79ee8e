package dev.precis.pipeline.understand.citation.tagger;

/**
 * By how much the best labels win: for each word the best sequence that gives it another part is held against the best
 * of all (max-marginals, as in M. Wainwright et al., Statistics and Computing 14, 2004).
 */
final class Margin {
    private static final int LABELS = Label.COUNT;

    /** What is compared: labels that are no part of a citation's core are one. */
    private static final int[] PARTS = new int[LABELS];

    static {
        for (Label label : Label.values()) {
            PARTS[label.ordinal()] = switch (label) {
                case NAME_OTHER, EDITOR, PUBLISHER, PLACE, NOTE, MARK, IDENTIFIER -> 0;
                case NUMBER -> 1 + Label.PAGE.ordinal();
                default -> 1 + label.ordinal();
            };
        }
    }

    private Margin() {}

    /**
     * The least lead of all words.
     *
     * @param scores of each word and label by itself
     * @param sums the best that end in each, as {@link Viterbi} leaves them
     */
    static int least(int[] scores, int[] sums, int[] gapKinds, int size, int[] transitions) {
        int[] after = new int[LABELS];
        int[] before = new int[LABELS];
        int least = Integer.MAX_VALUE;
        for (int i = size - 1; i >= 0; i--) {
            least = Math.min(least, lead(sums, i * LABELS, after));
            if (i == 0) {
                break;
            }
            int table = gapKinds[i] * LABELS * LABELS;
            for (int next = 0; next < LABELS; next++) {
                after[next] += scores[i * LABELS + next];
            }
            for (int label = 0; label < LABELS; label++) {
                int best = Integer.MIN_VALUE;
                int row = table + label * LABELS;
                for (int next = 0; next < LABELS; next++) {
                    best = Math.max(best, transitions[row + next] + after[next]);
                }
                before[label] = best;
            }
            int[] free = after;
            after = before;
            before = free;
        }
        return least;
    }

    private static int lead(int[] sums, int at, int[] after) {
        int best = 0;
        for (int label = 1; label < LABELS; label++) {
            best = sums[at + label] + after[label] > sums[at + best] + after[best] ? label : best;
        }
        int other = Integer.MIN_VALUE / 2;
        for (int label = 0; label < LABELS; label++) {
            if (PARTS[label] != PARTS[best]) {
                other = Math.max(other, sums[at + label] + after[label]);
            }
        }
        return sums[at + best] + after[best] - other;
    }
}
