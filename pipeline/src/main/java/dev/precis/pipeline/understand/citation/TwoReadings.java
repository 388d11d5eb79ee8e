package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.understand.citation.clean.CleanLine;
import dev.precis.pipeline.understand.citation.clean.Cleaner;
import dev.precis.pipeline.understand.citation.tagger.CitationTagger;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a citation by the grammar and by the tagger. Where they differ, what speaks against each tells which is
 * likelier to be right.
 *
 * @param citation the reading that stands
 * @param doubts what speaks against it
 * @param calibration how much that is
 */
record TwoReadings(Citation citation, Set<Doubt> doubts, Calibration calibration) {
    private static final CitationTagger TAGGER = CitationTagger.trained();
    private static final Preference PREFERENCE = Preference.load();
    private static final Calibration OF_GRAMMAR = Calibration.load(Calibration.GRAMMAR);
    private static final Calibration OF_TAGGER = Calibration.load(Calibration.TAGGER);

    /** Leads of the tagger's labels (see {@link Tagging#margin}) below which it hesitated, and hardly knew. */
    private static final int CLOSE = 128;

    private static final int VERY_CLOSE = 32;

    static TwoReadings of(String printed) {
        return Readings.of(printed).chosen(PREFERENCE, OF_GRAMMAR, OF_TAGGER);
    }

    /** Both readings with what speaks against each: by itself, and that the other differs. */
    record Readings(Citation grammar, Set<Doubt> ofGrammar, Optional<Citation> tagged, Set<Doubt> ofTagged) {
        static Readings of(String printed) {
            CleanLine line = Cleaner.clean(printed);
            Citation grammar = byGrammar(line);
            Set<Doubt> ofGrammar = CitationCheck.doubts(grammar);
            Tagging tagging = tagging(line);
            Set<Doubt> differences = Agreement.differences(grammar, tagging);
            if (differences.isEmpty()) {
                return agreed(line, grammar, ofGrammar, tagging);
            }
            Optional<Citation> tagged = TaggedReader.read(line.text(), tagging);
            tagged.ifPresent(citation -> differences.removeAll(Agreement.same(grammar, citation)));
            if (differences.isEmpty()) {
                return agreed(line, grammar, ofGrammar, tagging);
            }
            ofGrammar.addAll(differences);
            Set<Doubt> ofTagged = EnumSet.of(Doubt.TAGGED);
            ofTagged.addAll(differences);
            tagged.ifPresent(citation -> ofTagged.addAll(CitationCheck.doubts(citation)));
            return new Readings(line.asPrinted(grammar), ofGrammar, tagged.map(line::asPrinted), ofTagged);
        }

        /** Where both say the same, how sure the tagger was of it tells more. */
        private static Readings agreed(CleanLine line, Citation grammar, Set<Doubt> ofGrammar, Tagging tagging) {
            if (Calibration.mayBeAccepted(ofGrammar)) {
                int margin = tagging.margin();
                if (margin < CLOSE) {
                    ofGrammar.add(margin < VERY_CLOSE ? Doubt.VERY_CLOSE : Doubt.CLOSE);
                }
            }
            return new Readings(line.asPrinted(grammar), ofGrammar, Optional.empty(), Set.of());
        }

        /** The one that is likelier to be right. */
        TwoReadings chosen(Preference preference, Calibration ofGrammars, Calibration ofTaggers) {
            boolean byTagger = tagged.isPresent() && preference.isForTagger(ofGrammar, ofTagged);
            return byTagger
                    ? new TwoReadings(tagged.get(), ofTagged, ofTaggers)
                    : new TwoReadings(grammar, ofGrammar, ofGrammars);
        }
    }

    /** Whatever stands, the grammar's reading first; the tagger may make none. */
    static List<Citation> both(String printed) {
        CleanLine line = Cleaner.clean(printed);
        return Stream.concat(Stream.of(byGrammar(line)), TaggedReader.read(line.text(), tagging(line)).stream())
                .map(line::asPrinted)
                .toList();
    }

    private static Citation byGrammar(CleanLine line) {
        return CitationParser.read(line.text(), line.emphasised());
    }

    private static Tagging tagging(CleanLine line) {
        return TAGGER.tag(line.text(), line.emphasised()).mended(line.text(), line.emphasised());
    }

    /** The reading that stands, with how far it may be believed. */
    Citation chosen() {
        boolean isRead = !citation.equals(Citation.unread(citation.printed()));
        return isRead ? citation.withTrust(calibration.trust(doubts)) : citation;
    }
}
