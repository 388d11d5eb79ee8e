package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Words;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands between the parts in brackets or as a phrase of its own: edition, pages and chapter of a book,
 * status, and remarks about reprints and theses.
 */
final class NoteReader {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final String NUMBER = "\\d{1,3}(?: ?(?:st|nd|rd|th|e|\u00e8me|\u00aa|\u00ba)(?=\\b|ed))?\\.?";
    private static final String ORDINAL =
            "(?:" + NUMBER + "|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
                    + "|rev(?:ised)?\\.?|\\d{4}|[\\p{L}]{4,12}(?: \\p{L}{4,12})?))";

    private static final Pattern EDITION = Pattern.compile(
            "(" + ORDINAL + ") ?(?:\u00e9d(?:ition)?|ed(?:ition|n)?s?|aufl(?:age)?)\\b\\.?(?: ed\\.)?", FLAGS);
    private static final Pattern PAGES = Pattern.compile(
            "(?:pp?\\.? ?|pages? |s\\. ?)([\\p{L}]?\\d{1,6}(?: ?-{1,2} ?[\\p{L}]?\\d{1,6})?)"
                    + "|(?!(?:1[5-9]|20)\\d\\d ?- ?(?:1[5-9]|20)\\d\\d$)(\\d{1,5} ?-{1,2} ?\\d{1,5})",
            FLAGS);
    private static final Pattern VOLUME = Pattern.compile("vol(?:ume|s)?\\.? ?(\\d{1,4}|[ivxlc]{1,8})", FLAGS);
    private static final Pattern CHAPTER = Pattern.compile("ch(?:ap(?:ter)?|apitre)?s?\\.? ?(\\d{1,3})", FLAGS);
    private static final Pattern STATUS = Pattern.compile(
            "(?:advance[d]? online(?: publication)?|online first(?: publication)?|in press|epub ahead of print|ahead"
                    + " of print|first published online|manuscript submitted for publication|manuscript in"
                    + " preparation|forthcoming)",
            FLAGS);
    private static final Pattern THESIS = Pattern.compile(
            "(?:(?:un)?published )?(?:\\p{L}[\\p{L}.']{1,14}"
                    + " ){0,2}(?:thesis|dissertation|th\u00e8se|tesis)|(?:\\p{L}{2,14}"
                    + " ){0,3}(?:report|guideline|paper|publication) (?:no\\.?"
                    + " ?)?[\\p{L}\\d-]{0,8}\\d[\\d.-]{0,6}|preprint",
            FLAGS);

    private static final Pattern BARE_RANGE = Pattern.compile("[\\d -]{1,12}");
    private static final Pattern BRACKETS = Pattern.compile("[(\\[]([^()\\[\\]]{1,120})[)\\]]");
    private static final Pattern EDITION_IN_TEXT = Pattern.compile(
            "(?:, |(?<=[.?!]) )(" + NUMBER
                    + ")(?:, \u00fcberarb\\.)? ?(?:\u00fcberarb\\."
                    + " )?(?:\u00e9d(?:ition)?|ed(?:ition|n|i\u00e7\u00e3o|ici\u00f3n|izione)?|aufl(?:age)?|uppl(?:aga)?|\u0438\u0437\u0434)\\b\\.?,?",
            FLAGS);
    private static final Pattern PAGES_IN_TEXT = Pattern.compile(
            "(?<=[)\u0001]),? pp?\\. ?([\\p{L}]?\\d{1,6}(?: ?-{1,2} ?[\\p{L}]?\\d{1,6})?)(?=[.,])", FLAGS);
    /** A chapter's pages after its publisher. */
    private static final Pattern PAGES_AT_END = Pattern.compile(
            "[,.;] (?:pp?|s)\\. ?([\\p{L}]?\\d{1,6}(?: ?-{1,2} ?[\\p{L}]?\\d{1,6})?)(?=[ .\u0001]*$)", FLAGS);

    /** Not of a special issue that has a title of its own. */
    private static final Pattern SPECIAL = Pattern.compile(" ?[\\[(]special (?:issue|section)[)\\]](?=,)", FLAGS);

    private static final Pattern CHAPTER_IN_TEXT =
            Pattern.compile("(?<=[.,)] )chapter (\\d{1,3})(?=[ .\u0001]*$)", FLAGS);
    private static final Pattern STATUS_IN_TEXT =
            Pattern.compile("(?<=[.,;\u0001] )(" + STATUS.pattern() + ")(?= ?[.,;:\u0001]| ?$)", FLAGS);
    private static final Pattern STATUS_CUT =
            Pattern.compile("(?<=[.,;\u0001] )(advanced? o[a-z]{0,5}(?: p[a-z]{0,10})?)$", FLAGS);
    // a remark at the end, not about the work itself
    private static final Pattern REMARK = Pattern.compile(
            "[(\\[]?\\b(?:original(?:ly)? (?:work )?published|reprinted (?:from|in)|these authors"
                    + " contributed)\\b.{0,200}$",
            FLAGS);

    private static final Pattern GENRE_IN_TEXT = Pattern.compile(
            "(?<=[.?!\u0001] )(?:(?:unpublished )?(?:working|discussion) paper|technical report|unpublished manuscript"
                    + "|(?:un)?published (?:doctoral |master's )?(?:thesis|dissertation))(?=[.,])",
            FLAGS);

    /** {@code [Doctoral dissertation, University of Oslo]}: APA style 10.6, a thesis in a database. */
    private static final Pattern THESIS_AT = Pattern.compile(
            "(?:unpublished )?(?:\\p{L}[\\p{L}.']{1,14} ){0,2}(?:thesis|dissertation|th\u00e8se|tesis),"
                    + " ([^()\\[\\]]{3,100})",
            FLAGS);

    private static final String WHEN =
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|fall|autumn|winter)[a-z]{0,6}\\.?";

    /** The date again, as databases print it between issue and pages: {@code 49(2), Jun 2012, 173-190}. */
    private static final Pattern REPEATED_DATE =
            Pattern.compile("(?<=, )" + WHEN + " \\d{4}(?=,)|(?<=\\d )\\(" + WHEN + " \\d{4}\\)(?=[:,.])", FLAGS);

    /** A word in square brackets for the kind of thing that is cited (APA style, section 9.21). */
    private static final Pattern FORM = Pattern.compile(
            "(?:data ?set|dataset|database|(?:computer )?software.{0,20}|(?:mobile )?app.{0,12}|blogg?(?: post)?|web"
                    + " ?(?:page|site|log)|video|film|podcast.{0,20}|audio.{0,20}|tweet|manual|measurement"
                    + " instrument|test|brochure|fact sheet|infographic|power"
                    + " ?point.{0,12}|slides|lecture.{0,20}|abstract|poster.{0,16}|paper"
                    + " presentation|conference.{0,20}|editorial|letter|review of .{3,80}|preprint|press"
                    + " release|online|internet|sic|distributor|archive|unpublished .{3,40}|manuscript.{0,30}|special"
                    + " (?:issue|section)|thesis|working paper|report)",
            FLAGS);

    private static final int YEAR_LENGTH = 4;

    private NoteReader() {}

    static void read(CitationReading reading) {
        // most citations have none of these words: to see that is cheaper than to try the patterns
        String words = reading.lowerCase();
        if (Words.holdOneOf(words, "original", "reprinted", "these authors")) {
            takeAll(reading, REMARK);
        }
        GenreReader.read(reading, words);
        Matcher brackets = reading.find(BRACKETS);
        while (brackets.find()) {
            boolean isForm = reading.unread(brackets.start()) == '['
                    && FORM.matcher(brackets.group(1)).matches();
            if (isForm) {
                reading.take(brackets.start(), brackets.end());
            } else if (readThesis(reading, brackets)
                    || !isIssue(reading, brackets) && readItems(reading, brackets.start(1), brackets.end(1))) {
                reading.take(brackets.start(), brackets.end());
            }
        }
        if (Words.holdOneOf(
                words, " ed", "ed.", "ed,", "edition", "edn", "\u00e9d", "aufl", "uppl", "\u0438\u0437\u0434")) {
            readInText(reading, EDITION_IN_TEXT, CitationField.EDITION);
        }
        if (Words.holdOneOf(words, "p.")) {
            readInText(reading, PAGES_IN_TEXT, CitationField.PAGE);
        }
        if (Words.holdOneOf(words, "chapter")) {
            readInText(reading, CHAPTER_IN_TEXT, CitationField.CHAPTER_NUMBER);
        }
        if (Words.holdOneOf(words, "online", "in press", "ahead of print", "manuscript", "forthcoming", "advance")) {
            readInText(reading, STATUS_IN_TEXT, CitationField.STATUS);
            readInText(reading, STATUS_CUT, CitationField.STATUS);
        }
        if (Words.holdOneOf(words, "paper", "report", "manuscript", "thesis", "dissertation")) {
            takeAll(reading, GENRE_IN_TEXT);
        }
        if (Words.holdOneOf(words, "(ed", "(hrsg", "(dir", "editors")) {
            readInText(reading, PAGES_AT_END, CitationField.PAGE);
        }
        if (Words.holdOneOf(words, "special")) {
            takeAll(reading, SPECIAL);
        }
        takeRepeatedYear(reading, words);
        if (holdsRepeatedDate(words)) {
            takeAll(reading, REPEATED_DATE);
        }
    }

    /** The year again between journal and volume: {@code Group Studies, 2012, 49(2)}. */
    private static void takeRepeatedYear(CitationReading reading, String words) {
        String again = ", " + reading.issued.year() + ", ";
        int at = words.lastIndexOf(again);
        int after = at + again.length();
        if (at > 0 && after < words.length() && Character.isDigit(words.charAt(after))) {
            int place = reading.unread().toString().lastIndexOf(again);
            reading.take(place + 2, place + again.length() - 1);
        }
    }

    /** Whether a year follows a word and a comma or bracket follows it. */
    private static boolean holdsRepeatedDate(String words) {
        if (words.indexOf(')') > 0 && Words.holdOneOf(words, "(spring", "(summer", "(fall", "(autumn", "(winter")) {
            return true;
        }
        for (int comma = words.indexOf(','); comma >= 0; comma = words.indexOf(',', comma + 1)) {
            int word = comma - YEAR_LENGTH - 2;
            boolean year = word >= 0 && words.charAt(word + 1) == ' ' && Character.isDigit(words.charAt(comma - 1));
            if (year && (Character.isLetter(words.charAt(word)) || words.charAt(word) == '.')) {
                return true;
            }
        }
        return false;
    }

    private static void takeAll(CitationReading reading, Pattern phrase) {
        Matcher matcher = reading.find(phrase);
        while (matcher.find()) {
            reading.take(matcher.start(), matcher.end());
        }
    }

    private static boolean readThesis(CitationReading reading, Matcher brackets) {
        Matcher thesis = THESIS_AT.matcher(reading.unread()).region(brackets.start(1), brackets.end(1));
        if (!thesis.matches()) {
            return false;
        }
        reading.keep(CitationField.PUBLISHER, thesis.start(1), thesis.end(1));
        reading.take(brackets.start(), brackets.end());
        return true;
    }

    /** Brackets directly after a number or a word hold an issue: {@code 10(2-3)}. */
    private static boolean isIssue(CitationReading reading, Matcher brackets) {
        Span before = reading.trimmed(Math.max(reading.start, brackets.start() - 3), brackets.start());
        boolean afterNumber = !before.isEmpty() && Character.isDigit(reading.unread(before.end() - 1));
        boolean glued =
                brackets.start() > reading.start && Character.isLetterOrDigit(reading.unread(brackets.start() - 1));
        return (glued || afterNumber) && BARE_RANGE.matcher(brackets.group(1)).matches();
    }

    private static void readInText(CitationReading reading, Pattern pattern, CitationField field) {
        Matcher note = reading.find(pattern);
        if (note.find() && !reading.has(field)) {
            keep(reading, field, note, 1);
            reading.take(note.start(), note.end());
        }
    }

    /**
     * Reads brackets such as {@code (3rd ed., pp. 726-792)}; false, with nothing kept, where an item is something else.
     */
    private static boolean readItems(CitationReading reading, int from, int to) {
        for (boolean keep : new boolean[] {false, true}) {
            int start = from;
            for (int at = from; at <= to; at++) {
                if (at == to || reading.unread(at) == ',' || reading.unread(at) == ';') {
                    Span item = reading.trimmed(start, at);
                    if (!readItem(reading, item.start(), item.end(), keep)) {
                        return false;
                    }
                    start = at + 1;
                }
            }
        }
        return true;
    }

    private static boolean readItem(CitationReading reading, int from, int to, boolean keep) {
        return readItem(reading, EDITION, CitationField.EDITION, from, to, keep)
                || readItem(reading, PAGES, CitationField.PAGE, from, to, keep)
                || readItem(reading, VOLUME, CitationField.VOLUME, from, to, keep)
                || readItem(reading, CHAPTER, CitationField.CHAPTER_NUMBER, from, to, keep)
                || readItem(reading, STATUS, CitationField.STATUS, from, to, keep)
                || THESIS.matcher(reading.unread()).region(from, to).matches();
    }

    private static boolean readItem(
            CitationReading reading, Pattern pattern, CitationField field, int from, int to, boolean keep) {
        Matcher item = pattern.matcher(reading.unread()).region(from, to);
        if (!item.matches()) {
            return false;
        }
        if (keep) {
            int group = item.groupCount();
            while (group > 0 && item.group(group) == null) {
                group--;
            }
            keep(reading, field, item, group);
        }
        return true;
    }

    private static void keep(CitationReading reading, CitationField field, Matcher item, int group) {
        String value = item.group(group);
        int start = item.start(group);
        switch (field) {
            case EDITION -> {
                String digits = value.replaceFirst("^(\\d{1,4}).*", "$1");
                reading.keep(field, digits.isEmpty() ? value : digits, start, start + digits.length());
            }
            case PAGE -> Pages.keep(reading, start, item.end(group));
            default -> reading.keep(field, start, item.end(group));
        }
    }
}
