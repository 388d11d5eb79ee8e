package dev.precis.pipeline.understand.finding;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import dev.precis.pipeline.understand.check.ConsistencyCheck;
import dev.precis.pipeline.understand.finding.claim.Located;
import dev.precis.pipeline.understand.finding.token.Numerals;
import dev.precis.pipeline.understand.finding.token.Tokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Reads sentences with the real vocabulary and prints each statistic on one line, so that tests can be read. */
public final class PrintedStatistics {
    public static final StatisticReader READER = new StatisticReader(Ontology.statistics());
    public static final ConsistencyCheck CHECK = new ConsistencyCheck(Ontology.statistics());

    private PrintedStatistics() {}

    static List<String> of(String sentence) {
        return READER.read(Passage.of(sentence)).stream()
                .map(PrintedStatistics::line)
                .toList();
    }

    static List<String> of(Passage sentence, Numerals numerals) {
        return READER.read(sentence, Tokens.of(sentence.text(), numerals)).stream()
                .map(Located::statistic)
                .map(PrintedStatistics::line)
                .toList();
    }

    static String notation(Statistic statistic) {
        return Ontology.statistics().concepts().stream()
                .filter(concept -> concept.iri().equals(statistic.type()))
                .map(concept -> concept.notations().getFirst())
                .findFirst()
                .orElseThrow();
    }

    private static String line(Statistic statistic) {
        String value = switch (statistic) {
            case Statistic.Estimate estimate -> " " + quantity(estimate.quantity()) + unit(estimate.unit());
            case Statistic.Count count -> " " + quantity(count.quantity()) + unit(count.unit());
            case Statistic.Ratio ratio ->
                " " + ratio.relation().sign() + " " + ratio.numerator() + "/" + ratio.denominator();
            case Statistic.BareProbability ignored -> "";
        };
        return notation(statistic)
                + value
                + statistic.attachments().stream()
                        .map(attachment -> ", " + attachment(attachment))
                        .collect(Collectors.joining());
    }

    private static String quantity(Quantity quantity) {
        String range = quantity.isRange() ? ".." + quantity.high() : "";
        return quantity.relation().sign() + " " + quantity.low() + range;
    }

    private static String unit(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String attachment(Attachment attachment) {
        return switch (attachment) {
            case Attachment.Interval i ->
                i.level() + " CI [" + i.lower() + ", " + i.upper() + "]" + (i.reversed() ? " reversed" : "");
            case Attachment.Probability p when !p.significant() -> "ns";
            case Attachment.Probability p -> "p " + p.relation().sign() + " " + p.value();
            case Attachment.StandardError error -> "SE " + error.value();
            case Attachment.StandardDeviation deviation -> "SD " + deviation.value();
            case Attachment.DegreesOfFreedom freedom ->
                "df " + freedom.values().stream().map(BigDecimal::toString).collect(Collectors.joining(" "));
            case Attachment.SampleSize n -> "n " + n.value();
            case Attachment.Studies k -> "k " + k.value();
        };
    }
}
