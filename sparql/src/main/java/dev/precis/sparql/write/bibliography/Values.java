package dev.precis.sparql.write.bibliography;

import dev.precis.sparql.query.Characters;
import dev.precis.sparql.query.Reference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What all formats write alike. */
final class Values {
    private static final Pattern SPACE = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");
    private static final Pattern NOT_IN_KEYS = Pattern.compile("[^A-Za-z0-9._:-]+");

    /** Some programs cut longer ones, or refuse them. */
    private static final int LONGEST_KEY = 80;

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

    /** A key for each reference, unlike any other of the list. */
    static List<String> keys(List<Reference> references) {
        Set<String> taken = new HashSet<>();
        List<String> keys = new ArrayList<>();
        for (Reference reference : references) {
            String whole = NOT_IN_KEYS.matcher(reference.key()).replaceAll("-");
            String key = whole.length() <= LONGEST_KEY ? whole : cut(whole);
            String unique = key;
            for (int number = 2; !taken.add(unique); number++) {
                unique = key + "-" + number;
            }
            keys.add(unique);
        }
        return keys;
    }

    /** The words of a key that there is room for. */
    private static String cut(String key) {
        int end = key.lastIndexOf('-', LONGEST_KEY);
        return key.substring(0, end > 0 ? end : LONGEST_KEY);
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
