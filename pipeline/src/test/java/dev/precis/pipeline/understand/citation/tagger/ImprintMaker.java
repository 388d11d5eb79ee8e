package dev.precis.pipeline.understand.citation.tagger;

import java.util.Map;

/** Makes up who published a work, and where on the web it is. */
final class ImprintMaker {
    private static final String[] THESES = {
        "Doctoral dissertation", "Unpublished doctoral dissertation", "Master's thesis", "PhD thesis", "Doctoral thesis"
    };

    private final Chance chance;
    private final WordLists lists;
    private final LooseWords loose;

    ImprintMaker(Chance chance, WordLists lists, LooseWords loose) {
        this.chance = chance;
        this.lists = lists;
        this.loose = loose;
    }

    void make(Map<String, String> fields) {
        imprint(fields);
        addresses(fields);
    }

    private void imprint(Map<String, String> fields) {
        String[] publisher = lists.line("publisher").split("\\|");
        if (chance.happens(25)) {
            publisher[0] = chance.happens(70) ? loose.source() : lists.line("group") + region();
        }
        if (chance.happens(10)) {
            publisher[1] = LooseWords.capital(loose.madeUp());
        }
        fields.put("publisher", publisher[0]);
        fields.put("place", publisher[1] + (publisher[1].indexOf(',') < 0 ? region() : ""));
        fields.put(
                "repository",
                chance.oneOf(
                        "ProQuest Dissertations and Theses Global",
                        "ProQuest Dissertations & Theses",
                        "PsyArXiv",
                        "arXiv",
                        "medRxiv",
                        "SSRN",
                        "ProQuest",
                        "ERIC"));
        fields.put("eds", chance.oneOf("Eds.", "Eds.", "Eds.", "Ed.", "eds.", "Hrsg.", "Eds"));
        fields.put("edsplain", chance.oneOf("editors", "eds", "editor"));
        fields.put("thesis", chance.oneOf(THESES));
        fields.put("city", publisher[1]);
        fields.put(
                "school",
                chance.oneOf("University of ", "University of ", "Université de ")
                        + chance.oneOf(
                                "Toronto",
                                "Ottawa",
                                "Oslo",
                                "Bergen",
                                "Minnesota",
                                "Sheffield",
                                "Melbourne",
                                "Montréal",
                                "Zurich",
                                "Haifa",
                                "Kansas",
                                "Lisbon"));
        if (chance.happens(60)) {
            fields.put(
                    "status",
                    chance.oneOf(
                            "Advance online publication",
                            "Online first",
                            "Epub ahead of print",
                            "Advance online publication",
                            "In press"));
        }
    }

    /** What may follow a city: its country or state, or a second city. */
    private String region() {
        if (chance.happens(80)) {
            return "";
        }
        return chance.happens(25)
                ? chance.oneOf(" and ", " & ", "/", ", ") + LooseWords.capital(loose.madeUp())
                : chance.oneOf(
                        ", France ",
                        ", France",
                        ", United Kingdom",
                        ", Germany",
                        ", Canada",
                        ", Switzerland",
                        ", IL",
                        " (MA)",
                        " (UK)",
                        ", Mass.",
                        ", the Netherlands",
                        ", DC",
                        ", Belgique",
                        ", Australia");
    }

    private void addresses(Map<String, String> fields) {
        String doi = "10." + chance.between(1000, 5000 + chance.below(8000)) + "/" + suffix();
        String printed = chance.oneOf(
                        "https://doi.org/",
                        "https://doi.org/",
                        "http://dx.doi.org/",
                        "doi:",
                        "doi: ",
                        "DOI: ",
                        "doi ",
                        "https://dx.doi.org/")
                + doi;
        if (chance.happens(45)) {
            fields.put("doi", printed + (chance.happens(15) ? "." : ""));
        }
        String address = chance.oneOf("http://www.", "https://www.", "https://", "http://")
                + chance.oneOf("who.int", "apa.org", "example.org", "nimh.nih.gov", "gc.ca") + "/"
                + chance.oneOf("publications", "docs", "news", "report") + "/" + chance.oneOf("2016/", "", "a_b/")
                + suffix()
                + chance.oneOf("", ".pdf", ".html");
        fields.put(
                "url",
                chance.oneOf(
                                "Retrieved from ",
                                "Available at ",
                                "",
                                "Retirado de ",
                                "Accessed ",
                                "Récupéré le 5 mars 2014, de ",
                                "Retrieved on " + NumberMaker.MONTHS[chance.below(12)] + " " + chance.between(1, 28)
                                        + ", " + chance.between(2005, 2023) + " at ",
                                "Retrieved " + NumberMaker.MONTHS[chance.below(12)] + " " + chance.between(1, 28) + ", "
                                        + chance.between(2005, 2023) + ", from ")
                        + address);
        fields.put("pmid", chance.happens(40) ? "PMID: " + chance.between(1000000, 33000000) : "");
    }

    private String suffix() {
        return switch (chance.below(5)) {
            case 0 -> "pst" + chance.between(1000, 9999999);
            case 1 -> "j.cpr." + chance.between(2000, 2023) + "." + chance.between(1, 12) + "." + chance.between(1, 99);
            case 2 ->
                chance.between(1000, 9999999) + "." + chance.between(2000, 2023) + "." + chance.between(100000, 999999);
            case 3 ->
                "s" + chance.between(10000, 99999) + "-" + chance.between(10, 20) + "-" + chance.between(1000, 9999)
                        + "-" + chance.between(0, 9);
            default ->
                chance.between(1000, 9999) + "-" + chance.between(1000, 9999) + "." + chance.between(10, 99) + "."
                        + chance.between(1, 12) + "." + chance.between(1, 999);
        };
    }
}
