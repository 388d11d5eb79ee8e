package dev.precis.pipeline.understand.citation.tagger;

import java.util.Map;

/** Makes up what is said about a work beside its parts: codes, versions, days, meetings, when it was looked at. */
final class NoteMaker {
    private static final String[][] MONTHS = {
        NumberMaker.MONTHS,
        "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" "),
        "januari februari maart april mei juni juli augustus september oktober november december".split(" "),
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split(" "),
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(" "),
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" "),
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" "),
        "januari februari mars april maj juni juli augusti september oktober november december".split(" ")
    };

    private final Chance chance;
    private final WordLists lists;
    private final LooseWords loose;

    NoteMaker(Chance chance, WordLists lists, LooseWords loose) {
        this.chance = chance;
        this.lists = lists;
        this.loose = loose;
    }

    void make(Map<String, String> fields) {
        String year = fields.getOrDefault("year", "2001");
        fields.put("longdate", longDate(year));
        fields.put("seen", seen());
        fields.put("days", days());
        fields.put("code", code());
        fields.put("about", about());
        fields.put("edits", edits());
        fields.put(
                "parts",
                chance.oneOf(
                        year + " " + month(0).substring(0, 3) + "/" + month(0).substring(0, 3),
                        month(0) + "/" + month(0) + " " + year));
        fields.put("remark", remark());
        fields.put("translation", "[" + loose.title().replace("[", "").replace("]", "") + "]");
        fields.put(
                "seriestitle",
                chance.oneOf(
                        "Lecture Notes in Computer Science",
                        "LNCS",
                        "Lecture Notes in Statistics",
                        "coll. « " + loose.source() + " »",
                        "coll. " + loose.source(),
                        "Reihe " + loose.source(),
                        "Quantitative Applications in the Social Sciences",
                        "CEUR Workshop Proceedings",
                        "Springer LNCS",
                        loose.source() + " Series",
                        "Studies in " + loose.source()));
        fields.put(
                "issn",
                "ISSN" + chance.oneOf(" ", ": ") + chance.between(1000, 2999) + "-" + chance.between(1000, 9999));
        fields.put(
                "total",
                chance.between(60, 990) + chance.oneOf(" p", " p", " pp", " S", " s", " pages", " páginas", " с"));
    }

    private String month(int language) {
        return MONTHS[language][chance.below(12)];
    }

    private String longDate(String year) {
        int day = chance.between(1, 30);
        String month = month(chance.happens(50) ? chance.below(2) : chance.below(MONTHS.length));
        return chance.oneOf(
                day + " " + month + " " + year,
                month + " " + day + ", " + year,
                year + ", " + day + " " + month,
                year + ", " + month + " " + day,
                month + " " + year,
                day + ". " + month + " " + year,
                day + " de " + month + " de " + year,
                year + " " + month,
                year + "-" + two() + "-" + two(),
                two() + "." + two() + "." + year);
    }

    private String two() {
        return "0" + chance.between(1, 9);
    }

    private String seen() {
        String date = longDate(String.valueOf(chance.between(2003, 2025)));
        return chance.oneOf(
                        "Accessed ",
                        "Accessed on ",
                        "accessed ",
                        "(accessed ",
                        "(accessed on ",
                        "Retrieved ",
                        "[Accessed ",
                        "Last accessed ",
                        "Acesso em: ",
                        "Consultado el ",
                        "Consulté le ",
                        "Zugriff am ",
                        "abgerufen am ",
                        "Geraadpleegd op ",
                        "Hämtad ",
                        "Retrieved on ",
                        "viewed ",
                        "date of retrieval: ",
                        "дата обращения: ")
                + date;
    }

    private String days() {
        int first = chance.between(1, 27);
        int last = first + chance.between(1, 4);
        String dash = chance.oneOf("-", "–", " - ");
        return chance.oneOf(
                month(0) + " " + first + dash + last,
                month(1) + " " + first + dash + last,
                first + dash + last + " " + month(chance.below(2)),
                first + " " + month(1) + dash + last + " " + month(1),
                month(0) + " " + first);
    }

    private String code() {
        String letters = chance.oneOf(
                "CG",
                "NG",
                "NBR ",
                "RR ",
                "TR-",
                "ISO ",
                "DSTO-",
                "WP ",
                "ED",
                "RFC ",
                "v",
                "Version ",
                "NLQF",
                loose.acronym() + "-",
                loose.acronym() + " ",
                loose.acronym() + "_v");
        String number = chance.oneOf("", "", chance.between(1, 99) + "-")
                + chance.between(1, 9999)
                + (chance.happens(20) ? "." + chance.between(1, 99) : "");
        return chance.happens(65)
                ? letters + number
                : chance.oneOf(
                                "No. ",
                                "Report No. ",
                                "Research Report ",
                                "Publication No. ",
                                "Contract ",
                                "Working Paper ",
                                "Technical Report ",
                                "Discussion Paper No. ",
                                "Bulletin ",
                                "Document ",
                                "Special Report No. ")
                        + letters.strip()
                        + number;
    }

    private String about() {
        return chance.oneOf(
                "[Data set]",
                "[Dataset]",
                "[Computer software]",
                "[Software]",
                "[Video]",
                "[Internet]",
                "[online]",
                "[Online]",
                "[Blog post]",
                "[blog post]",
                "[Conference presentation]",
                "[Review of the book]",
                "[Film]",
                "[Podcast]",
                "[Manual]",
                "[Preprint]",
                "[Apostila]",
                "[Special issue]",
                "[Editorial]",
                "[Letter]",
                "[Abstract]",
                "[Electronic version]",
                "(Unpublished manuscript)",
                "(personal communication)",
                "(review)",
                "(R package)",
                "(in press)",
                "(Original work published " + chance.between(1890, 1990) + ")",
                "(Vol. " + chance.between(1, 40) + ")",
                "[PDF]",
                "[PDF file]",
                "[Video file]",
                "[Web log post]",
                "[Brochure]",
                "[Fact sheet]",
                "[Press release]",
                "(" + code() + ")",
                "(" + code() + ")",
                "[" + code() + "]",
                "[" + code() + "]");
    }

    private String edits() {
        int edition = chance.between(2, 12);
        return chance.oneOf(
                "(" + edition + ". Aufl.)",
                "(" + edition + ". Auflage)",
                "(" + edition + "., überarb. Aufl.)",
                "(" + edition + "e éd.)",
                "(" + edition + "ª ed.)",
                "(" + edition + "a ed.)",
                "(" + edition + "e druk)",
                "(herziene uitgave)",
                "(rev. ed.)",
                "(Rev. ed.)",
                "(revised edition)",
                "(nouvelle éd.)",
                "(" + edition + "th ed., Vol. " + chance.between(1, 4) + ")",
                "(" + edition + ". uppl.)",
                "(" + edition + ". udg.)",
                "(" + edition + " изд.)",
                "(International ed.)",
                "(" + edition + "th edn)",
                "(" + edition + "th edition)",
                "(" + edition + "ª edição)",
                "(" + edition + "ª edición)",
                "(Trad. " + lists.given() + " " + lists.family() + ")",
                "(" + lists.given().charAt(0) + ". " + lists.family() + ", Trans.)");
    }

    private String remark() {
        return chance.oneOf(
                "Unpublished manuscript",
                "Manuscript submitted for publication",
                "Manuscript in preparation",
                "Unpublished data",
                "Submitted",
                "under review",
                "To appear",
                "Forthcoming",
                "Revision under consideration",
                "Working paper",
                "Mimeo",
                "Preprint",
                "Open access",
                "Reprinted " + chance.between(1960, 2020),
                "Translated from the German",
                "Erratum in: " + loose.source(),
                "Technical report",
                "Draft of " + month(0) + " " + chance.between(1990, 2024),
                "Invited talk",
                "Keynote",
                "Short course",
                "W3C Recommendation",
                "Clinical guideline " + code(),
                "Report " + code(),
                "Available upon request",
                "Edición en español",
                "The classic text",
                "Recommended",
                "Summary of chapter " + chance.between(1, 20));
    }
}
