package dev.precis.pipeline.extract.date;

import dev.precis.pipeline.domain.PublicationDate;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A day or month as a line tells it: in two ways, where it is written in numbers and nothing tells the day from the
 * month.
 *
 * @param date as most people would read it
 * @param other as others would; the same where there is but one way
 */
public record ReadDay(PublicationDate date, PublicationDate other) {

    public static ReadDay sure(PublicationDate date) {
        return new ReadDay(date, date);
    }

    /** Whether there is but one way to read it. */
    public boolean isSure() {
        return date.equals(other);
    }

    /** The way that agrees with what else is known of the day; both, where none or each does. */
    public ReadDay settledBy(PublicationDate witness) {
        boolean one = isNear(date, witness);
        return one == isNear(other, witness) ? this : sure(one ? date : other);
    }

    /** Whether two days are the same but for a time zone; a month is near to all of its days. */
    public static boolean isNear(PublicationDate one, PublicationDate other) {
        if (!one.hasDay() || !other.hasDay()) {
            return one.month().equals(other.month());
        }
        LocalDate day = one.month().atDay(one.day());
        return Math.abs(ChronoUnit.DAYS.between(day, other.month().atDay(other.day()))) <= 1;
    }
}
