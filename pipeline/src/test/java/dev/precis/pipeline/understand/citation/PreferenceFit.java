package dev.precis.pipeline.understand.citation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fits a {@link Preference} by gradient ascent of the likelihood, with weights that are drawn to nothing. */
final class PreferenceFit {
    private static final int ROUNDS = 600;
    private static final double PRIOR = 30;

    private static final int DOUBTS = Doubt.values().length;

    private PreferenceFit() {}

    /**
     * Two readings of one line, of which exactly one is right.
     *
     * @param weight for how many lines it stands
     */
    record Contest(Set<Doubt> grammar, Set<Doubt> tagger, boolean taggerIsRight, double weight) {}

    static Preference fit(List<Contest> contests) {
        double[] weights = new double[2 * DOUBTS + 1];
        double[] met = new double[weights.length];
        contests.forEach(contest -> add(met, contest, contest.weight()));
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[weights.length];
            for (Contest contest : contests) {
                double odds = sum(weights, contest);
                double error = (contest.taggerIsRight() ? 1 : 0) - 1 / (1 + StrictMath.exp(-odds));
                add(gradient, contest, contest.weight() * error);
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] += (gradient[i] - PRIOR * weights[i] / 4) / (met[i] + PRIOR);
            }
        }
        Map<Doubt, Double> grammar = new EnumMap<>(Doubt.class);
        Map<Doubt, Double> tagger = new EnumMap<>(Doubt.class);
        for (Doubt doubt : Doubt.values()) {
            grammar.put(doubt, rounded(weights[doubt.ordinal()]));
            tagger.put(doubt, rounded(weights[DOUBTS + doubt.ordinal()]));
        }
        return new Preference(rounded(weights[2 * DOUBTS]), grammar, tagger);
    }

    private static double rounded(double weight) {
        return Math.round(100 * weight) / 100.0;
    }

    private static void add(double[] sums, Contest contest, double what) {
        contest.grammar().forEach(doubt -> sums[doubt.ordinal()] += what);
        contest.tagger().forEach(doubt -> sums[DOUBTS + doubt.ordinal()] += what);
        sums[2 * DOUBTS] += what;
    }

    private static double sum(double[] weights, Contest contest) {
        double sum = weights[2 * DOUBTS];
        for (Doubt doubt : contest.grammar()) {
            sum += weights[doubt.ordinal()];
        }
        for (Doubt doubt : contest.tagger()) {
            sum += weights[DOUBTS + doubt.ordinal()];
        }
        return sum;
    }
}
