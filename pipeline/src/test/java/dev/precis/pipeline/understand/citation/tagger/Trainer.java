package dev.precis.pipeline.understand.citation.tagger;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * An averaged structured perceptron (M. Collins, EMNLP 2002): wherever the best labels are not the known ones, the
 * weights move towards the known ones; the mean of all weights on the way is the model.
 */
final class Trainer {
    /** Of a hundred tokens so many are learned without the words, so that unknown ones are read by their looks. */
    private static final int FORGOTTEN_PERCENT = 35;

    /** By so much the known labels must win. */
    private static final int MARGIN = 4;

    private static final int LARGEST = 100;
    private static final double LEAST = 1e-9;

    /** A word that is met less often has no weights of its own. */
    private static final int OFTEN = 15;

    private static final int LABELS = Label.COUNT;

    private final Lexicon lexicon;
    private final int[] features = new int[Model.FEATURES];

    private final long[] featureSums = new long[features.length];
    private final int[] transitions = new int[Model.TRANSITIONS];
    private final long[] transitionSums = new long[transitions.length];
    private final SplittableRandom random = new SplittableRandom(1);
    private long time;

    private Trainer(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The words that are met often, the most frequent first. */
    private static Lexicon lexicon(int examples, RealLines real) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (int i = 0; i < examples; i++) {
            TokenSequence tokens = TokenSequence.of(example(i, real).toString());
            for (int t = 0; t < tokens.size; t++) {
                counts.merge(tokens.words[t], 1, Integer::sum);
            }
        }
        return Lexicon.of(counts.entrySet().stream()
                .filter(word -> word.getValue() >= OFTEN)
                .sorted(Map.Entry.<Integer, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList());
    }

    private static LabelledText example(int index, RealLines real) {
        return real.isTurn(index)
                ? real.example(index)
                : Example.forTraining(index).text();
    }

    /** Learns from examples {@code 0} to {@code examples - 1} so many times, of which real lines take their turn. */
    static Model train(int examples, int rounds, RealLines real) {
        Trainer trainer = new Trainer(lexicon(examples, real));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < examples; i++) {
                trainer.learn(example(i, real));
            }
        }
        return trainer.model();
    }

    private void learn(LabelledText text) {
        TokenSequence tokens = TokenSequence.of(text.toString(), text.emphasis());
        if (tokens.size == 0) {
            return;
        }
        byte[] known = text.labels(tokens);
        int[][] rows = rows(tokens);
        int[] scores = new int[tokens.size * LABELS];
        for (int i = 0; i < tokens.size; i++) {
            for (int row : rows[i]) {
                for (int label = 0; label < LABELS; label++) {
                    scores[i * LABELS + label] += features[row * LABELS + label];
                }
            }
            // a margin: the known label must win clearly
            for (int label = 0; label < LABELS; label++) {
                scores[i * LABELS + label] += label == known[i] ? 0 : MARGIN;
            }
        }
        byte[] best = Viterbi.best(scores, tokens.gapKinds, tokens.size, transitions, Integer.MAX_VALUE / 4);
        time++;
        for (int i = 0; i < tokens.size; i++) {
            if (best[i] != known[i]) {
                for (int row : rows[i]) {
                    move(features, featureSums, row * LABELS + known[i], row == Features.NOTHING ? 0 : 1);
                    move(features, featureSums, row * LABELS + best[i], row == Features.NOTHING ? 0 : -1);
                }
            }
            if (i > 0) {
                int table = tokens.gapKinds[i] * LABELS * LABELS;
                move(transitions, transitionSums, table + known[i - 1] * LABELS + known[i], 1);
                move(transitions, transitionSums, table + best[i - 1] * LABELS + best[i], -1);
            }
        }
    }

    private void move(int[] weights, long[] sums, int at, int by) {
        weights[at] += by;
        sums[at] += by * time;
    }

    private int[][] rows(TokenSequence tokens) {
        Features all = new Features(tokens, lexicon);
        int[][] rows = new int[tokens.size][Features.COUNT];
        for (int i = 0; i < tokens.size; i++) {
            all.rows(i, rows[i]);
            if (random.nextInt(100) < FORGOTTEN_PERCENT && Vocabulary.kind(tokens.words[i]) <= Vocabulary.PUBLISHER) {
                Arrays.fill(rows[i], 0, Features.OF_WORDS, Features.NOTHING);
            }
        }
        return rows;
    }

    /** The means; the scale is that of the hundredth largest of a feature, larger ones are cut. */
    private Model model() {
        double[] means = means(features, featureSums);
        double[] sizes = new double[means.length];
        Arrays.setAll(sizes, i -> Math.abs(means[i]));
        Arrays.sort(sizes);
        double scale = Byte.MAX_VALUE / Math.max(sizes[sizes.length - LARGEST], LEAST);
        byte[] bytes = new byte[means.length];
        for (int i = 0; i < means.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(means[i] * scale), -Byte.MAX_VALUE, Byte.MAX_VALUE);
        }
        double[] steps = means(transitions, transitionSums);
        short[] shorts = new short[steps.length];
        for (int i = 0; i < steps.length; i++) {
            shorts[i] = (short) Math.clamp(Math.round(steps[i] * scale), -Short.MAX_VALUE, Short.MAX_VALUE);
        }
        return new Model(lexicon, bytes, shorts);
    }

    private double[] means(int[] weights, long[] sums) {
        double[] means = new double[weights.length];
        Arrays.setAll(means, i -> weights[i] - (double) sums[i] / (time + 1));
        return means;
    }
}
