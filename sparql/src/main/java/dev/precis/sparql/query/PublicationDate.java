package dev.precis.sparql.query;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;

/** A day, a month or a year, as precise as it is known: the lexical form of xsd:date, xsd:gYearMonth or xsd:gYear. */
public record PublicationDate(String text) {
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
