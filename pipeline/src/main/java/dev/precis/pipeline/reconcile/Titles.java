package dev.precis.pipeline.reconcile;

import dev.precis.pipeline.domain.Spelling;
import dev.precis.pipeline.domain.Texts;
import dev.precis.pipeline.domain.registry.RegistryWork;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares titles of works. */
final class Titles {
    /** What publishers put before the title of a work that they have taken back; "Retraction: ..." is a notice. */
    private static final Pattern TAKEN_BACK =
            Pattern.compile("(?i)^\\s*\\[?(?:retracted(?: article| paper)?|withdrawn)\\s*[:.\\]]\\s*");

    private static final Pattern SUBTITLE = Pattern.compile("(?<=\\S)(?:: |[?!.] | [-\\u2013\\u2014] |\\u2014)");
    /** What tells two works apart that are called alike but for that. */
    private static final Pattern OTHER_WORK = Pattern.compile(
            "^(?:part|study|paper|volume|phase|section|[ivx]+|\\d+|an?|the)?\\s*(?:[ivx]+|\\d+|one|two|three|first|second"
                + "|third|erratum|errata|corrigend\\w+|correction|retraction|reply|rejoinder|response|comments?|commentary|introduction|editorial|review|abstract|protocol|addendum|update|follow"
                + " ?up|reprint|translation)\\b.*");

    private static final int FEWEST_WORDS = 3;
    private static final int LEAST_LETTERS = 20;

    private Titles() {}

    /**
     * {@link Agreement#LIKE} where one has a subtitle that the other lacks, or where a letter or two differ: titles of
     * one team differ as little.
     */
    static Agreement compare(String printed, RegistryWork work) {
        String title = TAKEN_BACK.matcher(work.title()).replaceFirst("");
        String whole = TAKEN_BACK.matcher(work.wholeTitle()).replaceFirst("");
        if (printed.isEmpty() || title.isEmpty()) {
            return Agreement.UNKNOWN;
        }
        if (solid(printed).equals(solid(whole))) {
            return Agreement.SAME;
        }
        boolean like = isBeginning(printed, whole)
                || isBeginning(whole, printed)
                || Stream.of(title, whole).anyMatch(other -> isMisprint(key(printed), key(other)));
        return like ? Agreement.LIKE : Agreement.OTHER;
    }

    /** Whether a word of it is spelt otherwise; that a subtitle is lacking is none of these. */
    static boolean isMisprinted(String printed, RegistryWork work) {
        return !printed.isEmpty()
                && compare(printed, work) == Agreement.LIKE
                && (isMisprint(key(printed), key(work.title())) || isMisprint(key(printed), key(work.wholeTitle())));
    }

    /** Whether it says too little to tell a work by. */
    static boolean isCommon(String title) {
        String key = key(title);
        return words(key).size() < FEWEST_WORDS || key.length() < LEAST_LETTERS;
    }

    static String key(String title) {
        return Texts.key(title.replace("&", " and "));
    }

    /** "Meta-analysis", "meta analysis" and "metaanalysis" are the same. */
    private static String solid(String title) {
        return key(title).replace(" ", "");
    }

    private static List<String> words(String key) {
        return List.of(key.split(" "));
    }

    /** Whether one title is the other without its subtitle, which makes no other work of it. */
    private static boolean isBeginning(String main, String whole) {
        String solid = solid(main);
        return !isCommon(main)
                && SUBTITLE.matcher(whole)
                        .results()
                        .anyMatch(end -> solid(whole.substring(0, end.start())).equals(solid)
                                && !OTHER_WORK
                                        .matcher(key(whole.substring(end.end())))
                                        .matches());
    }

    /** Whether the two differ in a letter or two of one long word. */
    private static boolean isMisprint(String one, String other) {
        List<String> ours = words(one);
        List<String> theirs = words(other);
        if (ours.size() != theirs.size() || isCommon(one)) {
            return false;
        }
        int differences = 0;
        for (int i = 0; i < ours.size(); i++) {
            String word = ours.get(i);
            String opposite = theirs.get(i);
            if (!word.equals(opposite)) {
                differences++;
                boolean isLong = word.length() > 5 && opposite.length() > 5;
                boolean letters = word.chars().allMatch(Character::isLetter)
                        && opposite.chars().allMatch(Character::isLetter);
                if (!isLong || !letters || Spelling.distance(word, opposite) > 2) {
                    return false;
                }
            }
        }
        return differences == 1;
    }
}
