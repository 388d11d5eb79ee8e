package dev.precis.pipeline.understand.citation.tagger;

import java.util.Map;

/** Makes up what styles of other countries and kinds of works print beside the usual parts. */
final class DetailMaker {
    private static final String[] ABNT_MONTHS = {
        "jan.", "fev.", "mar.", "abr.", "maio", "jun.", "jul.", "ago.", "set.", "out.", "nov.", "dez."
    };

    private final Chance chance;
    private final WordLists lists;
    private final LooseWords loose;

    DetailMaker(Chance chance, WordLists lists, LooseWords loose) {
        this.chance = chance;
        this.lists = lists;
        this.loose = loose;
    }

    void make(Map<String, String> fields) {
        dates(fields);
        editions(fields);
        theses(fields);
        identifiers(fields);
        fields.put("groups", chance.happens(40) ? loose.group() : chance.happens(20) ? acronym() : group());
        fields.put(
                "supplement",
                chance.oneOf("Suppl ", "Suppl. ", "Supplement ", "1 Pt ", "S", "Pt ", "Special Issue ", "2, Suppl. ")
                        + chance.between(1, 5));
        fields.put("translator", lists.given() + " " + lists.family());
        fields.put(
                "site",
                chance.happens(50)
                        ? loose.source()
                        : chance.oneOf(
                                "Psychology Today",
                                "The Guardian",
                                "BBC News",
                                "Medium",
                                "YouTube",
                                "The Conversation",
                                "CNN",
                                "The New York Times",
                                "Education Week"));
        fields.put(
                "meeting",
                chance.oneOf(
                                "the annual meeting of the ",
                                "the Annual Conference of the ",
                                "the " + chance.between(3, 40) + "th Congress of the ",
                                "the meeting of the ")
                        + (chance.happens(60) ? loose.group() : lists.line("group")));
        fields.put(
                "paper",
                chance.oneOf(
                        "Paper presented at",
                        "Paper presented at",
                        "Poster presented at",
                        "Presentation at",
                        "Vortrag auf",
                        "Ponencia presentada en",
                        "Trabalho apresentado em"));
    }

    private String group() {
        return lists.line("group") + (chance.happens(20) ? " (" + acronym() + ")" : "");
    }

    private String acronym() {
        return chance.oneOf(
                "WHO", "APA", "NICE", "OECD", "UNICEF", "IBM", "CDC", "INSERM", "BMJ", "ISO", "ABNT", "DGPPN", "NIH",
                "W3C");
    }

    private void dates(Map<String, String> fields) {
        String month = NumberMaker.MONTHS[chance.below(12)];
        String year = fields.getOrDefault("year", "2001");
        fields.put("month", chance.happens(50) ? month : month.substring(0, 3) + (chance.happens(60) ? "." : ""));
        fields.put("ymonth", year + ", " + month + (chance.happens(30) ? " " + chance.between(1, 28) : ""));
        String abnt = ABNT_MONTHS[chance.below(12)];
        fields.put(
                "abntmonth",
                chance.happens(50)
                        ? ""
                        : chance.happens(50) ? abnt + " " : abnt + "/" + ABNT_MONTHS[chance.below(12)] + " ");
        fields.put("epub", "Epub " + year + " " + month.substring(0, 3) + " " + chance.between(1, 28) + ".");
    }

    private void editions(Map<String, String> fields) {
        int edition = chance.between(2, 14);
        fields.put(
                "edicao",
                chance.happens(50)
                        ? ""
                        : chance.oneOf(
                                edition + ". ed",
                                edition + "ª ed",
                                edition + ".ª ed",
                                edition + "a ed",
                                edition + "e éd",
                                edition + "-е изд",
                                edition + "th ed",
                                edition + ". ed. rev",
                                edition + ". Aufl",
                                edition + "., überarb. Aufl"));
        fields.put("uppl", chance.happens(60) ? edition + " uppl." : "");
        fields.put("npages", chance.between(60, 990) + chance.oneOf(" p", " p", " pp", " S", " s", " с"));
        fields.put(
                "auflage",
                chance.happens(50)
                        ? chance.oneOf(
                                edition + ". Aufl.",
                                edition + ". Auflage",
                                edition + "., überarb. Aufl.",
                                edition + ". überarbeitete Auflage")
                        : "");
    }

    private void theses(Map<String, String> fields) {
        fields.put(
                "teses",
                chance.oneOf(
                        "Tese (Doutorado em " + chance.oneOf("Psicologia", "Educação", "Letras") + ")",
                        "Dissertação (Mestrado)",
                        "Dissertação de Mestrado",
                        "Tese de doutorado",
                        "Tesis doctoral",
                        "Tesis de maestría",
                        "Trabajo de grado",
                        "Thèse de doctorat",
                        "Mémoire de master",
                        "Mémoire de maîtrise",
                        "Dissertation",
                        "Diss.",
                        "Diplomarbeit",
                        "Masterarbeit",
                        "Unveröffentlichte Dissertation",
                        "Habilitationsschrift",
                        "Tesi di laurea",
                        "Tesi di dottorato",
                        "Proefschrift",
                        "Examensarbete",
                        "PhD thesis",
                        "Ph.D. dissertation",
                        "Ph.D. thesis",
                        "MSc thesis",
                        "Honors thesis",
                        "Bachelor's thesis",
                        "Doctoral diss."));
        fields.put(
                "school",
                chance.happens(25)
                        ? LooseWords.capital(loose.madeUp())
                                + chance.oneOf(
                                        " University", " State University", " College", " Institute of Technology")
                        : chance.happens(20)
                                ? chance.oneOf(
                                                "Universität ",
                                                "Universidad de ",
                                                "Universidade de ",
                                                "Université ",
                                                "Università di ",
                                                "Universiteit ",
                                                "Universidade Federal de ",
                                                "Department of Psychology, University of ")
                                        + LooseWords.capital(loose.madeUp())
                                : fields.getOrDefault("school", "University"));
    }

    private void identifiers(Map<String, String> fields) {
        String doi = fields.getOrDefault("doi", "");
        int at = doi.indexOf("10.");
        fields.put("bare", at < 0 ? "" : doi.substring(at));
        String web = fields.getOrDefault("url", "");
        int start = Math.max(web.indexOf("http"), 0);
        fields.put("web", web.substring(start));
        fields.put("pmidnumber", String.valueOf(chance.between(1000000, 39000000)));
        fields.put(
                "isbn",
                "978" + chance.oneOf("-", "") + chance.between(0, 9) + chance.oneOf("-", "")
                        + chance.between(1000, 9999) + chance.oneOf("-", "") + chance.between(1000, 9999) + "-"
                        + chance.between(0, 9));
        fields.put(
                "arxiv",
                chance.oneOf("arXiv preprint arXiv:", "arXiv:", "arXiv preprint ", "CoRR, abs/")
                        + chance.between(10, 24) + chance.between(10, 12) + "." + chance.between(10000, 29999));
    }
}
