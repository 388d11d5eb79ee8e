package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What all formats write alike. */
final class Values {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

    private Values() {}

    /** A value that fits on one line. */
    static String line(String value) {
        return SPACE.matcher(Characters.clean(value)).replaceAll(" ").strip();
    }

    /** The number that an article has instead of pages; empty where it has none, and of other works. */
    static String articleNumber(Reference reference) {
        return reference.kind() == Reference.Kind.ARTICLE ? reference.imprint().number() : "";
    }

    /** The issue, or the number of a work that is in no journal: such as that of a report. */
    static String issue(Reference reference) {
        Reference.Imprint imprint = reference.imprint();
        boolean numbered = imprint.issue().isEmpty() && reference.kind() != Reference.Kind.ARTICLE;
        return numbered ? imprint.number() : imprint.issue();
    }

    /** Where it begins: its first page, or the number of the article. */
    static String firstPage(Reference reference) {
        String page = reference.imprint().firstPage();
        return page.isEmpty() ? articleNumber(reference) : page;
    }

    /** Year, month and day as far as they are known: one to three numbers, or none. */
    static List<Integer> date(Reference reference) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : reference.date().text().split("-", -1)) {
            if (!part.matches("\\d{1,4}")) {
                return List.copyOf(numbers);
            }
            numbers.add(Integer.parseInt(part));
        }
        return List.copyOf(numbers);
    }
}
