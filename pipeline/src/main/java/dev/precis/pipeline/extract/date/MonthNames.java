package dev.precis.pipeline.extract.date;

import dev.precis.pipeline.domain.PublicationDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Dates in a line of another language than English, by its names of months (Unicode CLDR's, as Java has them). */
final class MonthNames {
    /**
     * Where a date begins that no day does: with a word, or with a capital that lost mark-up has glued to another:
     * {@code <span>Ann Owl</span><span>May 2021</span>}, which a style sheet sets apart.
     */
    static final String BEGINNING = "(?-i:(?<![\\p{L}\\d])|(?<=\\p{Ll})(?=\\p{Lu}))";
    /** Where its year ends: before anything but a digit, or before a count of something. */
    static final String END = "(?:(?!\\d)|(?=\\d{1,3} (?:min|comment|repl|view)))";

    private final Map<String, Month> months = new HashMap<>();
    private final Pattern date;

    MonthNames(Locale language) {
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT)) {
                months.put(key(month.getDisplayName(style, language)), month);
            }
        }
        // the day with a full stop (1. März), an ordinal (1er mars, 1º de marzo) or nothing
        this.date = Pattern.compile(
                "(?:(?<!\\d)(\\d{1,2})(?:\\.|er|[ºª°])? (?:de |di |d['’])?|" + BEGINNING + ")("
                        + months.keySet().stream()
                                .sorted(Comparator.comparingInt(String::length)
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("|"))
                        + ")\\.?,? (?:de |del )?((?:19|20)\\d\\d)" + END,
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
    }

    Optional<PublicationDate> inside(String text) {
        Matcher matcher = date.matcher(text);
        Month month = matcher.find() ? months.get(key(matcher.group(2))) : null;
        if (month == null) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(
                    matcher.group(1) == null
                            ? PublicationDate.of(YearMonth.of(year, month))
                            : PublicationDate.of(LocalDate.of(year, month, Integer.parseInt(matcher.group(1)))));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    String without(String text) {
        return date.matcher(text).replaceAll(" ");
    }
}
