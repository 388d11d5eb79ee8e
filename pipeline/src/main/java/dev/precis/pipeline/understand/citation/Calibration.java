package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Trust;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a reading may be believed, given the doubts: a logistic model. Its weights are fitted to generated citations
 * of which the truth is known ({@code bench/train}) and shipped as a file, a name and a number a line.
 *
 * @param certainty the log odds that a reading without doubts is right
 * @param weights what each doubt adds to the log odds: nothing or less
 * @param accepted the probability from which on a reading stands without review
 */
record Calibration(double certainty, Map<Doubt, Double> weights, double accepted) {
    /** Of the grammar's readings. */
    static final String GRAMMAR = "citations.calibration";

    /** Of the tagger's. */
    static final String TAGGER = "tagged.calibration";

    private static final String CERTAINTY = "certainty";
    private static final String ACCEPTED = "accepted";

    private static final Set<Doubt> NEVER_ACCEPTED = EnumSet.of(
            Doubt.TAGGED,
            Doubt.READ_ONCE,
            Doubt.NO_NAMES,
            Doubt.NO_YEAR,
            Doubt.CUT,
            Doubt.NO_TITLE,
            Doubt.TITLE_ENDS_IN_BRACKETS,
            Doubt.BOOK_OF_SENTENCES,
            Doubt.TITLE_WITH_NOTE,
            Doubt.NAME_HOLDS_MORE,
            Doubt.NAME_BARE,
            Doubt.NAME_ORDER,
            Doubt.AUTHORS_DIFFER,
            Doubt.YEAR_DIFFERS,
            Doubt.TITLE_DIFFERS,
            Doubt.SOURCE_DIFFERS,
            Doubt.VOLUME_DIFFERS,
            Doubt.ISSUE_DIFFERS,
            Doubt.PAGES_DIFFER,
            Doubt.DOI_DIFFERS);

    Calibration {
        weights = Map.copyOf(weights);
    }

    /** One that is shipped. */
    static Calibration load(String resource) {
        return parse(ShippedLines.of(resource));
    }

    static Calibration parse(List<String> lines) {
        Map<Doubt, Double> weights = new EnumMap<>(Doubt.class);
        double certainty = 0;
        double accepted = 1;
        for (String line : lines) {
            int space = line.indexOf(' ');
            double number = Double.parseDouble(line.substring(space + 1));
            switch (line.substring(0, space)) {
                case CERTAINTY -> certainty = number;
                case ACCEPTED -> accepted = number;
                default -> weights.put(Doubt.valueOf(line.substring(0, space)), number);
            }
        }
        return new Calibration(certainty, weights, accepted);
    }

    /** As {@link #parse} reads it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(CERTAINTY + " " + certainty, ACCEPTED + " " + accepted));
        for (Doubt doubt : Doubt.values()) {
            lines.add(doubt + " " + weights.getOrDefault(doubt, 0.0));
        }
        return lines;
    }

    /** What the doubts add to the log odds: the less, the worse. */
    double weight(Set<Doubt> doubts) {
        double sum = 0;
        for (Doubt doubt : doubts) {
            sum += weights.getOrDefault(doubt, 0.0);
        }
        return sum;
    }

    /** Whether nothing speaks against a reading that no confidence outweighs. */
    static boolean mayBeAccepted(Set<Doubt> doubts) {
        return Collections.disjoint(doubts, NEVER_ACCEPTED);
    }

    double probability(Set<Doubt> doubts) {
        return 1 / (1 + Math.exp(-certainty - weight(doubts)));
    }

    /**
     * What only the tagger reads is never accepted, for what its training lacked it does not know to doubt; nor is a
     * reading from which another differs in a core part, nor a title whose end both may have taken too far.
     */
    Trust trust(Set<Doubt> doubts) {
        double confidence = Math.round(1000 * probability(doubts)) / 1000.0;
        return new Trust(
                confidence,
                confidence >= accepted && mayBeAccepted(doubts),
                doubts.stream().map(Doubt::reason).toList());
    }
}
