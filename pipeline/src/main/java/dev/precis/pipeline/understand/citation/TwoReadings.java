package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.understand.citation.tagger.CitationTagger;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a citation by the grammar and by the tagger. The grammar's reading stands, checked by the other, unless the
 * tagger makes clearly more sense of the line.
 *
 * @param citation the reading that stands
 * @param doubts what speaks against it
 */
record TwoReadings(Citation citation, Set<Doubt> doubts) {
    private static final CitationTagger TAGGER = CitationTagger.trained();
    private static final Calibration CALIBRATION = Calibration.load();

    /** So much more (log odds) must speak against the grammar's reading by itself than against the tagger's. */
    private static final double CLEARLY = 1.5;

    /** What the print lacks speaks against neither reading. */
    private static final Set<Doubt> LACKING = EnumSet.of(
            Doubt.NO_LOCATOR,
            Doubt.ONLY_ADDRESS,
            Doubt.NO_VOLUME,
            Doubt.NO_EDITORS,
            Doubt.CUT,
            Doubt.BRACKETS,
            Doubt.SUFFIX_GLUED);

    static TwoReadings of(String printed) {
        Citation grammar = CitationParser.read(printed);
        Set<Doubt> doubts = CitationCheck.doubts(grammar);
        Tagging tagging = TAGGER.tag(printed);
        Set<Doubt> differences = Agreement.differences(grammar, tagging);
        if (!differences.isEmpty()) {
            Optional<Citation> tagged = TaggedReader.read(printed, tagging);
            if (tagged.isPresent()) {
                Set<Doubt> own = CitationCheck.doubts(tagged.get());
                double gain = weight(own) - weight(doubts);
                if (gain > CLEARLY) {
                    own.add(Doubt.TAGGED);
                    return new TwoReadings(tagged.get(), own);
                }
                if (gain > -CLEARLY) {
                    differences.add(Doubt.OTHER_SENSIBLE);
                }
            }
        }
        doubts.addAll(differences);
        return new TwoReadings(grammar, doubts);
    }

    /** Whatever stands, the grammar's reading first; the tagger may make none. */
    static List<Citation> both(String printed) {
        return Stream.concat(
                        Stream.of(CitationParser.read(printed)),
                        TaggedReader.read(printed, TAGGER.tag(printed)).stream())
                .toList();
    }

    private static double weight(Set<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return 0;
        }
        Set<Doubt> ofReading = EnumSet.copyOf(doubts);
        ofReading.removeAll(LACKING);
        return CALIBRATION.weight(ofReading);
    }

    /** The reading that stands, with how far it may be believed. */
    Citation chosen() {
        boolean isRead = !citation.equals(Citation.unread(citation.printed()));
        return isRead ? citation.withTrust(CALIBRATION.trust(doubts)) : citation;
    }
}
