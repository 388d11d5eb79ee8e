package dev.precis.pipeline.domain.registry;

import java.util.List;

/**
 * A publication as a registry describes it, reduced to what is used here; what it does not say is empty.
 *
 * @param doi bare and in lower case
 * @param type as Crossref calls it: {@code journal-article}, {@code posted-content}
 * @param subtitle where the title does not hold it
 * @param containers the names of the journal or book, the whole name first
 * @param dates of publication, in print and online
 * @param number of the article, where articles have no pages
 * @param issns of the journal, sorted
 * @param notices what was published of it later
 * @param announces the kinds of updates that this publication itself announces of others: it is a notice
 */
public record RegistryWork(
        String doi,
        String type,
        String title,
        String subtitle,
        List<String> containers,
        List<RegistryName> authors,
        List<RegistryDate> dates,
        String volume,
        String issue,
        String page,
        String number,
        List<String> issns,
        List<UpdateNotice> notices,
        List<String> announces) {
    public RegistryWork {
        containers = List.copyOf(containers);
        authors = List.copyOf(authors);
        dates = List.copyOf(dates);
        issns = List.copyOf(issns);
        notices = List.copyOf(notices);
        announces = List.copyOf(announces);
    }

    /** Title and subtitle as citations print them. */
    public String wholeTitle() {
        return subtitle.isEmpty() || title.contains(subtitle) ? title : title + ": " + subtitle;
    }
}
