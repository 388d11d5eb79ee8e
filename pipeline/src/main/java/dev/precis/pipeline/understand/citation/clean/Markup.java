package dev.precis.pipeline.understand.citation.clean;

import java.util.regex.Pattern;

/** Mark-up that was left in: HTML, Markdown, and with {@link Commands} that of LaTeX and Rd. */
final class Markup {
    private static final String REPAIR = "mark-up left off";

    /** A number of a note that is set high in front of what it tells. */
    private static final Pattern NOTE_NUMBER = Pattern.compile(
            "^\\s{0,9}<sup\\b[^<>]{0,99}>\\s{0,3}\\[?\\d{1,3}\\]?\\s{0,3}</sup>", Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile(
            "^[\\s>*#-]{0,9}(?:\\*\\*[^*\\d]{1,60}:\\*\\*:?|\\*\\*[^*]{1,30}:?\\*\\*(?::| [-\u2013\u2014|])(?= )"
                    + "|<(strong|b)>[^<>\\d]{1,60}:</\\1>:?)");
    private static final Pattern ANCHOR = Pattern.compile(
            "<a\\b[^<>]{0,300}?\\bhref\\s?=\\s?[\"']?([^\"'<>\\s]{1,2000})[\"']?[^<>]{0,300}>([^<>]{0,2000})</a>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile(
            "</?(?:i|b|em|strong|u|s|sub|sup|span|a|li|ol|ul|p|cite|small|big|font|div|td|tr|th|q|code|mark|abbr|wbr|h[1-6]"
                + "|dd|dt|dl|blockquote|section|article|time|label|tt|bold|italic)(?:\\s[^<>]{0,600})?/?>",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK = Pattern.compile("<(?:br|hr)\\b[^<>]{0,99}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED_ADDRESS = Pattern.compile("<((?:https?://|www\\.)[^<>\\s]{1,2000})>");
    /** {@code [1915](1957)} is no link, but two years. */
    private static final Pattern LINK =
            Pattern.compile("!?\\[([^\\[\\]]{1,1000})\\]\\((?!\\d{4}[a-z]?\\))<?([^()\\s<>]{1,1500}"
                    + "(?:\\([^()\\s]{0,300}\\)[^()\\s<>]{0,1500}){0,4})>?(?: \"[^\"]{0,200}\")?\\)");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"'`*_{}\\[\\]()#+.!|&%$~ /@,-])");
    private static final Pattern OPENING = Pattern.compile("(?:^|(?<=[\\s(\\[\"\u201c'\u2018]))_{1,3}(?=[^\\s_])");
    private static final Pattern CLOSING = Pattern.compile("(?<=[^\\s_])_{1,3}(?=[\\s.,;:)\\]\"\u201d'\u2019?!]|$)");
    private static final Pattern LONE_UNDERSCORES = Pattern.compile("(?<=\\s)_{1,3}(?=\\s)");
    private static final Pattern STARS = Pattern.compile("\\*{1,3}");
    private static final Pattern TICKS = Pattern.compile("(``|'')|`");
    private static final Pattern HOST = Pattern.compile("(?:https?://)?(?:[\\w-]{1,60}\\.){1,5}[a-z]{2,10}/?");
    private static final Pattern LINK_WORD = Pattern.compile(
            "(?:full[ -]?text|link|pdf|doi|online|here|url|web"
                    + " ?site|html|abstract|article|paper|source|view|read|\u2197|\u2192|\ud83d\udd17)",
            Pattern.CASE_INSENSITIVE);

    private Markup() {}

    static void leaveOut(LineDraft line) {
        if (line.text().indexOf('<') >= 0) {
            html(line);
        }
        if (line.text().indexOf("](") > 0) {
            links(line);
        }
        labels(line);
        if (line.text().indexOf('\\') >= 0 || line.text().indexOf('{') >= 0) {
            Commands.resolve(line);
        }
        if (line.text().indexOf('\\') >= 0
                && line.change(ESCAPE, (match, copy) -> copy.keep(match.start(1), match.end(1)))) {
            line.repaired(REPAIR);
        }
        emphasis(line);
    }

    private static void labels(LineDraft line) {
        if ((line.text().indexOf("**") >= 0 || line.text().indexOf("<") >= 0) && line.leaveOut(LABEL)) {
            line.repaired(Markers.LABEL_REPAIR);
        }
    }

    private static void html(LineDraft line) {
        boolean marked = line.leaveOut(NOTE_NUMBER);
        labels(line);
        marked |= line.change(ANCHOR, (match, copy) -> {
            copy.keep(match.start(2), match.end(2));
            keepAddress(match.group(2), match.group(1), match.start(1), match.end(1), copy);
        });
        marked |= line.leaveOut(TAG);
        marked |= line.change(BREAK, (match, copy) -> copy.put(" ", match.start(), match.end()));
        marked |= line.change(BRACKETED_ADDRESS, (match, copy) -> copy.keep(match.start(1), match.end(1)));
        if (marked) {
            line.repaired(REPAIR);
        }
    }

    /** The words of a link stay, its address goes to the end unless the words are one. */
    private static void links(LineDraft line) {
        boolean marked = line.change(LINK, (match, copy) -> {
            String words = match.group(1);
            boolean isAddress =
                    HOST.matcher(words).matches() || LINK_WORD.matcher(words).matches() || words.equals(match.group(2));
            if (isAddress) {
                copy.keep(match.start(2), match.end(2));
            } else {
                copy.keep(match.start(1), match.end(1));
                keepAddress(words, match.group(2), match.start(2), match.end(2), copy);
            }
        });
        if (marked) {
            line.repaired(REPAIR);
        }
    }

    private static void keepAddress(String words, String address, int from, int to, LineDraft.Copy copy) {
        boolean told = words.contains("10.") || words.contains("://") || words.contains("www.");
        boolean leads = address.startsWith("http") || address.startsWith("www.") || address.startsWith("10.");
        if (!told && leads) {
            copy.keepForTheEnd(from, to);
        }
    }

    private static void emphasis(LineDraft line) {
        String text = line.text();
        boolean marked = false;
        int star = text.indexOf('*');
        if (star >= 0 && text.indexOf('*', star + 1) > 0) {
            marked = line.leaveOut(STARS);
        }
        if (text.indexOf('_') >= 0 && OPENING.matcher(text).find()) {
            marked |= line.leaveOut(OPENING) | line.leaveOut(CLOSING) | line.leaveOut(LONE_UNDERSCORES);
        }
        int tick = text.indexOf('`');
        if (tick >= 0 && (text.indexOf('`', tick + 1) > 0 || text.indexOf("''") > 0)) {
            marked |= line.change(TICKS, (match, copy) -> {
                if (match.group(1) != null) {
                    copy.put("\"", match.start(), match.end());
                }
            });
        }
        if (marked) {
            line.repaired(REPAIR);
        }
    }
}
