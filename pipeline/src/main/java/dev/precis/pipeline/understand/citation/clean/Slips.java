package dev.precis.pipeline.understand.citation.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What scanning and the ends of lines do to words: a hyphen with a space after it, letters for digits in a year. */
final class Slips {
    private static final Pattern PARTED =
            Pattern.compile("\\b(\\p{L}{2,30})[-\u2010] (?!(?:and|or|und|oder|to|et|ou|bis|en|of|och|eller"
                    + "|versus|vs|as|but|nor|sowie|bzw|by|in)\\b)(?=\\p{Ll}{2,30}\\b)");

    /** After these a hyphen is one of the word. */
    private static final Set<String> JOINED = Set.of(
            "self",
            "non",
            "well",
            "cross",
            "meta",
            "post",
            "pre",
            "co",
            "long",
            "short",
            "evidence",
            "cognitive",
            "low",
            "high",
            "mid",
            "multi",
            "half",
            "client",
            "patient",
            "therapist",
            "person",
            "family",
            "group",
            "school",
            "child",
            "parent",
            "two",
            "three",
            "one",
            "four",
            "first",
            "second",
            "web",
            "internet",
            "computer",
            "mindfulness",
            "trauma",
            "emotion",
            "problem",
            "goal",
            "health",
            "work",
            "age",
            "time",
            "part",
            "full");

    private static final Pattern YEAR = Pattern.compile(
            "(?<=[(\\[ ])(?=[\\dOolI]{0,3}[OolI])(?:[1lI][89]|2[0Oo])[\\dOolI]{2}(?=[)\\].,;:]|[a-z][)\\]])");
    private static final Pattern GLUED_IN = Pattern.compile("(?<=[.?!] )(In:)(?=\\p{Lu})");

    private static final Pattern GLUED_STOP = Pattern.compile("(?<=\\p{Ll})\\.(?=In:? \\p{Lu})");

    /** GOST R 7.0.5: areas are parted by stop and dash, the source follows a double slash. */
    private static final Pattern DASH_AFTER_STOP = Pattern.compile("(?<=[.?!]) [-\u2013\u2014](?= )");

    /** The authors again, in natural order: ISBD's statement of responsibility. */
    private static final Pattern RESPONSIBILITY = Pattern.compile(
            " / (?:(?:\\p{Lu}\\. ?){1,3}\\p{Lu}[\\p{L}-]{1,30}(?:, | \u0438 )?){1,6}(?:\\[?(?:\u0438 \u0434\u0440|et"
                    + " al)\\.?\\]?)?(?=\\.|;|$)");

    private static final Pattern FAMILY = Pattern.compile("\\p{Lu}[\\p{L}-]{1,30}");
    private static final Pattern INVERTED = Pattern.compile("\\p{Lu}[\\p{L}-]{1,30},? \\p{Lu}\\.");

    private static final Pattern DOUBLE_SLASH = Pattern.compile("(?<=[^:/])\\.? // ");

    /** {@code 464 p.} at the end of a book. */
    private static final Pattern TOTAL_OF_PAGES = Pattern.compile("(?<=[.,;]) (?:[ivxl]{1,6}[,+ ]{1,3})?\\d{2,4}"
            + " ?(?:p|pp|\u0441|\u0441\u0442\u0440|S|s|pages|Seiten|p\u00e1gs?)\\.?(?=$|[.;]"
            + " (?:ISBN|\\p{Lu}\\p{L}{3,12}:)| ISBN)");

    /** What the words for pages begin with. */
    private static final String PAGES = "p\u0441Ss";

    private static final int YEAR_LENGTH = 4;

    private Slips() {}

    static void mend(LineDraft line) {
        String text = line.text();
        if (text.indexOf("- ") > 0 || text.indexOf("\u2010 ") > 0) {
            boolean mended = line.change(PARTED, (match, copy) -> {
                boolean joined = JOINED.contains(match.group(1).toLowerCase(Locale.ROOT));
                copy.keep(match.start(), joined ? match.end() - 1 : match.end(1));
            });
            if (mended) {
                line.repaired("words joined that the end of a line parted");
            }
        }
        if (text.indexOf(".In") > 0) {
            line.change(GLUED_STOP, (match, copy) -> {
                copy.keep(match.start(), match.end());
                copy.put(" ", match.end() - 1, match.end());
            });
        }
        if (text.indexOf("In:") > 0) {
            line.change(GLUED_IN, (match, copy) -> {
                copy.keep(match.start(), match.end());
                copy.put(" ", match.end() - 1, match.end());
            });
        }
        if (text.indexOf(" \u2014 ") > 0 || text.indexOf(" \u2013 ") > 0 || text.indexOf(" - ") > 0) {
            line.leaveOut(DASH_AFTER_STOP);
        }
        if (text.indexOf(" // ") > 0) {
            line.change(DOUBLE_SLASH, (match, copy) -> copy.put(". ", match.start(), match.end()));
        }
        if (text.indexOf(" / ") > 0) {
            Matcher responsibility = RESPONSIBILITY.matcher(line.text());
            if (responsibility.find() && isSaidBefore(line.text(), responsibility)) {
                line.leaveOut(RESPONSIBILITY);
            }
        }
        if (mayTotal(text)) {
            line.leaveOut(TOTAL_OF_PAGES);
        }
        Matcher year = YEAR.matcher(text);
        if (mayBeYear(text) && year.find()) {
            line.change(YEAR, (match, copy) -> copy.put(digits(match.group()), match.start(), match.end()));
            line.repaired("letters in the year read as digits");
        }
    }

    /** Whether as many names stand in front, so that nobody is lost with those behind the slash. */
    private static boolean isSaidBefore(String text, Matcher responsibility) {
        int names = 0;
        for (Matcher name = FAMILY.matcher(responsibility.group()); name.find(); ) {
            names++;
        }
        int before = 0;
        Matcher name = INVERTED.matcher(text).region(0, responsibility.start());
        while (before < names && name.find()) {
            before++;
        }
        return before >= names;
    }

    /** Whether a number is followed by what may mean pages. */
    private static boolean mayTotal(String text) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1) == ' ' && i > 1 ? text.charAt(i - 2) : text.charAt(i - 1);
            if (PAGES.indexOf(text.charAt(i)) >= 0 && Character.isDigit(before)) {
                return true;
            }
        }
        return false;
    }

    /** Whether four characters begin as a year does and have one of the letters that look like digits. */
    private static boolean mayBeYear(String text) {
        for (int i = 1; i + YEAR_LENGTH <= text.length(); i++) {
            if ("([ ".indexOf(text.charAt(i - 1)) >= 0 && "12lI".indexOf(text.charAt(i)) >= 0) {
                for (int letter = i; letter < i + YEAR_LENGTH; letter++) {
                    if ("OolI".indexOf(text.charAt(letter)) >= 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static String digits(String year) {
        return year.replace('O', '0').replace('o', '0').replace('l', '1').replace('I', '1');
    }
}
