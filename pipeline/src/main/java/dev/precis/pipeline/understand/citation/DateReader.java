package dev.precis.pipeline.understand.citation;

import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Span;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads when a work appeared: in brackets after the names, as APA style has it, or bare and late in the line. */
final class DateReader {
    private static final String YEAR = "(?:1[5-9]|20)\\d\\d";

    /** Beginnings of the months' names in English, French, Spanish and German, without accents. */
    private static final List<Pattern> MONTHS = List.of(
            Pattern.compile("jan|ene"),
            Pattern.compile("feb|fev"),
            Pattern.compile("mar"),
            Pattern.compile("apr|avr|abr"),
            Pattern.compile("may|mai"),
            Pattern.compile("jun|juin"),
            Pattern.compile("jul|juil"),
            Pattern.compile("aug|aou|ago"),
            Pattern.compile("sep"),
            Pattern.compile("oct|okt"),
            Pattern.compile("nov"),
            Pattern.compile("dec|dez|dic"));

    private static final Pattern BRACKETED = Pattern.compile(
            "[ ,.:]{0,3}[(\\[] ?(?:c(?:a|irca)?\\.? ?|(?:\\d{1,2}\\.? )?\\p{L}{3,11}\\.? (?:\\d{1,2},? )?)?(" + YEAR
                    + ")[a-z]?(?: ?[/-] ?(?:1[5-9]|20)?\\d\\d(?![\\d/-]))?([,/ -][^()\\[\\]]{0,40})?[)\\]]");
    private static final Pattern UNDATED = Pattern.compile(
            "[ ,.:]{0,3}[(\\[](in press|n\\. ?d\\.?|forthcoming|submitted(?: for publication)?|in preparation|accepted"
                    + "|advance online publication)[)\\]]",
            Pattern.CASE_INSENSITIVE);
    static final Pattern BARE_YEAR = Pattern.compile("[ ,.:]{0,3}(" + YEAR + ")[a-z]?[.,:]");
    private static final String MONTH =
            "(?:\\p{L}{3,4}\\.?[/-])?(?:[Jj]an|[Ff]eb|[Ff]ev|[Mm]ar|[Aa]pr|[Aa]br|[Mm]a[iy]|[Jj]u[nl]|[Aa]ug|[Aa]go|[Ss]ep|[Ss]et|[Oo][ckt]t|[Oo]ut"
                + "|[Nn]ov|[Dd]e[cz])[a-z]{0,6}\\.?";
    private static final Pattern LATE = Pattern.compile("[(\\[](?:\\p{Lu}\\p{Ll}{2,8}\\.? )?(" + YEAR
            + ")[a-z]?()[)\\]]|[ ,.](?:" + MONTH + "(?: \\d{1,2})?,? )?(" + YEAR
            + ")((?: [A-Z][a-z]{2,8}(?: \\d{1,2})?)?)(?=;|, ?\\d{1,4} ?[,(]|, ?(?:pp?|s|cap)\\. |[ .,:\u0001]*$)");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern DAY = Pattern.compile("\\b([0-3]?\\d)\\b");
    private static final Pattern NUMERIC = Pattern.compile("[-/](\\d\\d?)[-/](\\d\\d?)");

    private DateReader() {}

    /** Reads the date that stands directly at the start of what is unread; false where none does. */
    static boolean readAfterNames(CitationReading reading) {
        for (Pattern pattern : List.of(BRACKETED, BARE_YEAR)) {
            Matcher date = reading.find(pattern);
            if (date.lookingAt()) {
                String detail = date.groupCount() > 1 && date.group(2) != null ? date.group(2) : "";
                reading.issued = issued(date.group(1), detail);
                reading.issuedPlace = new Span(date.start(1), date.end(detail.isEmpty() ? 1 : 2));
                reading.start = date.end();
                return true;
            }
        }
        Matcher undated = reading.find(UNDATED);
        if (undated.lookingAt()) {
            reading.keep(CitationField.STATUS, undated.start(1), undated.end(1));
            reading.start = undated.end();
            return true;
        }
        return false;
    }

    /** Reads the last year that stands in brackets, at the end, or before a volume as medical journals print it. */
    static void readLate(CitationReading reading) {
        Matcher date = reading.find(LATE);
        int start = -1;
        int end = -1;
        while (date.find()) {
            boolean inBrackets = date.group(1) != null;
            int year = inBrackets ? 1 : 3;
            reading.issued = issued(date.group(year), date.group(year + 1));
            reading.issuedPlace = new Span(date.start(year), date.end(year + 1));
            start = date.start();
            end = date.end();
        }
        if (start >= 0) {
            reading.take(start, end);
        }
    }

    /** True where a bracketed year begins at this place: what tells a list of names from any other capitals. */
    static boolean standsAt(CharSequence text, int at) {
        if (!beginsInBrackets(text, at)) {
            return false;
        }
        return BRACKETED.matcher(text).region(at, text.length()).lookingAt()
                || UNDATED.matcher(text).region(at, text.length()).lookingAt();
    }

    private static boolean beginsInBrackets(CharSequence text, int at) {
        int i = at;
        while (i < text.length() && " ,.:".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i < text.length() && (text.charAt(i) == '(' || text.charAt(i) == '[');
    }

    /** True where a bracketed date follows anywhere after this place. */
    static boolean standsAfter(CharSequence text, int from) {
        for (int i = from; i < text.length(); i++) {
            if ((text.charAt(i) == '(' || text.charAt(i) == '[') && standsAt(text, i)) {
                return true;
            }
        }
        return false;
    }

    /** A year with what is printed beside it: month and day in words or numbers. */
    static Issued issued(String year, String detail) {
        Matcher numeric = NUMERIC.matcher(detail);
        if (numeric.lookingAt()) {
            return valid(year, Integer.parseInt(numeric.group(1)), Integer.parseInt(numeric.group(2)));
        }
        if (detail.isEmpty()) {
            return valid(year, 0, 0);
        }
        String plain = Normalizer.normalize(detail, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        Matcher word = WORD.matcher(plain);
        while (word.find()) {
            for (int month = 0; month < MONTHS.size(); month++) {
                if (MONTHS.get(month).matcher(word.group()).lookingAt()) {
                    Matcher day = DAY.matcher(plain);
                    return valid(year, month + 1, day.find() ? Integer.parseInt(day.group(1)) : 0);
                }
            }
        }
        return valid(year, 0, 0);
    }

    private static Issued valid(String year, int month, int day) {
        boolean isMonth = month >= 1 && month <= 12;
        boolean isDay = isMonth && day >= 1 && day <= 31;
        return new Issued(Integer.parseInt(year), isMonth ? month : 0, isDay ? day : 0);
    }
}
