package dev.precis.sparql.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day, a month or a year, as precise as it is known: the lexical form of xsd:date, xsd:gYearMonth or xsd:gYear. */
public record PublicationDate(String text) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** For readers: {@code 15 March 2021}, {@code March 2021}. */
    public String label() {
        try {
            return switch (text.length()) {
                case 10 -> LocalDate.parse(text).format(DAY);
                case 7 -> YearMonth.parse(text).format(MONTH);
                default -> text;
            };
        } catch (DateTimeException stored) {
            return text;
        }
    }

    /** The first day it can mean; what is no date at all counts as the first day of 1970. */
    public LocalDate firstDay() {
        try {
            return switch (text.length()) {
                case 10 -> LocalDate.parse(text);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> Year.parse(text).atDay(1);
            };
        } catch (DateTimeException stored) {
            return LocalDate.EPOCH;
        }
    }
}
