package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.WorkType;
import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a record of a registry is that of a cited work. What the registry thinks of it counts for nothing: its
 * score is no probability, and something always comes back.
 */
public final class Match {
    private static final Set<String> OTHER_VERSIONS = Set.of("new_version", "new_edition");
    private static final Set<String> ARTICLES = Set.of("journal-article", "proceedings-article");
    private static final Set<String> BOOKS = Set.of("book", "monograph", "edited-book", "reference-book");
    private static final Set<String> CHAPTERS = Set.of("book-chapter", "book-section", "book-part", "reference-entry");
    private static final Set<String> REPORTS = Set.of("report", "report-component");
    private static final Set<String> THESES = Set.of("dissertation");
    private static final Set<String> PREPRINTS = Set.of("posted-content");

    private Match() {}

    /** Of several candidates the one that it is; nothing if it is none, or more than one. */
    public static Optional<RegistryWork> among(Citation citation, List<RegistryWork> candidates) {
        List<RegistryWork> possible =
                candidates.stream().filter(work -> is(citation, work)).toList();
        long works = possible.stream().map(RegistryWork::doi).distinct().count();
        return works == 1 ? Optional.of(possible.getFirst()) : Optional.empty();
    }

    /** Whether a record that was found by words is that of the work. */
    static boolean is(Citation citation, RegistryWork work) {
        return !isNotice(work)
                && (isByFields(citation, work)
                        || (!citation.trust().accepted() && InPrint.is(citation.printed(), work)));
    }

    private static boolean isByFields(Citation citation, RegistryWork work) {
        Comparison found = Comparison.of(citation, work);
        return isOfItsKind(citation, work)
                && isItsTitle(citation, found)
                && isItsYear(found)
                && isItsAuthor(found)
                && isItsPlace(citation, found);
    }

    /**
     * Whether the record of a DOI that is printed is that of the work: the DOI says so, and less is asked beside it.
     */
    static boolean isOfItsDoi(Citation citation, RegistryWork work) {
        Comparison found = Comparison.of(citation, work);
        boolean title = found.title() == Agreement.SAME || found.title() == Agreement.LIKE;
        boolean year = found.year() == Agreement.SAME || found.year() == Agreement.LIKE;
        return (title && (year || found.author() == Agreement.SAME)) || InPrint.is(citation.printed(), work);
    }

    /** An erratum often has the title of what it mends. */
    private static boolean isNotice(RegistryWork work) {
        return !OTHER_VERSIONS.containsAll(work.announces());
    }

    /** A preprint, a review of a book, a reprint in a book are called alike. */
    private static boolean isOfItsKind(Citation citation, RegistryWork work) {
        boolean contained = citation.field(CitationField.CONTAINER_TITLE).isPresent();
        Set<String> kinds = switch (citation.type()) {
            case ARTICLE -> contained ? ARTICLES : Set.of();
            case BOOK -> contained ? Set.of() : BOOKS;
            case CHAPTER -> contained ? CHAPTERS : Set.of();
            case REPORT -> REPORTS;
            case THESIS -> THESES;
            case WEBPAGE -> contained ? Set.of() : PREPRINTS;
            case DOCUMENT -> contained ? ARTICLES : Set.of();
        };
        return kinds.contains(work.type());
    }

    private static boolean isItsTitle(Citation citation, Comparison found) {
        boolean common = Titles.isCommon(Comparison.field(citation, CitationField.TITLE));
        return switch (found.title()) {
            case SAME -> !common || found.isInItsPlace();
            case LIKE -> found.isInItsPlace() && found.author() == Agreement.SAME;
            case OTHER, UNKNOWN -> false;
        };
    }

    private static boolean isItsYear(Comparison found) {
        return found.year() == Agreement.SAME || (found.year() == Agreement.LIKE && found.isInItsPlace());
    }

    private static boolean isItsAuthor(Comparison found) {
        return found.author() == Agreement.SAME
                || (found.author() == Agreement.UNKNOWN
                        && found.page() == Agreement.SAME
                        && found.volume() != Agreement.OTHER);
    }

    private static boolean isItsPlace(Citation citation, Comparison found) {
        if (citation.field(CitationField.CONTAINER_TITLE).isEmpty()) {
            return true; // a book is in no other
        }
        boolean named = found.container() == Agreement.SAME
                || (found.container() == Agreement.LIKE
                        && found.volume() == Agreement.SAME
                        && found.page() == Agreement.SAME);
        // a volume that differs is a misprint then; but without a page nothing tells an article from its erratum
        return named
                && (found.page() == Agreement.SAME
                        || (found.page() == Agreement.UNKNOWN && citation.type() == WorkType.CHAPTER));
    }
}
