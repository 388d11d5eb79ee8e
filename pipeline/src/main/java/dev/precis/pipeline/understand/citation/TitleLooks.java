package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Words;
import java.util.Locale;
import java.util.regex.Pattern;

/** Tells what looks like the title of a work from what holds more, or less, than one. */
final class TitleLooks {
    /** Abbreviations and initials are shorter than a sentence's last word. */
    private static final int LONGEST_ABBREVIATION = 3;

    /** Longer than nearly every title. */
    static final int LONGEST = 260;

    private static final Pattern SHORT_END = Pattern.compile(
            "[.,?!\u201d\"] (?:In"
                + " )?(?:Proc|J|Int|Ann|Am|Br|Eur|Arch|Rev|Trans|Conf|Acta|Bull|Z|Curr|Adv|Can|Psychol|Stud)\\.?$|\\b(?:in|In|In:)$");
    private static final Pattern NOTE = Pattern.compile(
            "\\b\\d{1,2}(?:st|nd|rd|th|\u00aa|e|a)?\\.?"
                + " (?:ed|\u00e9d|aufl|uppl|edn)\\b|\\b(?:doctoral|master'?s|phd|ph\\.d\\.?|diss\\.|tese|tesis|th\u00e8se|tesi|unpublished|technical"
                + " report|working paper|paper presented|poster presented|manuscript|personal"
                + " communication|proceedings of|lecture given|short course|translated by|\\[data"
                + " set|\\[computer|\\[blog)|\\b\\d{2,4} ?(?:p|pp|s|\u0441)\\.?$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Without a digit a note has one of these. */
    private static final String[] NOTE_WORDS = {
        "doctoral",
        "master",
        "phd",
        "ph.d",
        "diss.",
        "tese",
        "tesis",
        "th\u00e8se",
        "tesi",
        "unpublished",
        "technical",
        "working paper",
        "presented",
        "manuscript",
        "personal",
        "proceedings",
        "lecture",
        "short course",
        "translated",
        "[data",
        "[computer",
        "[blog"
    };

    private static final Pattern NOTE_AT_END = Pattern.compile("\\((?:[^()]*\\d[^()]*|[^() ]+(?: [^() ]+){2,})\\)$");
    private static final Pattern ABBREVIATED = Pattern.compile(
            "(?:(?:\\p{Lu}[\\p{L}-]{0,9}\\.|of|the|de|and|&) ){1,8}(?:\\p{Lu}[\\p{L}-]{0,9}\\.?|\\p{Lu})");
    private static final Pattern GLUED = Pattern.compile("\\p{Ll}{4}\\p{Lu}\\p{Ll}{3}");

    private TitleLooks() {}

    /** The first abbreviation of the source is at its end. */
    static boolean endsShort(String title) {
        return SHORT_END.matcher(title).find();
    }

    /**
     * Square brackets at the end, round ones with a number or several words, or a small word glued to a capital one.
     */
    static boolean endsInNote(String title) {
        char last = title.isEmpty() ? ' ' : title.charAt(title.length() - 1);
        return last == ']'
                || last == ')' && NOTE_AT_END.matcher(title).find()
                || GLUED.matcher(title).find();
    }

    /** What is said about the work, after its title. */
    static boolean holdsNote(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        return (Words.holdOneOf(words, NOTE_WORDS) || words.chars().anyMatch(Character::isDigit))
                && NOTE.matcher(title).find();
    }

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

    /** Words with a capital and a stop, as journals are abbreviated: {@code Gen. Physiol. Biophys.}. */
    static boolean isAbbreviated(String source) {
        return ABBREVIATED.matcher(source).matches();
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
