package dev.precis.pipeline.understand.citation.tagger;

import java.util.Map;

/** Makes up when a work appeared, and where in its source it stands. */
final class NumberMaker {
    static final String[] MONTHS = {
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    };

    private final Chance chance;

    NumberMaker(Chance chance) {
        this.chance = chance;
    }

    void make(Map<String, String> fields) {
        date(fields);
        locator(fields);
        edition(fields);
    }

    private void date(Map<String, String> fields) {
        String year = String.valueOf(chance.happens(80) ? chance.between(1985, 2024) : chance.between(1895, 1985));
        String month = MONTHS[chance.below(MONTHS.length)];
        int day = chance.between(1, 28);
        fields.put("year", year + (chance.happens(3) ? chance.oneOf("a", "b", "c") : ""));
        fields.put("ymd", year + " " + month.substring(0, 3) + (chance.happens(50) ? " " + day : ""));
        String date =
                chance.happens(4) ? year + ", " + month + (chance.happens(60) ? " " + day : "") : fields.get("year");
        fields.put(
                "date",
                chance.happens(2) ? chance.oneOf("in press", "n.d.", "n.d.", "forthcoming", "s.d.", "o. J.") : date);
    }

    private void locator(Map<String, String> fields) {
        fields.put(
                "volume",
                chance.happens(97)
                        ? String.valueOf(chance.happens(80) ? chance.between(1, 99) : chance.between(100, 480))
                        : chance.oneOf("XII", "LIV", "XXIII"));
        if (chance.happens(70)) {
            String issue = String.valueOf(chance.between(1, 12));
            fields.put(
                    "issue",
                    chance.happens(5) ? issue + "-" + chance.between(2, 13) : chance.happens(2) ? "Suppl. 1" : issue);
        }
        int first = chance.happens(75) ? chance.between(1, 999) : chance.between(1000, 4999);
        int last = first + chance.between(3, 38);
        String dash = chance.oneOf("-", "-", "–", "–", "–", "‐", " – ", " - ", "--");
        String shortened = String.valueOf(last);
        if (chance.happens(6) && first > 99 && last / 100 == first / 100) {
            shortened = shortened.substring(shortened.length() - 2);
        }
        String letter = chance.happens(2) ? "S" : "";
        if (chance.happens(95)) {
            fields.put("pages", chance.happens(3) ? String.valueOf(first) : letter + first + dash + letter + shortened);
        }
        fields.put("first", String.valueOf(first));
        fields.put("season", chance.oneOf("Spring", "Summer", "Fall", "Winter", "Autumn"));
        fields.put(
                "number",
                chance.happens(70) ? "e" + chance.between(1000, 999999) : String.valueOf(chance.between(100, 99999)));
        fields.put("elocator", chance.happens(80) ? fields.get("number") : "CD00" + chance.between(1000, 9999));
    }

    private void edition(Map<String, String> fields) {
        if (chance.happens(25)) {
            int edition = chance.between(2, 7);
            fields.put(
                    "edition",
                    edition
                            + (edition == 2 ? "nd" : edition == 3 ? "rd" : "th")
                            + chance.oneOf(" ed.", " ed.", " edition", "ed."));
        } else if (chance.happens(5)) {
            fields.put("edition", chance.oneOf("Rev. ed.", "Revised edition"));
        }
        fields.put("original", String.valueOf(chance.between(1890, 1985)));
        fields.put(
                "series",
                chance.oneOf(
                                "Report No. ",
                                "NICE Guideline NG",
                                "Technical Report ",
                                "Working Paper No. ",
                                "WHO Publication No. ")
                        + chance.between(1, 999));
        fields.put("chapter", "Chapter " + chance.between(1, 25));
    }
}
