package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Quantity;
import java.math.BigDecimal;

/**
 * A number or a range as printed, with its relation, before anyone knows what it measures.
 *
 * @param percent whether a percent sign or "percent" belongs to it
 * @param start index of its first token, the relation included
 * @param end index after its last token
 */
record Measure(Relation relation, BigDecimal low, BigDecimal high, boolean percent, int start, int end) {

    boolean isRange() {
        return low.compareTo(high) != 0;
    }

    boolean hasFraction() {
        return low.scale() > 0 || high.scale() > 0;
    }

    /** A whole number that can be a year of the calendar. */
    boolean isYear() {
        return low.scale() == 0 && low.intValue() >= 1900 && low.intValue() <= 2099;
    }

    /** Ranges in order, whichever bound was printed first. */
    Quantity quantity() {
        return new Quantity(relation, low.min(high), low.max(high));
    }

    Measure withRelation(Relation other, int newStart) {
        return new Measure(other, low, high, percent, newStart, end);
    }
}
