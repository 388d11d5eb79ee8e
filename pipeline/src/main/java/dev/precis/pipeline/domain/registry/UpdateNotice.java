package dev.precis.pipeline.domain.registry;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * That something was published later that changes what a work is worth, such as a retraction.
 *
 * @param type as the registry calls it: {@code retraction}, {@code erratum}
 * @param doi of the notice; that of the work itself, where the work was changed in place
 * @param date when the notice appeared: a year, a month or a day (ISO 8601); empty if unknown
 * @param sources who says so, such as {@code publisher}, {@code retraction-watch}; sorted
 */
public record UpdateNotice(String type, String doi, String date, List<String> sources) {
    /** Crossref's kinds of updates (community.crossref.org/t/15884), by what they mean for readers. */
    private static final Set<String> GONE = Set.of("retraction", "withdrawal", "removal");

    private static final Set<String> OTHER_VERSIONS = Set.of("new_edition", "new_version");

    public UpdateNotice {
        type = type.toLowerCase(Locale.ROOT);
        sources = List.copyOf(sources);
    }

    /** What a notice means for whoever relies on the work. */
    public enum Weight {
        /** It does not stand any more. */
        RETRACTED,
        RETRACTED_IN_PART,
        /** There is reason to doubt it, and nobody has decided. */
        CONCERN,
        /** It stands, otherwise than it was printed. */
        CORRECTED,
        /** There is another version: this one stays as it is. */
        NONE
    }

    /** A kind that is not known here yet is a correction: it must not pass unseen. */
    public Weight weight() {
        if (GONE.contains(type)) {
            return Weight.RETRACTED;
        }
        if (OTHER_VERSIONS.contains(type)) {
            return Weight.NONE;
        }
        return switch (type) {
            case "partial_retraction" -> Weight.RETRACTED_IN_PART;
            case "expression_of_concern" -> Weight.CONCERN;
            default -> Weight.CORRECTED;
        };
    }
}
