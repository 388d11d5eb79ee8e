package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.WorkType;
import java.util.regex.Pattern;

/** Tells what looks like the name of a journal or book and like its numbers from what does not. */
final class SourceLooks {
    private static final int LONGEST_NAME = 110;
    private static final int HIGHEST_VOLUME = 3000;
    private static final int LONGEST_ISSUE = 20;

    private static final Pattern NUMBERS = Pattern.compile(
            "\\bpp?\\.? ?\\d|\\d ?[-\u2013] ?\\d|\\b(?:[Vv]ol|[Nn]o|[Hh]eft|[Bb]d|[Tt])\\.? ?\\d|, \\d|\\d ?\\(\\d|"
                    + " \\d{1,4}$|:\\d");
    private static final Pattern PLACE_AT_END =
            Pattern.compile(", (?:\\p{Lu}[\\p{L}.' -]{1,24}, )?(?:" + SourceWords.REGION + "|\\p{Lu}\\p{L}{3,14})$");

    /** {@code Psychotherapy: Theory, Research, Practice, Training}. */
    private static final Pattern LIST_AT_END = Pattern.compile(": \\p{L}+(?:, \\p{L}+){2,}$");

    private SourceLooks() {}

    /** A journal's name has no digits and no sentences; a book's title may. */
    static boolean isOdd(String source, WorkType type) {
        int first = source.codePointAt(0);
        boolean begins = Character.isLetterOrDigit(first) || first == '"' || first == '\u00ab' || first == '\u201c';
        if (!begins || source.length() < 2 || source.startsWith("In ")) {
            return true;
        }
        return type == WorkType.ARTICLE
                && (source.chars().anyMatch(Character::isDigit)
                        || Character.isLowerCase(first)
                        || TitleLooks.holdsSentences(source) && !TitleLooks.isAbbreviated(source)
                        || source.indexOf('(') >= 0 && source.indexOf(')') < 0);
    }

    /** Pages or a volume were left in the name: {@code Emotion pp. 4}, {@code Physiol. Behav. 80 475-479}. */
    static boolean holdsNumbers(String source) {
        return source.chars().anyMatch(Character::isDigit)
                && NUMBERS.matcher(source).find();
    }

    /** {@code ..., Vancouver, Canada}. */
    static boolean endsInPlace(String source) {
        return source.indexOf(',') > 0
                && PLACE_AT_END.matcher(source).find()
                && !LIST_AT_END.matcher(source).find();
    }

    static boolean isLong(String source) {
        return source.length() > LONGEST_NAME;
    }

    /** The second page is lower than the first, even where only its last digits are printed ({@code 1021-38}). */
    static boolean runsBackwards(String pages) {
        int hyphen = pages.indexOf('-');
        if (hyphen <= 0 || !isNumber(pages, 0, hyphen) || !isNumber(pages, hyphen + 1, pages.length())) {
            return false;
        }
        String first = pages.substring(0, hyphen);
        String last = pages.substring(hyphen + 1);
        if (last.length() < first.length()) {
            last = first.substring(0, first.length() - last.length()) + last;
        }
        return last.length() == first.length() ? last.compareTo(first) < 0 : last.length() < first.length();
    }

    /** Both pages are there, the second as long as the first. */
    static boolean isWholeRange(String pages) {
        int hyphen = pages.lastIndexOf('-');
        return hyphen > 0 && pages.length() - hyphen - 1 >= hyphen;
    }

    private static boolean isNumber(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from && to - from < 9;
    }

    /** A volume is a number, perhaps with a letter, a range, or in Roman numerals. */
    static boolean isOddNumber(String volume, String issue) {
        boolean roman = volume.chars().allMatch(c -> "IVXLCDM".indexOf(Character.toUpperCase(c)) >= 0);
        boolean number = !volume.isEmpty() && Character.isDigit(volume.charAt(0)) && volume.length() <= 9;
        boolean tooHigh = isNumber(volume, 0, volume.length()) && Integer.parseInt(volume) > HIGHEST_VOLUME;
        return (!roman && !number) || tooHigh || issue.length() > LONGEST_ISSUE;
    }

    /** Round or square brackets that do not come in pairs. */
    static boolean isOpen(String printed) {
        int round = 0;
        int square = 0;
        for (int i = 0; i < printed.length(); i++) {
            switch (printed.charAt(i)) {
                case '(' -> round++;
                case ')' -> round--;
                case '[' -> square++;
                case ']' -> square--;
                default -> {}
            }
            if (round < 0 || square < 0) {
                return true;
            }
        }
        return round != 0 || square != 0;
    }
}
