package dev.precis.pipeline.understand.citation;

/** Tells what looks like the title of a work from what holds more, or less, than one. */
final class TitleLooks {
    /** Abbreviations and initials are shorter than a sentence's last word. */
    private static final int LONGEST_ABBREVIATION = 3;

    private TitleLooks() {}

    /** A full stop after a whole word, then a capital: a second sentence, perhaps the source. */
    static boolean holdsSentences(String title) {
        for (int i = title.indexOf(". "); i >= 0; i = title.indexOf(". ", i + 1)) {
            int word = i;
            while (word > 0 && Character.isLetter(title.charAt(word - 1))) {
                word--;
            }
            boolean next = i + 2 < title.length() && Character.isUpperCase(title.charAt(i + 2));
            if (next && i - word > LONGEST_ABBREVIATION) {
                return true;
            }
        }
        return false;
    }

    /** Numbers as of volumes and pages at the end, or a journal after a comma. */
    static boolean endsLikeSource(String title) {
        int comma = title.lastIndexOf(", ");
        if (comma < 0) {
            return title.contains(" Journal of ");
        }
        String tail = title.substring(comma + 2);
        boolean number =
                !tail.isEmpty() && tail.chars().allMatch(c -> Character.isDigit(c) || "()-\u2013 .".indexOf(c) >= 0);
        boolean journal = tail.startsWith("Journal of") || tail.contains(" Journal of ") || tail.startsWith("Revue ");
        boolean isYear = tail.length() == 4 || tail.length() == 9;
        return (number && !isYear) || journal || tail.startsWith("pp.") || tail.startsWith("vol.");
    }

    /** Initials or the mark of editors where the title begins or ends. */
    static boolean holdsNames(String title) {
        if (title.length() < 3) {
            return false;
        }
        boolean begins = Character.isUpperCase(title.charAt(0)) && title.charAt(1) == '.' && title.charAt(2) == ' ';
        boolean ends = title.endsWith(")") && (title.endsWith("ds.)") || title.endsWith("Ed.)"));
        return begins || ends || title.startsWith("et al") || title.startsWith("& ");
    }
}
