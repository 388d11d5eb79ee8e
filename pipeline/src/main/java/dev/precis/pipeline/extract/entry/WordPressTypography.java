package dev.precis.pipeline.extract.entry;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The marks that WordPress sets where authors typed those of a keyboard
 * (https://developer.wordpress.org/reference/functions/wptexturize/): pages, feeds and the list of posts have them, an
 * export has what was typed. Quotation marks hang on the language; those of English alone are known here.
 */
final class WordPressTypography {
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)[^>]*>", Pattern.DOTALL);
    /** Elements whose text stays as it was typed. */
    private static final Set<String> AS_TYPED = Set.of("pre", "code", "kbd", "style", "script", "tt");

    private static final String SPACE = "[\\s\\u00A0]";
    /** What an opening mark stands behind. */
    private static final String BEFORE = "(?<=^|" + SPACE + "|[(\\[{\\-\u2013\u2014\"'\u201C\u2018])";

    private static final Pattern SHORT_YEAR =
            Pattern.compile(BEFORE + "'(?=\\d\\d(?:\\D|$)(?!\\d*')|tis\\b|twas\\b|em\\b|cause\\b|til\\b)");
    private static final Pattern WITHIN_WORD = Pattern.compile("(?<=[\\p{L}\\p{N}])'(?=[\\p{L}\\p{N}])");
    private static final Pattern OPENING = Pattern.compile(BEFORE + "\"(?!" + SPACE + "|$)");
    private static final Pattern OPENING_SINGLE = Pattern.compile(BEFORE + "'(?!" + SPACE + "|$)");
    private static final Pattern PRIME = Pattern.compile("(?<=\\d)(['\"])");
    private static final Pattern TIMES = Pattern.compile("(?<=\\d)x(?=\\d)");

    private WordPressTypography() {}

    /**
     * The text as it is shown.
     *
     * @param html as it was typed
     * @param language BCP 47
     */
    static String set(String html, String language) {
        StringBuilder shown = new StringBuilder();
        Matcher tag = TAG.matcher(html);
        int start = 0;
        String typed = ""; // the element whose text stays, while it is open
        while (tag.find()) {
            String text = html.substring(start, tag.start());
            shown.append(typed.isEmpty() ? text(text, language) : text).append(tag.group());
            String name = String.valueOf(tag.group(1)).toLowerCase(java.util.Locale.ROOT);
            boolean closing = tag.group().startsWith("</");
            if (typed.isEmpty() && !closing && AS_TYPED.contains(name)) {
                typed = name;
            } else if (closing && typed.equals(name)) {
                typed = "";
            }
            start = tag.end();
        }
        String rest = html.substring(start);
        return shown.append(typed.isEmpty() ? text(rest, language) : rest).toString();
    }

    private static String text(String typed, String language) {
        String text = typed.replace("...", "\u2026")
                .replace("---", "\u2014")
                .replaceAll("(?<=" + SPACE + ")--(?=" + SPACE + ")", "\u2014")
                .replaceAll("(?<!-)--(?!-)", "\u2013")
                .replaceAll("(?<=" + SPACE + ")-(?=" + SPACE + ")", "\u2013");
        text = TIMES.matcher(text).replaceAll("\u00D7");
        text = SHORT_YEAR.matcher(text).replaceAll("\u2019");
        text = WITHIN_WORD.matcher(text).replaceAll("\u2019");
        return language.startsWith("en") ? quoted(text) : text;
    }

    private static String quoted(String text) {
        String opened = OPENING_SINGLE
                .matcher(OPENING.matcher(text).replaceAll("\u201C"))
                .replaceAll("\u2018");
        Matcher prime = PRIME.matcher(opened);
        StringBuilder shown = new StringBuilder();
        while (prime.find()) {
            boolean single = prime.group().equals("'");
            String before = opened.substring(0, prime.start());
            boolean quotation = single ? isOpen(before, '\u2018', '\'') : isOpen(before, '\u201C', '"');
            prime.appendReplacement(shown, quotation ? prime.group() : single ? "\u2032" : "\u2033");
        }
        return prime.appendTail(shown).toString().replace('"', '\u201D').replace('\'', '\u2019');
    }

    /** Whether a quotation that began before has not ended yet. */
    private static boolean isOpen(String before, char opening, char closing) {
        return before.lastIndexOf(opening) > before.lastIndexOf(closing);
    }
}
