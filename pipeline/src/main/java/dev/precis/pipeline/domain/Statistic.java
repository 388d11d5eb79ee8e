package dev.precis.pipeline.domain;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A number that a sentence reports, by form. Its kind (Hedges' g, odds ratio, percentage ...) is data: a concept of
 * {@code statistics.ttl}. What is printed with a number is attached to it.
 */
public sealed interface Statistic {

    /** The words it was read from, attachments included, and their place in the sentence. */
    Passage printed();

    /** The concept in {@code statistics.ttl}. */
    URI type();

    List<Attachment> attachments();

    /** The first attachment of a kind. */
    default <A extends Attachment> Optional<A> attachment(Class<A> kind) {
        return attachments().stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /** The one number that is printed as the estimate; a bound, an approximation or a range may be anything. */
    default Optional<BigDecimal> point() {
        return this instanceof Estimate estimate ? estimate.quantity().exact() : Optional.empty();
    }

    /**
     * A quantity of some type: effect size, test statistic, mean, percentage, ratio, duration, range ...
     *
     * @param unit what is counted or measured, such as {@code years}; empty where the type says it all
     */
    record Estimate(Passage printed, URI type, Quantity quantity, String unit, List<Attachment> attachments)
            implements Statistic {
        public Estimate {
            attachments = List.copyOf(attachments);
        }
    }

    /**
     * A number of things, such as 346 supervisees or 17 studies.
     *
     * @param unit the things, as printed
     */
    record Count(Passage printed, URI type, Quantity quantity, String unit, List<Attachment> attachments)
            implements Statistic {
        public Count {
            attachments = List.copyOf(attachments);
        }
    }

    /** A share in words: three out of four, half, one in five. */
    record Ratio(Passage printed, URI type, Relation relation, BigDecimal numerator, BigDecimal denominator)
            implements Statistic {
        public Ratio {
            if (denominator.signum() == 0) {
                throw new IllegalArgumentException("a share of nothing: " + printed.text());
            }
        }

        @Override
        public List<Attachment> attachments() {
            return List.of();
        }
    }

    /** A p that belongs to no printed number. */
    record BareProbability(Passage printed, URI type, Attachment.Probability probability) implements Statistic {
        @Override
        public List<Attachment> attachments() {
            return List.of(probability);
        }
    }

    /**
     * A value with its relation, or a range.
     *
     * @param high equal to {@code low} unless the text gives a range
     */
    record Quantity(Relation relation, BigDecimal low, BigDecimal high) {
        public static Quantity of(Relation relation, BigDecimal value) {
            return new Quantity(relation, value, value);
        }

        public boolean isRange() {
            return low.compareTo(high) != 0;
        }

        /** The one number that is printed; none of a bound, an approximation or a range. */
        public Optional<BigDecimal> exact() {
            return relation == Relation.EQUAL && !isRange() ? Optional.of(low) : Optional.empty();
        }
    }

    /** What stands beside a number and belongs to it. */
    sealed interface Attachment {

        /**
         * An interval about a number, bounds in order.
         *
         * @param kind as its words say; where they say nothing it is taken for a confidence interval
         * @param level as a fraction, such as 0.95; 0 where the text gives none
         * @param reversed whether the text printed the higher bound first
         */
        record Interval(Kind kind, BigDecimal level, BigDecimal lower, BigDecimal upper, boolean reversed)
                implements Attachment {
            /** What an interval says: where the number lies, what is believed of it, or what a new study would show. */
            public enum Kind {
                CONFIDENCE,
                CREDIBLE,
                PREDICTION
            }

            public Interval {
                if (lower.compareTo(upper) > 0) {
                    throw new IllegalArgumentException("bounds of an interval are in order: " + lower + ", " + upper);
                }
            }
        }

        /**
         * A p value.
         *
         * @param value as printed; 1 with {@code significant = false} stands for a printed "ns"
         */
        record Probability(Relation relation, BigDecimal value, boolean significant) implements Attachment {
            /** Whether a number from 0 to 1 is printed, as every probability is. */
            public boolean isNumber() {
                return significant && isInRange();
            }

            public boolean isInRange() {
                return value.signum() >= 0 && value.compareTo(BigDecimal.ONE) <= 0;
            }
        }

        record StandardError(BigDecimal value) implements Attachment {}

        record StandardDeviation(BigDecimal value) implements Attachment {}

        /** One number, or two for an F. */
        record DegreesOfFreedom(List<BigDecimal> values) implements Attachment {
            public DegreesOfFreedom {
                values = List.copyOf(values);
            }
        }

        /** n, the number of people. */
        record SampleSize(BigDecimal value) implements Attachment {}

        /** k, the number of studies. */
        record Studies(BigDecimal value) implements Attachment {}
    }
}
