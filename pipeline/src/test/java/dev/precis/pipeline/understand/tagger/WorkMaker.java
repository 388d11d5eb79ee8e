package dev.precis.pipeline.understand.tagger;

import dev.precis.pipeline.understand.tagger.Work.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Makes up works: names, titles, sources and numbers as they are in the field. */
final class WorkMaker {
    private static final String[] MONTHS = {
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
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "an", "the", "and", "of", "in", "on", "for", "to", "with", "as", "from", "by", "vs.", "versus");
    private static final String[] THESES = {
        "Doctoral dissertation", "Unpublished doctoral dissertation", "Master's thesis", "PhD thesis", "Doctoral thesis"
    };

    private final RandomGenerator random;
    private final WordLists lists;
    private final LooseWords loose;
    private final Map<String, String> fields = new HashMap<>();

    private WorkMaker(RandomGenerator random, WordLists lists) {
        this.random = random;
        loose = new LooseWords(random, lists);
        this.lists = lists;
    }

    static Work make(RandomGenerator random, WordLists lists) {
        WorkMaker maker = new WorkMaker(random, lists);
        String kind =
                maker.happens(72) ? "article" : maker.happens(50) ? "chapter" : maker.happens(70) ? "book" : "other";
        maker.date();
        maker.titles();
        maker.numbers();
        maker.imprint();
        maker.addresses();
        return new Work(kind, maker.authors(), maker.people(1 + random.nextInt(3)), maker.fields);
    }

    private boolean happens(int percent) {
        return random.nextInt(100) < percent;
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private List<Person> authors() {
        if (happens(6)) {
            return List.of(new Person(happens(30) ? loose.group() : lists.line("group"), "", ""));
        }
        List<Person> people = people(happens(25) ? 1 : happens(90) ? between(2, 6) : between(7, 14));
        if (happens(1)) {
            people.add(new Person(lists.line("group"), "", ""));
        }
        return people;
    }

    private List<Person> people(int count) {
        List<Person> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String family = happens(12) ? LooseWords.capital(loose.madeUp()) : lists.family();
            if (happens(7)) {
                family = lists.line("particle") + " " + family;
            } else if (happens(3)) {
                family = family + oneOf("-", " ") + lists.family();
            }
            String given = lists.given();
            if (happens(55)) {
                given += " " + (happens(70) ? lists.given().substring(0, 1) + "." : lists.given());
            }
            String suffix = happens(2) ? oneOf("Jr.", "III", "II", "Sr.") : "";
            people.add(new Person(family, given, suffix));
        }
        return people;
    }

    private void date() {
        String year = String.valueOf(happens(80) ? between(1985, 2024) : between(1895, 1985));
        String month = MONTHS[random.nextInt(MONTHS.length)];
        int day = between(1, 28);
        fields.put("year", year + (happens(3) ? oneOf("a", "b", "c") : ""));
        fields.put("ymd", year + " " + month.substring(0, 3) + (happens(50) ? " " + day : ""));
        String date = happens(4) ? year + ", " + month + (happens(60) ? " " + day : "") : fields.get("year");
        fields.put("date", happens(1) ? "in press" : date);
    }

    private void titles() {
        fields.put("title", sentence("title"));
        fields.put("Title", capitals(sentence("title")));
        fields.put("book", happens(60) ? sentence("book") : capitals(sentence("book")));
        fields.put("Book", capitals(sentence("book")));
        fields.put("container", happens(60) ? lists.line("journal") : happens(60) ? loose.source() : madeUpJournal());
        fields.put("abbreviation", happens(75) ? lists.line("abbreviation") : fields.get("container"));
        fields.put(
                "conference",
                oneOf(
                                "Proceedings of the ",
                                "the annual meeting of the ",
                                "Proceedings of the " + between(3, 40) + "th International Conference on ")
                        + capitals(fill("{adjective} {thing}")));
    }

    private String madeUpJournal() {
        String field =
                capitals(fill(oneOf("{adjective} {thing}", "{topic}", "{thing} and {thing}", "{adjective} {thing}")));
        return oneOf(
                "Journal of " + field,
                "International Journal of " + field,
                field,
                field + " Review",
                "Annals of " + field,
                field + ": " + capitals(fill("{thing}, {thing}, and {thing}")),
                "European Journal of " + field,
                field + " Quarterly");
    }

    private String sentence(String section) {
        if (happens(35)) {
            return loose.title();
        }
        String text = fill(lists.title(section));
        int first = text.charAt(0) == '"' ? 1 : 0;
        StringBuilder sentence = new StringBuilder(text);
        sentence.setCharAt(first, Character.toUpperCase(text.charAt(first)));
        int colon = sentence.indexOf(": ");
        if (colon > 0 && happens(75)) {
            sentence.setCharAt(colon + 2, Character.toUpperCase(sentence.charAt(colon + 2)));
        }
        return sentence.toString();
    }

    private String fill(String pattern) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            text.append(pattern, at, open);
            at = pattern.indexOf('}', open) + 1;
            text.append(fill(lists.title(pattern.substring(open + 1, at - 1))));
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private static String capitals(String text) {
        StringBuilder out = new StringBuilder();
        for (String word : text.split(" ")) {
            boolean small = !out.isEmpty() && SMALL_WORDS.contains(word);
            out.append(out.isEmpty() ? "" : " ")
                    .append(small ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return out.toString();
    }

    private void numbers() {
        fields.put(
                "volume",
                happens(97)
                        ? String.valueOf(happens(80) ? between(1, 99) : between(100, 480))
                        : oneOf("XII", "LIV", "XXIII"));
        if (happens(70)) {
            String issue = String.valueOf(between(1, 12));
            fields.put("issue", happens(5) ? issue + "-" + between(2, 13) : happens(2) ? "Suppl. 1" : issue);
        }
        int first = happens(75) ? between(1, 999) : between(1000, 4999);
        int last = first + between(3, 38);
        String dash = oneOf("-", "-", "–", "–", "–", "‐", " – ", " - ", "--");
        String shortened = String.valueOf(last);
        if (happens(6) && first > 99 && last / 100 == first / 100) {
            shortened = shortened.substring(shortened.length() - 2);
        }
        String letter = happens(2) ? "S" : "";
        if (happens(95)) {
            fields.put("pages", happens(3) ? String.valueOf(first) : letter + first + dash + letter + shortened);
        }
        fields.put("number", happens(70) ? "e" + between(1000, 999999) : String.valueOf(between(100, 99999)));
        fields.put("elocator", happens(80) ? fields.get("number") : "CD00" + between(1000, 9999));
        if (happens(25)) {
            int edition = between(2, 7);
            fields.put(
                    "edition",
                    edition
                            + (edition == 2 ? "nd" : edition == 3 ? "rd" : "th")
                            + oneOf(" ed.", " ed.", " edition", "ed."));
        } else if (happens(5)) {
            fields.put("edition", oneOf("Rev. ed.", "Revised edition"));
        }
        fields.put("first", String.valueOf(first));
        fields.put("auflage", happens(50) ? between(2, 7) + ". Aufl." : "");
        fields.put("original", String.valueOf(between(1890, 1985)));
        fields.put(
                "series",
                oneOf(
                                "Report No. ",
                                "NICE Guideline NG",
                                "Technical Report ",
                                "Working Paper No. ",
                                "WHO Publication No. ")
                        + between(1, 999));
        fields.put("chapter", "Chapter " + between(1, 25));
    }

    private void imprint() {
        String[] publisher = lists.line("publisher").split("\\|");
        if (happens(25)) {
            publisher[0] = loose.source();
        }
        if (happens(10)) {
            publisher[1] = LooseWords.capital(loose.madeUp());
        }
        fields.put("publisher", publisher[0]);
        boolean inCountry = happens(15) && publisher[1].indexOf(',') < 0;
        fields.put(
                "place",
                publisher[1]
                        + (inCountry
                                ? oneOf(", France ", ", France", ", United Kingdom", ", Germany", ", Canada")
                                : ""));
        fields.put("eds", oneOf("Eds.", "Eds.", "Eds.", "Ed.", "eds.", "Hrsg.", "Eds"));
        fields.put("edsplain", oneOf("editors", "eds", "editor"));
        fields.put("thesis", oneOf(THESES));
        fields.put("city", publisher[1]);
        fields.put(
                "school",
                oneOf("University of ", "University of ", "Université de ")
                        + oneOf(
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
        if (happens(60)) {
            fields.put(
                    "status",
                    oneOf(
                            "Advance online publication",
                            "Online first",
                            "Epub ahead of print",
                            "Advance online publication",
                            "In press"));
        }
    }

    private void addresses() {
        String doi = "10." + between(1000, 5000 + random.nextInt(8000)) + "/" + suffix();
        String printed = oneOf(
                        "https://doi.org/",
                        "https://doi.org/",
                        "http://dx.doi.org/",
                        "doi:",
                        "doi: ",
                        "DOI: ",
                        "doi ",
                        "https://dx.doi.org/")
                + doi;
        if (happens(45)) {
            fields.put("doi", printed + (happens(15) ? "." : ""));
        }
        String address = oneOf("http://www.", "https://www.", "https://", "http://")
                + oneOf("who.int", "apa.org", "example.org", "nimh.nih.gov", "gc.ca") + "/"
                + oneOf("publications", "docs", "news", "report") + "/" + oneOf("2016/", "", "a_b/") + suffix()
                + oneOf("", ".pdf", ".html");
        fields.put(
                "url",
                oneOf(
                                "Retrieved from ",
                                "Available at ",
                                "",
                                "Retirado de ",
                                "Accessed ",
                                "Récupéré le 5 mars 2014, de ",
                                "Retrieved on " + MONTHS[random.nextInt(12)] + " " + between(1, 28) + ", "
                                        + between(2005, 2023) + " at ",
                                "Retrieved " + MONTHS[random.nextInt(12)] + " " + between(1, 28) + ", "
                                        + between(2005, 2023) + ", from ")
                        + address);
        fields.put("pmid", happens(40) ? "PMID: " + between(1000000, 33000000) : "");
    }

    private String suffix() {
        return switch (random.nextInt(5)) {
            case 0 -> "pst" + between(1000, 9999999);
            case 1 -> "j.cpr." + between(2000, 2023) + "." + between(1, 12) + "." + between(1, 99);
            case 2 -> between(1000, 9999999) + "." + between(2000, 2023) + "." + between(100000, 999999);
            case 3 ->
                "s" + between(10000, 99999) + "-" + between(10, 20) + "-" + between(1000, 9999) + "-" + between(0, 9);
            default ->
                between(1000, 9999) + "-" + between(1000, 9999) + "." + between(10, 99) + "." + between(1, 12) + "."
                        + between(1, 999);
        };
    }
}
