package dev.precis.sparql.query;

import java.util.List;

/**
 * A cited work in passing.
 *
 * @param name such as {@code Keefe et al., 2020}
 * @param doi bare and in lower case; empty if none is known
 */
public record Study(String iri, String name, String doi) {
    /** No study is known. */
    public static final Study NONE = new Study("", "", "");

    /**
     * The authors as texts refer to them (APA 7, section 8.17).
     *
     * @param authors in printed order, each as printed: the family name before the first comma
     */
    static String name(List<String> authors, String year) {
        String first = authors.isEmpty() ? "" : family(authors.getFirst());
        String names = switch (authors.size()) {
            case 0, 1 -> first;
            case 2 -> first + " & " + family(authors.get(1));
            default -> first + " et al.";
        };
        return names.isEmpty() || year.isEmpty() ? names : names + ", " + year;
    }

    private static String family(String printed) {
        int comma = printed.indexOf(',');
        return (comma < 0 ? printed : printed.substring(0, comma)).strip();
    }
}
