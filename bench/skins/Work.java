import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A cited work, invented, and how it is printed. */
record Work(
        List<String[]> authors,
        String title,
        String journal,
        int year,
        int volume,
        int issue,
        int page,
        int last,
        String doi) {
    enum Style {
        APA,
        VANCOUVER,
        HARVARD,
        AMA
    }

    private static final String[] FAMILY = {
        "Abernathy",
        "Bergqvist",
        "Castellan",
        "Dubrovnic",
        "Eklund",
        "Farsakh",
        "Grüning",
        "Haverkamp",
        "Ishigaki",
        "Jelinek",
        "Kowalczyk",
        "Lindqvist",
        "Moreau",
        "Nwosu",
        "Okafor",
        "Pereira",
        "Quarles",
        "Rasmussen",
        "Sandoval",
        "Thorvald",
        "Ulrich",
        "Vandermeer",
        "Whitlock",
        "Xu",
        "Yamane",
        "Zielinski",
        "de Wit",
        "O’Malley",
        "Brandt-Lee"
    };
    private static final String[] GIVEN = {
        "Anna", "Ben", "Clara", "David", "Elif", "Franz", "Greta", "Hugo", "Ines", "Jonas", "Karin", "Luis", "Mara",
        "Nils", "Olga", "Pavel", "Rosa", "Stefan", "Tilda", "Viktor"
    };

    static String person(Random random) {
        return GIVEN[random.nextInt(GIVEN.length)] + " " + FAMILY[random.nextInt(FAMILY.length)];
    }

    static Work of(String title, String journal, int year, Random random) {
        List<String[]> authors = new ArrayList<>();
        int many = 1 + random.nextInt(random.nextInt(4) == 0 ? 9 : 4);
        for (int i = 0; i < many; i++) {
            String initials = initial(random) + (random.nextBoolean() ? initial(random) : "");
            authors.add(new String[] {FAMILY[random.nextInt(FAMILY.length)], initials});
        }
        int page = 1 + random.nextInt(800);
        String doi = random.nextInt(3) == 0
                ? ""
                : "10." + (1000 + random.nextInt(60000)) + "/j." + year + "." + (100 + random.nextInt(9000));
        return new Work(
                authors,
                title,
                journal,
                year,
                1 + random.nextInt(70),
                1 + random.nextInt(6),
                page,
                page + 5 + random.nextInt(20),
                doi);
    }

    private static String initial(Random random) {
        return String.valueOf((char) ('A' + random.nextInt(25)));
    }

    /** The citation as HTML; its text without mark-up is what is read. */
    String html(Style style, boolean etAl, boolean linked) {
        String stop = title.endsWith("?") || title.endsWith(".") ? "" : ".";
        String pages = page + (style == Style.APA || style == Style.HARVARD ? "–" : "-") + last;
        String name = title.replace("&", "&amp;");
        String in = journal.replace("&", "&amp;");
        return switch (style) {
            case APA ->
                apa(etAl) + " (" + year + "). " + name + stop + " <em>" + in + ", " + volume + "</em>(" + issue + "), "
                        + pages + "." + (doi.isEmpty() ? "" : " " + link("https://doi.org/" + doi, linked));
            case VANCOUVER ->
                plain(etAl) + ". " + name + stop + " " + in + ". " + year + ";" + volume + "(" + issue + "):" + pages
                        + "." + (doi.isEmpty() ? "" : " doi: " + link(doi, linked));
            case AMA ->
                plain(etAl) + ". " + name + stop + " <em>" + in + "</em>. " + year + ";" + volume + "(" + issue + "):"
                        + pages + "." + (doi.isEmpty() ? "" : " doi:" + link(doi, linked));
            case HARVARD ->
                harvard(etAl) + " (" + year + ") ‘" + name + "’, <i>" + in + "</i>, " + volume + "(" + issue + "), pp. "
                        + pages + "." + (doi.isEmpty() ? "" : " doi: " + link(doi, linked) + ".");
        };
    }

    String text(Style style, boolean etAl) {
        return Html.text(html(style, etAl, false));
    }

    private String link(String text, boolean linked) {
        return linked ? "<a href=\"https://doi.org/" + doi + "\">" + text + "</a>" : text;
    }

    private String apa(boolean etAl) {
        StringBuilder names = new StringBuilder();
        int shown = etAl && authors.size() > 3 ? 1 : authors.size();
        for (int i = 0; i < shown; i++) {
            names.append(i == 0 ? "" : i == authors.size() - 1 ? ", &amp; " : ", ");
            names.append(authors.get(i)[0]).append(", ").append(dotted(authors.get(i)[1], " "));
        }
        return names + (shown < authors.size() ? ", et al." : "");
    }

    private String harvard(boolean etAl) {
        StringBuilder names = new StringBuilder();
        int shown = etAl && authors.size() > 3 ? 1 : authors.size();
        for (int i = 0; i < shown; i++) {
            names.append(i == 0 ? "" : i == authors.size() - 1 ? " and " : ", ");
            names.append(authors.get(i)[0]).append(", ").append(dotted(authors.get(i)[1], ""));
        }
        return names + (shown < authors.size() ? " et al." : "");
    }

    private String plain(boolean etAl) {
        StringBuilder names = new StringBuilder();
        int shown = etAl && authors.size() > 3 ? 3 : authors.size();
        for (int i = 0; i < shown; i++) {
            names.append(i == 0 ? "" : ", ")
                    .append(authors.get(i)[0])
                    .append(' ')
                    .append(authors.get(i)[1]);
        }
        return names + (shown < authors.size() ? ", et al" : "");
    }

    private static String dotted(String initials, String between) {
        return String.join("." + between, initials.split("")) + ".";
    }
}
