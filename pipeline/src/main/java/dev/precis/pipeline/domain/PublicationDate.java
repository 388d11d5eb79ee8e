package dev.precis.pipeline.domain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When a summary was posted: a month, and the day where the page prints one.
 *
 * @param day day of the month from 1, or 0 where only the month is known
 */
public record PublicationDate(YearMonth month, int day) implements Comparable<PublicationDate> {
    // before there were printed reviews of studies, and after anybody who reads this: a slip, or a field never filled
    // in
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    public PublicationDate {
        if (month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR) {
            throw new DateTimeException(month + " is in no year from " + FIRST_YEAR + " to " + LAST_YEAR);
        }
        if (day != 0 && !month.isValidDay(day)) {
            throw new DateTimeException(month + " has no day " + day);
        }
    }

    public static PublicationDate of(YearMonth month) {
        return new PublicationDate(month, 0);
    }

    public static PublicationDate of(LocalDate date) {
        return new PublicationDate(YearMonth.from(date), date.getDayOfMonth());
    }

    public boolean hasDay() {
        return day != 0;
    }

    /** ISO 8601: {@code 2020-09} or {@code 2020-09-14}. */
    @Override
    public String toString() {
        return hasDay() ? month.atDay(day).toString() : month.toString();
    }

    @Override
    public int compareTo(PublicationDate other) {
        int byMonth = month.compareTo(other.month);
        return byMonth != 0 ? byMonth : Integer.compare(day, other.day);
    }
}
