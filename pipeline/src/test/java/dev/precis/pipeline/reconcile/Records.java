package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.registry.RegistryDate;
import dev.precis.pipeline.domain.registry.RegistryName;
import dev.precis.pipeline.domain.registry.RegistryWork;
import dev.precis.pipeline.domain.registry.UpdateNotice;
import dev.precis.pipeline.understand.citation.CitationParser;
import java.util.List;

/** An invented article, as it is printed and as a registry has it, whole and with something else about it. */
record Records(RegistryWork work) {
    static final String DOI = "10.5555/jiw.2014.0402";
    static final String PRINTED =
            "Roe, J. A., & Doe, K. (2014). Steps beside each other: A trial of walking. Journal of Invented Walks,"
                    + " 4(2), 11-25.";

    static final Records WHOLE = new Records(new RegistryWork(
            DOI,
            "journal-article",
            "Steps beside each other",
            "A trial of walking",
            List.of("Journal of Invented Walks", "J Invented Walks"),
            List.of(new RegistryName("Roe", "Jane A.", "0000-0002-1825-0097"), new RegistryName("Doe", "Kim", "")),
            List.of(new RegistryDate(2014, 5, 0), new RegistryDate(2013, 12, 1)),
            "4",
            "2",
            "11-25",
            "",
            List.of("0033-3204"),
            List.of(),
            List.of()));

    static Citation citation(String printed) {
        return new CitationParser().parse(printed).getFirst();
    }

    static Answer answer(String doi, RegistryWork... works) {
        return new Answer("", PRINTED, doi, "", "2026-12-01T10:00:00Z", List.of(works));
    }

    Records doi(String doi) {
        return with(doi, work.type(), work.title(), work.subtitle(), work.authors(), work.volume(), work.page());
    }

    Records type(String type) {
        return with(work.doi(), type, work.title(), work.subtitle(), work.authors(), work.volume(), work.page());
    }

    Records title(String title, String subtitle) {
        return with(work.doi(), work.type(), title, subtitle, work.authors(), work.volume(), work.page());
    }

    Records by(String... families) {
        List<RegistryName> names = List.of(families).stream()
                .map(name -> new RegistryName(name, "", ""))
                .toList();
        return with(work.doi(), work.type(), work.title(), work.subtitle(), names, work.volume(), work.page());
    }

    Records in(String volume, String page) {
        return with(work.doi(), work.type(), work.title(), work.subtitle(), work.authors(), volume, page);
    }

    private Records with(
            String doi,
            String type,
            String title,
            String subtitle,
            List<RegistryName> authors,
            String volume,
            String page) {
        return new Records(new RegistryWork(
                doi,
                type,
                title,
                subtitle,
                work.containers(),
                authors,
                work.dates(),
                volume,
                work.issue(),
                page,
                work.number(),
                work.issns(),
                work.notices(),
                work.announces()));
    }

    Records of(List<String> containers, int year) {
        return new Records(new RegistryWork(
                work.doi(),
                work.type(),
                work.title(),
                work.subtitle(),
                containers,
                work.authors(),
                List.of(new RegistryDate(year, 0, 0)),
                work.volume(),
                work.issue(),
                work.page(),
                work.number(),
                work.issns(),
                work.notices(),
                work.announces()));
    }

    Records updated(List<UpdateNotice> notices, List<String> announces) {
        return new Records(new RegistryWork(
                work.doi(),
                work.type(),
                work.title(),
                work.subtitle(),
                work.containers(),
                work.authors(),
                work.dates(),
                work.volume(),
                work.issue(),
                work.page(),
                work.number(),
                work.issns(),
                notices,
                announces));
    }
}
