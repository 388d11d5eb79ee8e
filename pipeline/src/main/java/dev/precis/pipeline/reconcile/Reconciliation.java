package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.registry.Registered;
import dev.precis.pipeline.domain.registry.Registered.Disagreement;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a registry's answer adds to a citation: fields that the print lacks, and what was published of the work later.
 * What is printed stays, whatever the registry says; where the two differ, a person is to look.
 */
public final class Reconciliation {
    private final Citation citation;
    private final RegistryWork work;
    private final Comparison found;

    private Reconciliation(Citation citation, RegistryWork work) {
        this.citation = citation;
        this.work = work;
        this.found = Comparison.of(citation, work);
    }

    /** What is taken of an answer; nothing if it is no answer to this citation, or none that is sure. */
    public static Optional<Registered> of(Citation citation, Answer answer) {
        String doi = doi(citation);
        if (!answer.printed().equals(citation.printed()) || !answer.doi().equals(doi)) {
            return Optional.empty();
        }
        if (doi.isEmpty()) {
            return Match.among(citation, answer.works())
                    .map(work -> new Reconciliation(citation, work).registered(answer));
        }
        return answer.works().stream()
                .filter(work -> work.doi().equals(doi))
                .findFirst()
                .flatMap(work -> new Reconciliation(citation, work).ofDoi(answer));
    }

    /** The DOI that is printed or that an editor has set; empty if there is none. */
    public static String doi(Citation citation) {
        return citation.doi().map(doi -> doi.value()).orElse("");
    }

    private Optional<Registered> ofDoi(Answer answer) {
        if (Match.isOfItsDoi(citation, work)) {
            return Optional.of(registered(answer));
        }
        boolean another = found.title() == Agreement.OTHER
                && (found.author() == Agreement.OTHER || found.year() == Agreement.OTHER);
        return another && citation.trust().accepted() ? Optional.of(stranger(answer)) : Optional.empty();
    }

    /** A DOI with a misprint leads to somebody else's work, of which nothing is taken. */
    private Registered stranger(Answer answer) {
        String year = work.dates().stream()
                .findFirst()
                .map(date -> " (" + date.year() + ")")
                .orElse("");
        return new Registered(
                "",
                answer.address(),
                answer.since(),
                new LinkedHashMap<>(),
                List.of(),
                new LinkedHashMap<>(),
                List.of(),
                List.of(new Disagreement("DOI", work.doi(), work.wholeTitle() + year)),
                false,
                List.of());
    }

    private Registered registered(Answer answer) {
        List<Disagreement> disagreements = disagreements();
        return new Registered(
                work.doi(),
                answer.address(),
                answer.since(),
                added(),
                citation.authors().isEmpty() ? work.authors() : List.of(),
                orcids(),
                work.issns(),
                disagreements,
                disagreements.isEmpty() && isConfirmed(),
                work.notices());
    }

    private SequencedMap<String, String> added() {
        SequencedMap<String, String> added = new LinkedHashMap<>();
        if (doi(citation).isEmpty()) {
            added.put("DOI", work.doi());
        }
        add(CitationField.TITLE, work.wholeTitle(), added);
        if (!citation.issued().isKnown() && !work.dates().isEmpty()) {
            added.put("issued", iso(work.dates().getFirst()));
        }
        add(
                CitationField.CONTAINER_TITLE,
                work.containers().stream().findFirst().orElse(""),
                added);
        add(CitationField.VOLUME, work.volume(), added);
        add(CitationField.ISSUE, work.issue(), added);
        boolean placed = has(CitationField.PAGE) || has(CitationField.NUMBER);
        if (!placed) {
            add(CitationField.PAGE, work.page(), added);
            add(CitationField.NUMBER, work.number(), added);
        }
        return added;
    }

    private void add(CitationField field, String value, SequencedMap<String, String> added) {
        if (!has(field) && !value.isEmpty()) {
            added.put(field.csl(), value);
        }
    }

    private boolean has(CitationField field) {
        return citation.field(field).isPresent();
    }

    private static String iso(RegistryDate date) {
        String month = date.month() > 0 ? "-%02d".formatted(date.month()) : "";
        return "%04d%s%s".formatted(date.year(), month, date.day() > 0 ? "-%02d".formatted(date.day()) : "");
    }

    /** Of the authors that both name in the same place; after an ellipsis nobody knows the place. */
    private SequencedMap<Integer, String> orcids() {
        SequencedMap<Integer, String> orcids = new LinkedHashMap<>();
        List<Contributor> printed = citation.authors();
        int most = Math.min(
                citation.isElided() ? citation.elidedAfter() : printed.size(),
                Math.min(printed.size(), work.authors().size()));
        for (int i = 0; i < most; i++) {
            String orcid = work.authors().get(i).orcid();
            if (!orcid.isEmpty()
                    && Authors.isSame(printed.get(i), work.authors().get(i))) {
                orcids.put(i + 1, orcid);
            }
        }
        return orcids;
    }

    private List<Disagreement> disagreements() {
        List<Disagreement> all = new ArrayList<>();
        if (found.title() == Agreement.OTHER || Titles.isMisprinted(printed(CitationField.TITLE), work)) {
            all.add(new Disagreement("title", printed(CitationField.TITLE), work.wholeTitle()));
        }
        if (found.author() == Agreement.OTHER) {
            String first = work.authors().getFirst().family();
            all.add(new Disagreement("author", citation.authors().getFirst().family(), first));
        }
        if (found.year() == Agreement.LIKE || found.year() == Agreement.OTHER) {
            all.add(new Disagreement(
                    "issued", "" + citation.issued().year(), iso(work.dates().getFirst())));
        }
        if (found.container() == Agreement.OTHER) {
            all.add(new Disagreement(
                    "container-title",
                    printed(CitationField.CONTAINER_TITLE),
                    work.containers().getFirst()));
        }
        if (found.volume() == Agreement.OTHER) {
            all.add(new Disagreement("volume", printed(CitationField.VOLUME), work.volume()));
        }
        if (found.issue() == Agreement.OTHER) {
            all.add(new Disagreement("issue", printed(CitationField.ISSUE), work.issue()));
        }
        if (found.page() == Agreement.OTHER || lastPagesDiffer()) {
            String page = has(CitationField.PAGE) ? printed(CitationField.PAGE) : printed(CitationField.NUMBER);
            all.add(new Disagreement("page", page, work.page().isEmpty() ? work.number() : work.page()));
        }
        return all;
    }

    /** "101-19" ends where "101-119" does. */
    private boolean lastPagesDiffer() {
        String ours = lastPage(printed(CitationField.PAGE));
        String theirs = lastPage(work.page());
        return !ours.isEmpty() && !theirs.isEmpty() && !ours.endsWith(theirs) && !theirs.endsWith(ours);
    }

    private static String lastPage(String pages) {
        String first = Comparison.firstPage(pages);
        return pages.substring(first.length()).replaceAll("[^0-9A-Za-z]", "").toLowerCase(Locale.ROOT);
    }

    private String printed(CitationField field) {
        return Comparison.field(citation, field);
    }

    /** Whether every part of the reading is the registry's, too: then it was read well. */
    private boolean isConfirmed() {
        return found.title() == Agreement.SAME
                && found.year() == Agreement.SAME
                && found.isInItsPlace()
                && !citation.isElided()
                && Authors.all(citation.authors(), work.authors());
    }
}
