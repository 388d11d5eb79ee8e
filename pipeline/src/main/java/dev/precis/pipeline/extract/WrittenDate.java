package dev.precis.pipeline.extract;

import dev.precis.pipeline.domain.PublicationDate;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a month or a day as people write it: ISO 8601, or with the month's name in English or the blog's language. */
final class WrittenDate {
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})(?:-(\\d{2}))?");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}+)\\.?\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(\\d{4})");
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?(\\p{L}+)\\.?,?\\s+(?:de\\s+)?(\\d{4})");

    private final Map<String, Month> names = new HashMap<>();

    WrittenDate(Locale language) {
        for (Month month : Month.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, language)) {
                for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                    names.put(key(month.getDisplayName(style, locale)), month);
                }
            }
        }
        names.put("sept", Month.SEPTEMBER);
    }

    /** @throws DateTimeException if the text is no month and no day of the calendar */
    PublicationDate parse(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), iso, 3);
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        if (monthFirst.matches()) {
            return date(Integer.parseInt(monthFirst.group(3)), month(monthFirst.group(1)), monthFirst, 2);
        }
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return date(Integer.parseInt(dayFirst.group(3)), month(dayFirst.group(2)), dayFirst, 1);
        }
        throw new DateTimeException("no date: " + text);
    }

    private static PublicationDate date(int year, int month, MatchResult match, int dayGroup) {
        return match.group(dayGroup) == null
                ? PublicationDate.of(YearMonth.of(year, month))
                : PublicationDate.of(LocalDate.of(year, month, Integer.parseInt(match.group(dayGroup))));
    }

    private int month(String name) {
        Month month = names.get(key(name));
        if (month == null) {
            throw new DateTimeException("no month: " + name);
        }
        return month.getValue();
    }

    private static String key(String name) {
        String bare = Normalizer.normalize(name, Normalizer.Form.NFKD).replaceAll("[^\\p{L}]", "");
        return bare.toLowerCase(Locale.ROOT);
    }
}
