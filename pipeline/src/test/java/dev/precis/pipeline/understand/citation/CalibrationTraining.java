package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.understand.citation.tagger.Example;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Fits the calibration to generated citations: a reading is right where it says of every word of a core part what is
 * true, and nothing of one was cut off.
 */
public final class CalibrationTraining {
    private static final int EXAMPLES = 80_000;
    private static final int HELD_OUT = 30_000;
    private static final int ROUNDS = 400;
    private static final double STEP = 0.5;

    /** A doubt that is hardly ever met keeps about this weight. */
    private static final double USUAL = -2;

    /** As if it had been met so many times. */
    private static final double PRIOR = 4;

    /** Among accepted readings at least this share must be right, and each by itself be likelier than the second. */
    private static final double RIGHT = 0.99;

    private static final double LEAST = 0.93;

    /** What speaks against a reading, and whether it is right all the same. */
    private record Outcome(Set<Doubt> doubts, boolean right, boolean whole) {}

    public static void main(String[] arguments) throws IOException {
        Calibration calibration = fit(outcomes(0, EXAMPLES));
        Files.write(Path.of(arguments[0]), calibration.lines());
        report(calibration, outcomes(EXAMPLES, EXAMPLES + HELD_OUT));
    }

    private static List<Outcome> outcomes(int from, int to) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Example example = Example.forCalibration(i);
            TwoReadings readings = TwoReadings.of(example.line());
            boolean right = example.whole()
                    && Agreement.differences(readings.citation(), example.truth())
                            .isEmpty();
            outcomes.add(new Outcome(readings.doubts(), right, example.whole()));
        }
        return outcomes;
    }

    /** Gradient ascent of the likelihood, with the steps that the curvature allows at most. */
    static Calibration fit(List<Outcome> outcomes) {
        Doubt[] all = Doubt.values();
        double[] weights = new double[all.length];
        java.util.Arrays.fill(weights, USUAL);
        double[] met = new double[all.length];
        outcomes.forEach(outcome -> outcome.doubts().forEach(doubt -> met[doubt.ordinal()]++));
        double certainty = 3;
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[all.length];
            double constant = 0;
            for (Outcome outcome : outcomes) {
                double odds = certainty;
                for (Doubt doubt : outcome.doubts()) {
                    odds += weights[doubt.ordinal()];
                }
                double error = (outcome.right() ? 1 : 0) - 1 / (1 + Math.exp(-odds));
                constant += error;
                for (Doubt doubt : outcome.doubts()) {
                    gradient[doubt.ordinal()] += error;
                }
            }
            certainty += 4 * STEP * constant / outcomes.size();
            for (int i = 0; i < all.length; i++) {
                double pull = PRIOR * (USUAL - weights[i]) / 10;
                weights[i] = Math.min(0, weights[i] + 4 * STEP * (gradient[i] + pull) / (met[i] + PRIOR));
            }
        }
        Map<Doubt, Double> rounded = new EnumMap<>(Doubt.class);
        for (Doubt doubt : all) {
            rounded.put(doubt, Math.round(100 * weights[doubt.ordinal()]) / 100.0);
        }
        Calibration calibration = new Calibration(Math.round(100 * certainty) / 100.0, rounded, 1);
        return new Calibration(calibration.certainty(), rounded, threshold(calibration, outcomes));
    }

    /** The lowest confidence at which what is accepted is right often enough, as a whole and at the margin. */
    private static double threshold(Calibration calibration, List<Outcome> outcomes) {
        List<Outcome> sorted = new ArrayList<>(outcomes);
        sorted.sort(Comparator.comparingDouble((Outcome outcome) -> -calibration.probability(outcome.doubts())));
        double threshold = 1;
        int right = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            double confidence = calibration.probability(sorted.get(i).doubts());
            boolean last = i + 1 == sorted.size()
                    || calibration.probability(sorted.get(i + 1).doubts()) < confidence;
            if (last && right >= RIGHT * (i + 1) && confidence >= LEAST) {
                threshold = confidence;
            }
        }
        return Math.floor(1000 * threshold) / 1000;
    }

    private static void report(Calibration calibration, List<Outcome> outcomes) {
        int accepted = 0;
        int right = 0;
        int whole = 0;
        int cutAccepted = 0;
        int wholeAccepted = 0;
        int rightOnes = 0;
        double[] bins = {0, .1, .3, .5, .7, .8, .9, .95, .98, .99, 1.01};
        int[] many = new int[bins.length];
        int[] good = new int[bins.length];
        for (Outcome outcome : outcomes) {
            double confidence = calibration.trust(outcome.doubts()).confidence();
            boolean isAccepted = calibration.trust(outcome.doubts()).accepted();
            accepted += isAccepted ? 1 : 0;
            right += isAccepted && outcome.right() ? 1 : 0;
            whole += outcome.whole() ? 1 : 0;
            rightOnes += outcome.right() ? 1 : 0;
            wholeAccepted += outcome.whole() && isAccepted ? 1 : 0;
            cutAccepted += !outcome.whole() && isAccepted ? 1 : 0;
            int bin = 0;
            while (confidence >= bins[bin + 1]) {
                bin++;
            }
            many[bin]++;
            good[bin] += outcome.right() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "held out: %d, of them %d whole and %d right; accepted %.1f %% of the whole, %.2f %% right; %d of %d"
                        + " cut ones%n",
                outcomes.size(),
                whole,
                rightOnes,
                100.0 * wholeAccepted / whole,
                100.0 * right / accepted,
                cutAccepted,
                outcomes.size() - whole);
        for (int bin = 0; bin + 1 < bins.length; bin++) {
            System.out.printf(
                    Locale.ROOT,
                    "confidence %.2f to %.2f: %6d, %5.1f %% right%n",
                    bins[bin],
                    Math.min(1, bins[bin + 1]),
                    many[bin],
                    100.0 * good[bin] / Math.max(1, many[bin]));
        }
    }
}
