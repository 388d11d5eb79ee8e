package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;

/**
 * Finds the best sequence of labels (A. J. Viterbi, IEEE Transactions on Information Theory 13(2), 1967). Only the best
 * sums are kept on the way; since they are exact integers, the way back finds which label gave each.
 */
final class Viterbi {
    private static final int LABELS = Label.COUNT;

    private Viterbi() {}

    /**
     * @param scores a row of labels for each token; on return, the best sum that ends in each
     * @param transitions as in {@link Model}, as integers
     * @param range by how much two transitions differ at most: what is lower than the best by more can win nowhere
     *     later
     */
    static byte[] best(int[] scores, int[] gapKinds, int size, int[] transitions, int range) {
        int[] sums = new int[LABELS];
        for (int i = 1; i < size; i++) {
            Arrays.fill(sums, Integer.MIN_VALUE / 2);
            int table = gapKinds[i] * LABELS * LABELS;
            int least = highest(scores, (i - 1) * LABELS) - range;
            for (int before = 0; before < LABELS; before++) {
                int sum = scores[(i - 1) * LABELS + before];
                if (sum < least) {
                    continue;
                }
                int row = table + before * LABELS;
                for (int label = 0; label < LABELS; label++) {
                    sums[label] = Math.max(sums[label], sum + transitions[row + label]);
                }
            }
            int at = i * LABELS;
            for (int label = 0; label < LABELS; label++) {
                scores[at + label] += sums[label];
            }
        }
        return back(scores, gapKinds, size, transitions);
    }

    /** By how much two of these differ at most. */
    static int range(int[] transitions) {
        int least = transitions[0];
        int most = transitions[0];
        for (int transition : transitions) {
            least = Math.min(least, transition);
            most = Math.max(most, transition);
        }
        return most - least;
    }

    private static int highest(int[] scores, int at) {
        int most = scores[at];
        for (int label = 1; label < LABELS; label++) {
            most = Math.max(most, scores[at + label]);
        }
        return most;
    }

    private static byte[] back(int[] scores, int[] gapKinds, int size, int[] transitions) {
        byte[] labels = new byte[size];
        int label = highest(scores, (size - 1) * LABELS, transitions, 0, 0, false);
        for (int i = size - 1; i >= 0; i--) {
            labels[i] = (byte) label;
            if (i > 0) {
                label = highest(scores, (i - 1) * LABELS, transitions, gapKinds[i] * LABELS * LABELS, label, true);
            }
        }
        return labels;
    }

    private static int highest(int[] scores, int at, int[] transitions, int table, int next, boolean hasNext) {
        int best = 0;
        int most = Integer.MIN_VALUE;
        for (int label = 0; label < LABELS; label++) {
            int sum = scores[at + label] + (hasNext ? transitions[table + label * LABELS + next] : 0);
            if (sum > most) {
                most = sum;
                best = label;
            }
        }
        return best;
    }
}
