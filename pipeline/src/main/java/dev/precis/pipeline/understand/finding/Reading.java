package dev.precis.pipeline.understand.finding;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A statistic while its sentence is read: what stands beside it is still being attached. */
final class Reading {
    private StatisticType type;
    private Quantity quantity;
    private final BigDecimal denominator;
    private final String unit;
    private final List<Attachment> attachments = new ArrayList<>();
    private int first;
    private int end;
    private final int valueEnd;

    private Reading(StatisticType type, Quantity quantity, BigDecimal denominator, String unit, int first, int end) {
        this.type = type;
        this.quantity = quantity;
        this.denominator = denominator;
        this.unit = unit;
        this.first = first;
        this.end = end;
        this.valueEnd = end;
    }

    /** A value of the type; {@code first} and {@code end} are token indices. */
    static Reading of(StatisticType type, Quantity quantity, String unit, int first, int end) {
        return new Reading(type, quantity, BigDecimal.ONE, unit, first, end);
    }

    static Reading ratio(
            StatisticType type, Relation relation, BigDecimal numerator, BigDecimal denominator, int first, int end) {
        return new Reading(type, Quantity.of(relation, numerator), denominator, "", first, end);
    }

    /** A p that belongs to no number; its probability is its only attachment. */
    static Reading probability(StatisticType type, Attachment.Probability probability, int first, int end) {
        Reading reading = of(type, Quantity.of(probability.relation(), probability.value()), "", first, end);
        reading.attachments.add(probability);
        return reading;
    }

    StatisticType type() {
        return type;
    }

    Quantity quantity() {
        return quantity;
    }

    int first() {
        return first;
    }

    /** Index after the last token of it and what is attached so far. */
    int end() {
        return end;
    }

    /** Index after the last token of the value itself. */
    int valueEnd() {
        return valueEnd;
    }

    boolean has(Class<? extends Attachment> kind) {
        return attachments.stream().anyMatch(kind::isInstance);
    }

    /** Attaches what stands in the tokens from {@code from} to {@code to}; a second one of a kind is not believed. */
    void attach(Attachment attachment, int from, int to) {
        if (!has(attachment.getClass())) {
            attachments.add(attachment);
            first = Math.min(first, from);
            end = Math.max(end, to);
        }
    }

    /** The name follows the number: "0.20 to 0.85 (Cohen's d)". */
    void rename(StatisticType other, int to) {
        type = other;
        end = Math.max(end, to);
    }

    /** The second value of "between d = .1 and d = .3". */
    void extendTo(BigDecimal high, int to) {
        quantity = new Quantity(
                quantity.relation(), quantity.low().min(high), quantity.low().max(high));
        end = Math.max(end, to);
    }

    /** The number as it is printed in the sentence, and where. */
    Located in(Passage sentence, Tokens tokens) {
        return new Located(statistic(sentence, tokens), kind(), first, end);
    }

    private Located.Kind kind() {
        return switch (type.form()) {
            case "count", "duration", "range", "ratio" -> Located.Kind.COUNT;
            case "percentage" -> Located.Kind.SHARE;
            case "probability" -> Located.Kind.EFFECT;
            default -> type.isInferential() && !type.isReliability() ? Located.Kind.EFFECT : Located.Kind.DESCRIPTION;
        };
    }

    private Statistic statistic(Passage sentence, Tokens tokens) {
        Passage printed =
                sentence.part(tokens.get(first).start(), tokens.get(end - 1).end());
        return switch (type.form()) {
            case "count" -> new Statistic.Count(printed, type.iri(), quantity, unit, attachments);
            case "ratio" -> new Statistic.Ratio(printed, type.iri(), quantity.relation(), quantity.low(), denominator);
            case "probability" ->
                new Statistic.BareProbability(printed, type.iri(), (Attachment.Probability) attachments.getFirst());
            default -> new Statistic.Estimate(printed, type.iri(), quantity, unit, attachments);
        };
    }
}
