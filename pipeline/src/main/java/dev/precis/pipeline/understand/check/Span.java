package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment.Probability;
import java.math.BigDecimal;

/** The numbers from {@code low} to {@code high}, ends included. */
record Span(double low, double high) {
    /** No number at all. */
    static final Span NONE = new Span(Double.NaN, Double.NaN);

    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** The numbers that are the printed one when they are rounded to its digits. */
    static Span printed(BigDecimal number) {
        BigDecimal half = number.ulp().multiply(HALF);
        return new Span(number.subtract(half).doubleValue(), number.add(half).doubleValue());
    }

    /** The numbers, none of them negative, that are the printed one when they are rounded to its digits or cut off. */
    static Span cut(BigDecimal number) {
        BigDecimal half = number.ulp().multiply(HALF);
        return new Span(
                Math.max(0, number.subtract(half).doubleValue()),
                number.add(number.ulp()).doubleValue());
    }

    /** What a printed p can have been before it was rounded. */
    static Span printed(Probability p) {
        double value = p.value().doubleValue();
        return switch (p.relation()) {
            case EQUAL, ABOUT -> printed(p.value());
            case LESS, AT_MOST -> new Span(0, value);
            case GREATER, AT_LEAST -> new Span(value, 1);
        };
    }

    /** What a printed p can have been before it was rounded or cut off. */
    static Span cut(Probability p) {
        return p.relation() == Relation.EQUAL ? cut(p.value()) : printed(p);
    }

    boolean isFinite() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    double middle() {
        return (low + high) / 2;
    }

    /** Never true of {@link #NONE}. */
    boolean overlaps(Span other) {
        return low <= other.high && other.low <= high;
    }

    /** How far two spans of p values lie apart, told as z; 0 where they overlap or one is none. */
    double apart(Span other) {
        if (!isFinite() || !other.isFinite() || overlaps(other)) {
            return 0;
        }
        double nearer = low > other.high ? other.high : high;
        double farther = low > other.high ? low : other.low;
        return StudentT.normal(nearer) - StudentT.normal(farther);
    }

    /** The absolute values. */
    Span distance() {
        double least = low <= 0 && high >= 0 ? 0 : Math.min(Math.abs(low), Math.abs(high));
        return new Span(least, Math.max(Math.abs(low), Math.abs(high)));
    }

    /** All quotients of two spans of numbers that are not negative. */
    Span over(Span divisor) {
        return new Span(low / divisor.high, high / Math.max(divisor.low, Double.MIN_VALUE));
    }
}
