package dev.precis.pipeline.understand.citation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of two readings that differ is likelier to be the right one: a logistic model of what speaks against each,
 * fitted to lines of which exactly one reading is right, and shipped as a file.
 *
 * @param bias the log odds for the tagger's reading where nothing speaks against either
 * @param grammar what a doubt about the grammar's reading adds to them
 * @param tagger what a doubt about the tagger's adds
 */
record Preference(double bias, Map<Doubt, Double> grammar, Map<Doubt, Double> tagger) {
    static final String RESOURCE = "readings.preference";

    private static final Set<Doubt> LACKING = EnumSet.of(
            Doubt.NO_LOCATOR,
            Doubt.ONLY_ADDRESS,
            Doubt.NO_VOLUME,
            Doubt.NO_EDITORS,
            Doubt.CUT,
            Doubt.BRACKETS,
            Doubt.SUFFIX_GLUED);

    /**
     * So much (log odds) must speak for the tagger's: lines to fit to are seldom in the style that the grammar is made
     * for.
     */
    private static final double CLEARLY = 1.75;

    /** So much where nothing speaks against the grammar's by itself. */
    private static final double VERY_CLEARLY = 2.75;

    private static final String BIAS = "bias";
    private static final String GRAMMAR = "grammar.";
    private static final String TAGGER = "tagger.";

    Preference {
        grammar = Map.copyOf(grammar);
        tagger = Map.copyOf(tagger);
    }

    /** The one that is shipped. */
    static Preference load() {
        return parse(ShippedLines.of(RESOURCE));
    }

    static Preference parse(List<String> lines) {
        double bias = 0;
        Map<Doubt, Double> grammar = new EnumMap<>(Doubt.class);
        Map<Doubt, Double> tagger = new EnumMap<>(Doubt.class);
        for (String line : lines) {
            int space = line.indexOf(' ');
            double number = Double.parseDouble(line.substring(space + 1));
            String name = line.substring(0, space);
            if (name.equals(BIAS)) {
                bias = number;
            } else if (name.startsWith(GRAMMAR)) {
                grammar.put(Doubt.valueOf(name.substring(GRAMMAR.length())), number);
            } else {
                tagger.put(Doubt.valueOf(name.substring(TAGGER.length())), number);
            }
        }
        return new Preference(bias, grammar, tagger);
    }

    /** As {@link #parse} reads it. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(BIAS + " " + bias));
        for (Doubt doubt : Doubt.values()) {
            lines.add(GRAMMAR + doubt + " " + grammar.getOrDefault(doubt, 0.0));
            lines.add(TAGGER + doubt + " " + tagger.getOrDefault(doubt, 0.0));
        }
        return lines;
    }

    /**
     * Whether the tagger's reading is to stand: never where all that speaks against the grammar's speaks against it as
     * well, and something more, be it that it lacks what the grammar found.
     */
    boolean isForTagger(Set<Doubt> ofGrammar, Set<Doubt> ofTagger) {
        Set<Doubt> againstGrammar = byItself(ofReading(ofGrammar));
        Set<Doubt> againstTagger = byItself(ofTagger);
        boolean isWorse = againstTagger.containsAll(againstGrammar) && !ofGrammar.containsAll(againstTagger);
        return !isWorse && forTagger(ofGrammar, ofTagger) > (againstGrammar.isEmpty() ? VERY_CLEARLY : CLEARLY);
    }

    /** What speaks against a reading by itself; a title may be short. */
    private static Set<Doubt> byItself(Set<Doubt> doubts) {
        Set<Doubt> own = EnumSet.noneOf(Doubt.class);
        doubts.stream()
                .filter(doubt -> doubt != Doubt.TITLE_SHORT && doubt.compareTo(Doubt.AUTHORS_DIFFER) < 0)
                .forEach(own::add);
        return own;
    }

    /** Without what the print lacks, which speaks against neither reading. */
    static Set<Doubt> ofReading(Set<Doubt> doubts) {
        Set<Doubt> own = EnumSet.noneOf(Doubt.class);
        own.addAll(doubts);
        own.removeAll(LACKING);
        return own;
    }

    private double forTagger(Set<Doubt> ofGrammar, Set<Doubt> ofTagger) {
        double sum = bias;
        for (Doubt doubt : ofReading(ofGrammar)) {
            sum += grammar.getOrDefault(doubt, 0.0);
        }
        for (Doubt doubt : ofReading(ofTagger)) {
            sum += tagger.getOrDefault(doubt, 0.0);
        }
        return sum;
    }
}
