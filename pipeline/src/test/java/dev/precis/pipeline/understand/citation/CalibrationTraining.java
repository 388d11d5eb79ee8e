package dev.precis.pipeline.understand.citation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Trust;
import dev.precis.pipeline.understand.citation.tagger.Example;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Fits the calibrations to real lines and to generated ones: a reading is right where it says of every word of a core
 * part what is true, and nothing of one was cut off.
 */
public final class CalibrationTraining {
    private static final int EXAMPLES = 25_000;
    private static final int HELD_OUT = 10_000;
    private static final int ROUNDS = 400;
    private static final double STEP = 0.5;

    /** A doubt that is hardly ever met keeps about this weight. */
    private static final double USUAL = -2;

    /** As if it had been met so many times. */
    private static final double PRIOR = 4;

    /** So much of the real lines that are accepted must be right. */
    private static final double RIGHT = 0.99;

    /** Of the normal distribution, for intervals of 95 %. */
    private static final double Z = 1.96;

    /** What speaks against a reading, whether it is right all the same, and for how many it stands. */
    private record Outcome(Set<Doubt> doubts, boolean right, boolean whole, double weight) {}

    /** Both readings of a line: what became of each. */
    private record Pair(TwoReadings.Readings readings, Outcome grammar, Optional<Outcome> tagged) {
        boolean isByTagger(Preference preference) {
            return tagged.isPresent() && preference.isForTagger(readings.ofGrammar(), readings.ofTagged());
        }
    }

    /** So many generated lines a real one counts for. */
    private static final double REAL = 150;

    /** A folder to write to, and a gold file of real lines. */
    public static void main(String[] arguments) throws IOException {
        List<Pair> real = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(Path.of(arguments[1]).toFile())) {
            KnownReading known = new KnownReading(row.path("csl"));
            real.add(pair(row.path("citation").asText(), known::isCoreOf, true, REAL));
        }
        List<Pair> made = generated(0, EXAMPLES);
        List<Pair> all = Stream.concat(real.stream(), made.stream()).toList();
        Preference preference = PreferenceFit.fit(contests(all));
        Calibration tagger = fit(chosen(all, preference, true), List.of());
        Calibration grammar = fit(chosen(all, preference, false), chosen(real, preference, false));
        Path folder = Path.of(arguments[0]);
        Files.write(folder.resolve(Preference.RESOURCE), preference.lines());
        Files.write(folder.resolve(Calibration.GRAMMAR), grammar.lines());
        Files.write(folder.resolve(Calibration.TAGGER), tagger.lines());
        report("real", real, preference, grammar, tagger);
        report("generated", generated(EXAMPLES, EXAMPLES + HELD_OUT), preference, grammar, tagger);
    }

    /** What became of the readings that stand, either of the tagger or of the grammar. */
    private static List<Outcome> chosen(List<Pair> pairs, Preference preference, boolean ofTagger) {
        return pairs.stream()
                .filter(pair -> pair.isByTagger(preference) == ofTagger)
                .map(pair -> ofTagger ? pair.tagged().orElseThrow() : pair.grammar())
                .toList();
    }

    private static List<PreferenceFit.Contest> contests(List<Pair> pairs) {
        List<PreferenceFit.Contest> contests = new ArrayList<>();
        for (Pair pair : pairs) {
            pair.tagged()
                    .filter(tagged -> tagged.right() != pair.grammar().right())
                    .ifPresent(tagged -> contests.add(new PreferenceFit.Contest(
                            Preference.ofReading(pair.grammar().doubts()),
                            Preference.ofReading(tagged.doubts()),
                            tagged.right(),
                            tagged.weight())));
        }
        return contests;
    }

    private static List<Pair> generated(int from, int to) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = from; i < to; i++) {
            Example example = Example.forCalibration(i);
            Tagging truth = example.truth();
            pairs.add(pair(example.line(), citation -> isRight(citation, truth), example.whole(), 1));
        }
        return pairs;
    }

    private static Pair pair(String line, Predicate<Citation> truth, boolean whole, double weight) {
        TwoReadings.Readings readings = TwoReadings.Readings.of(line);
        Outcome grammar = new Outcome(readings.ofGrammar(), whole && truth.test(readings.grammar()), whole, weight);
        Optional<Outcome> tagged = readings.tagged()
                .map(citation -> new Outcome(readings.ofTagged(), whole && truth.test(citation), whole, weight));
        return new Pair(readings, grammar, tagged);
    }

    private static boolean isRight(Citation citation, Tagging truth) {
        return Agreement.differences(citation, truth).isEmpty();
    }

    /** Gradient ascent of the likelihood, with the steps that the curvature allows at most. */
    private static Calibration fit(List<Outcome> outcomes, List<Outcome> real) {
        Doubt[] all = Doubt.values();
        double[] weights = new double[all.length];
        java.util.Arrays.fill(weights, USUAL);
        double[] met = new double[all.length];
        outcomes.forEach(outcome -> outcome.doubts().forEach(doubt -> met[doubt.ordinal()] += outcome.weight()));
        double total = outcomes.stream().mapToDouble(Outcome::weight).sum();
        double certainty = 3;
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = new double[all.length];
            double constant = 0;
            for (Outcome outcome : outcomes) {
                double odds = certainty;
                for (Doubt doubt : outcome.doubts()) {
                    odds += weights[doubt.ordinal()];
                }
                double error = outcome.weight() * ((outcome.right() ? 1 : 0) - 1 / (1 + StrictMath.exp(-odds)));
                constant += error;
                for (Doubt doubt : outcome.doubts()) {
                    gradient[doubt.ordinal()] += error;
                }
            }
            certainty += 4 * STEP * constant / total;
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
        double accepted = threshold(calibration, real);
        return new Calibration(calibration.certainty(), rounded, accepted);
    }

    /**
     * The lowest confidence down to which as much as is wanted is right of each group of one confidence; 1 where there
     * is none.
     */
    private static double threshold(Calibration calibration, List<Outcome> outcomes) {
        List<Outcome> sorted = new ArrayList<>(outcomes.stream()
                .filter(outcome -> Calibration.mayBeAccepted(outcome.doubts()))
                .toList());
        sorted.sort(Comparator.comparingDouble((Outcome outcome) -> -calibration.probability(outcome.doubts())));
        double threshold = 1;
        int accepted = 0;
        int acceptedRight = 0;
        int right = 0;
        int group = 0;
        int groupRight = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            group++;
            groupRight += sorted.get(i).right() ? 1 : 0;
            double confidence = calibration.probability(sorted.get(i).doubts());
            boolean last = i + 1 == sorted.size()
                    || calibration.probability(sorted.get(i + 1).doubts()) < confidence;
            if (last && groupRight < RIGHT * group) {
                break;
            }
            if (last) {
                group = 0;
                groupRight = 0;
                threshold = confidence;
                accepted = i + 1;
                acceptedRight = right;
            }
        }
        if (accepted > 0) {
            System.out.printf(
                    Locale.ROOT,
                    "accepted from %.3f: %d of %d lines, %d right (Wilson 95 %%: %.1f to %.1f %%)%n",
                    threshold,
                    accepted,
                    outcomes.size(),
                    acceptedRight,
                    100 * wilson(acceptedRight, accepted, -Z),
                    100 * wilson(acceptedRight, accepted, Z));
        }
        return Math.floor(1000 * threshold) / 1000;
    }

    /** An end of the interval of a share (E. B. Wilson, Journal of the American Statistical Association 22, 1927). */
    private static double wilson(int right, int all, double z) {
        double share = (double) right / all;
        double square = z * z / all;
        double root = Math.sqrt(share * (1 - share) / all + square / (4 * all));
        return (share + square / 2 + z * root) / (1 + square);
    }

    private static void report(
            String kind, List<Pair> pairs, Preference preference, Calibration ofGrammar, Calibration ofTagger) {
        int accepted = 0;
        int acceptedRight = 0;
        int right = 0;
        int either = 0;
        double[] bins = {0, .1, .3, .5, .7, .8, .9, .95, .98, .99, 1.01};
        int[] many = new int[bins.length];
        int[] good = new int[bins.length];
        for (Pair pair : pairs) {
            TwoReadings chosen = pair.readings().chosen(preference, ofGrammar, ofTagger);
            boolean byTagger = chosen.doubts().contains(Doubt.TAGGED);
            boolean isRight = byTagger
                    ? pair.tagged().orElseThrow().right()
                    : pair.grammar().right();
            Trust trust = chosen.calibration().trust(chosen.doubts());
            right += isRight ? 1 : 0;
            either +=
                    pair.grammar().right() || pair.tagged().map(Outcome::right).orElse(false) ? 1 : 0;
            accepted += trust.accepted() ? 1 : 0;
            acceptedRight += trust.accepted() && isRight ? 1 : 0;
            int bin = 0;
            while (trust.confidence() >= bins[bin + 1]) {
                bin++;
            }
            many[bin]++;
            good[bin] += isRight ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %d lines, %.1f %% right (%.1f %% by either reading); accepted %.1f %%, %d of %d right%n",
                kind,
                pairs.size(),
                100.0 * right / pairs.size(),
                100.0 * either / pairs.size(),
                100.0 * accepted / pairs.size(),
                acceptedRight,
                accepted);
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
