package dev.precis.pipeline.extract.post;

import dev.precis.pipeline.domain.PublicationDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days written in numbers: "04/05/2020", "2020/05/04", "4.5.20". */
final class NumericDate {
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d./-])(\\d{1,4})([./-])(\\d{1,2})\\2(\\d{2,4})(?![\\d/-])");
    private static final int MONTHS = 12;

    private final boolean monthFirst;

    /** @param language BCP 47: the United States write the month first (Unicode CLDR), everybody else the day */
    NumericDate(String language) {
        this.monthFirst = language.equalsIgnoreCase("en-US");
    }

    /** The first day in a line. */
    Optional<PublicationDate> inside(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(1));
        int second = Integer.parseInt(matcher.group(3));
        int third = Integer.parseInt(matcher.group(4));
        if (matcher.group(1).length() == 4) {
            return day(first, second, third);
        }
        if (matcher.group(1).length() > 2) {
            return Optional.empty();
        }
        int year = matcher.group(4).length() == 2 ? 2000 + third : third;
        boolean american = second > MONTHS
                || (monthFirst && first <= MONTHS && matcher.group(2).equals("/"));
        return american ? day(year, first, second) : day(year, second, first);
    }

    /** Whether a line is such a day and nothing else. */
    static boolean isAll(String text) {
        return DATE.matcher(text).matches();
    }

    String without(String text) {
        return DATE.matcher(text).replaceAll(" ");
    }

    private static Optional<PublicationDate> day(int year, int month, int day) {
        try {
            return year < 1900 || year > 2100
                    ? Optional.empty()
                    : Optional.of(PublicationDate.of(LocalDate.of(year, month, day)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
