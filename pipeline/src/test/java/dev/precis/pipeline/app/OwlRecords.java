package dev.precis.pipeline.app;

/** What a registry has of the trials that the small blog of owls is about. */
final class OwlRecords {
    private OwlRecords() {}

    /** The record of a trial of ours. */
    static String record(int trial, String more) {
        return """
            {"DOI": "10.5555/jiw.201%1$d.0%1$d", "type": "journal-article",
             "title": ["Steps beside each other"], "subtitle": ["Trial %1$d"],
             "container-title": ["Journal of Invented Walks"], "ISSN": ["0033-3204"],
             "author": [{"family": "Roe", "given": "Jane", "ORCID": "http://orcid.org/0000-0002-1825-0097"},
                        {"family": "Doe", "given": "Kim"}, {"family": "Poe", "given": "Lou"}],
             "issued": {"date-parts": [[201%1$d, 5]]}, "volume": "%1$d", "issue": "2", "page": "11-25"%2$s}
            """.formatted(trial, more);
    }

    static String retracted(String by) {
        return """
            , "updated-by": [{"DOI": "10.5555/jiw.notice", "type": "%s", "label": "Notice", "source": "publisher",
              "updated": {"date-parts": [[2019, 5, 2]]}}]\
            """.formatted(by);
    }
}
