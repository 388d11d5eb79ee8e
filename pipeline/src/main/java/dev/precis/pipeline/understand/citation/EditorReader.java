package dev.precis.pipeline.understand.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds where a chapter's title ends and its book begins: at "In", at the editors, or at both. */
final class EditorReader {
    /** Says that the names before it are those of editors. */
    static final Pattern EDITORS = Pattern.compile(
            "[ ,.]{0,2}\\((?:eds?|editors?|hrsg|hg|dirs?|coords?|orgs?|red|comps?|a cura di)\\.?\\)[.,]{0,2}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MARK = Pattern.compile(
            "[,.]? ?(\\()(?:eds?|hrsg|hg|dirs?|coords?|orgs?|red|comps?|editors?|a cura di)s?\\.?\\)[.,:]{0,2}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern IN =
            Pattern.compile("(?<=[.?!)\\]\"'\u00bb,\u2026\u0001])[ ,]{1,2}(?:In|Dans|in|En|Em):? (?=\\p{L}|\")");
    private static final Pattern ITEM = Pattern.compile("(?<=[.,?!]) ");
    /** Names of editors longer than this are none. */
    private static final int LONGEST = 600;

    private EditorReader() {}

    /** A book that holds the cited chapter: the end of the chapter's title, and the start of the book's. */
    record Host(int titleEnd, int bookStart) {
        static final Host NONE = new Host(-1, -1);

        boolean isFound() {
            return titleEnd >= 0;
        }
    }

    static Host read(CitationReading reading) {
        Matcher mark = reading.find(MARK);
        if (holdsBracketed(reading, "eEhHdDcCoOrRaA") && mark.find()) {
            Host marked = beforeMark(reading, mark.start(1), mark.end());
            if (marked.isFound()) {
                return marked;
            }
        }
        if (!holdsIn(reading)) {
            return Host.NONE;
        }
        Matcher in = reading.find(IN);
        while (in.find()) {
            NameReader.Names names = NameReader.anyForm(reading, in.end());
            if (names.elidedAfter() >= 0 || isCutAfter(reading, names)) {
                reading.addEditors(names);
                return new Host(in.start(), Math.min(names.end(), reading.end));
            }
            int titleEnd = in.start();
            int bookStart = in.end();
            if (isBook(reading, bookStart)) {
                return new Host(titleEnd, bookStart);
            }
        }
        return Host.NONE;
    }

    private static boolean holdsBracketed(CitationReading reading, String letters) {
        for (int i = reading.start; i < reading.end - 1; i++) {
            if (reading.unread(i) == '(' && letters.indexOf(reading.unread(i + 1)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether "In" or "Dans" follows punctuation anywhere. */
    private static boolean holdsIn(CitationReading reading) {
        for (int i = Math.max(2, reading.start); i < reading.end - 1; i++) {
            char c = reading.unread(i);
            boolean begins =
                    (c == 'I' || c == 'i' || c == 'E') && (reading.unread(i + 1) == 'n' || reading.unread(i + 1) == 'm')
                            || c == 'D';
            if (begins
                    && " ,".indexOf(reading.unread(i - 1)) >= 0
                    && !Character.isLetterOrDigit(reading.unread(i - 2))) {
                return true;
            }
        }
        return false;
    }

    /** A line that was cut inside the list of editors shows no "(Eds.)", but their initials. */
    private static boolean isCutAfter(CitationReading reading, NameReader.Names names) {
        return names.end() >= reading.end
                && names.people().stream().anyMatch(person -> !person.given().isEmpty());
    }

    /** Takes the editors whose names end at the mark, wherever they begin. */
    private static Host beforeMark(CitationReading reading, int mark, int after) {
        int from = Math.max(reading.start, mark - LONGEST);
        Matcher in = IN.matcher(reading.unread()).region(from, mark).useTransparentBounds(true);
        while (in.find()) {
            if (readUpTo(reading, in.end(), mark)) {
                return new Host(in.start(), after);
            }
        }
        Matcher item = ITEM.matcher(reading.unread()).region(from, mark).useTransparentBounds(true);
        while (item.find()) {
            if (readUpTo(reading, item.end(), mark)) {
                return new Host(item.start(), after);
            }
        }
        return Host.NONE;
    }

    private static boolean readUpTo(CitationReading reading, int from, int mark) {
        NameReader.Names names = NameReader.anyForm(reading, from);
        if (names.people().isEmpty() || names.end() > mark) {
            return false;
        }
        if (!reading.trimmed(names.end(), mark).isEmpty()) {
            return false;
        }
        reading.addEditors(names);
        return true;
    }

    /** "In" without editors is the word before a book only where a capital or an article follows. */
    private static boolean isBook(CitationReading reading, int at) {
        return Character.isUpperCase(reading.unread(at))
                || reading.unread(at) == '"'
                || reading.unread()
                        .subSequence(at, Math.min(at + 4, reading.end))
                        .toString()
                        .equals("the ");
    }
}
