package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.List;

/** A citation beside a record, field by field. */
record Comparison(
        Agreement title,
        Agreement author,
        Agreement year,
        Agreement container,
        Agreement volume,
        Agreement issue,
        Agreement page) {

    static Comparison of(Citation citation, RegistryWork work) {
        return new Comparison(
                Titles.compare(field(citation, CitationField.TITLE), work),
                Authors.first(citation.authors(), work.authors()),
                year(citation, work.dates()),
                Journals.compare(field(citation, CitationField.CONTAINER_TITLE), work.containers()),
                Agreement.of(key(field(citation, CitationField.VOLUME)), key(work.volume())),
                Agreement.of(key(field(citation, CitationField.ISSUE)), key(work.issue())),
                Agreement.of(place(citation), place(work)));
    }

    static String field(Citation citation, CitationField field) {
        return citation.field(field).orElse("");
    }

    /** A year beside is {@link Agreement#LIKE}: what appears online in one is often printed in the next. */
    private static Agreement year(Citation citation, List<RegistryDate> dates) {
        if (!citation.issued().isKnown() || dates.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        int least = dates.stream()
                .mapToInt(date -> Math.abs(date.year() - citation.issued().year()))
                .min()
                .orElseThrow();
        return least == 0 ? Agreement.SAME : least == 1 ? Agreement.LIKE : Agreement.OTHER;
    }

    /** The first page, or the number of an article: either stands in the place of the other. */
    private static String place(Citation citation) {
        String page = field(citation, CitationField.PAGE);
        return key(firstPage(page.isEmpty() ? field(citation, CitationField.NUMBER) : page));
    }

    private static String place(RegistryWork work) {
        return key(firstPage(work.page().isEmpty() ? work.number() : work.page()));
    }

    static String firstPage(String pages) {
        return pages.split("[-\\u2010-\\u2015\\u2212]|,", 2)[0].strip();
    }

    private static String key(String text) {
        String key = text.isEmpty() ? "" : Texts.key(text).replace(" ", "");
        return key.matches("0+[1-9].*") ? key.replaceFirst("^0+", "") : key;
    }

    /** Whether journal, volume and first page are the same: hardly two articles have them in common. */
    boolean isInItsPlace() {
        return container == Agreement.SAME && volume == Agreement.SAME && page == Agreement.SAME;
    }
}
