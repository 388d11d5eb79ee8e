package dev.precis.pipeline.map;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.domain.Statistic.Quantity;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes findings as JSON: one object a statistic, with what is attached to it. */
public final class FindingsJson {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .nodeFactory(NODES)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private static final Map<URI, Concept> TYPES = Ontology.statistics().concepts().stream()
            .collect(Collectors.toUnmodifiableMap(Concept::iri, Function.identity()));

    private FindingsJson() {}

    /** A text and the statistics that its findings report, in printed order. */
    public static ObjectNode of(String text, List<Finding> findings) {
        ObjectNode node = NODES.objectNode();
        node.put("text", text);
        ArrayNode array = node.putArray("findings");
        for (Finding finding : findings) {
            finding.numbers().forEach(number -> array.add(of(number, finding.remarks())));
        }
        return node;
    }

    /** JSON on one line, numbers without exponents. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always JSON", impossible);
        }
    }

    private static ObjectNode of(Reported number, List<Remark> remarks) {
        ObjectNode node = of(number.statistic());
        node.put("role", number.role().name().toLowerCase(Locale.ROOT));
        Claim claim = number.claim();
        put(node, "predictor", claim.predictor());
        put(node, "comparator", claim.comparator());
        if (!claim.outcomes().isEmpty()) {
            ArrayNode outcomes = node.putArray("outcomes");
            claim.outcomes().forEach(outcome -> outcomes.add(of(outcome)));
        }
        put(node, "timepoint", claim.timepoint());
        put(node, "subgroup", claim.subgroup());
        if (claim.favours() != Claim.Favours.NEITHER) {
            node.put("favours", claim.favours().name().toLowerCase(Locale.ROOT));
        }
        List<String> flags = remarks.stream()
                .filter(remark -> remark.about().equals(number.statistic()))
                .map(Remark::flag)
                .toList();
        if (!flags.isEmpty()) {
            flags.forEach(node.putArray("flags")::add);
        }
        return node;
    }

    private static void put(ObjectNode node, String name, Passage words) {
        if (!words.isEmpty()) {
            node.set(name, of(words));
        }
    }

    /** The words, and from which to which character they stand where the place is known. */
    private static ObjectNode of(Passage words) {
        ObjectNode node = NODES.objectNode().put("text", words.text());
        return words.isPlaced() ? node.put("start", words.start()).put("end", words.end()) : node;
    }

    private static ObjectNode of(Statistic statistic) {
        ObjectNode node = NODES.objectNode();
        Concept type = type(statistic.type());
        String notation = type.notations().getFirst();
        // the kinds that are no symbol have names of their own in this format
        switch (notation) {
            case "percentage" -> node.put("kind", "percent");
            case "p" -> node.put("kind", "p-only");
            case "count", "ratio", "duration", "range" -> node.put("kind", notation);
            default -> node.put("kind", "statistic").put("stat", notation);
        }
        switch (statistic) {
            case Statistic.Estimate estimate -> put(node, estimate.quantity(), estimate.unit());
            case Statistic.Count count -> put(node, count.quantity(), count.unit());
            case Statistic.Ratio ratio ->
                node.put("op", ratio.relation().sign())
                        .put("num", ratio.numerator())
                        .put("den", ratio.denominator());
            case Statistic.BareProbability ignored -> {
                // its p is attached below
            }
        }
        statistic.attachments().forEach(attachment -> put(node, attachment));
        return node;
    }

    private static Concept type(URI iri) {
        Concept type = TYPES.get(iri);
        if (type == null) {
            throw new IllegalArgumentException("no statistic <" + iri + ">");
        }
        return type;
    }

    private static void put(ObjectNode node, Quantity quantity, String unit) {
        node.put("op", quantity.relation().sign()).put("value", quantity.low());
        if (quantity.isRange()) {
            node.put("high", quantity.high());
        }
        if (!unit.isEmpty()) {
            node.put("unit", unit);
        }
    }

    private static void put(ObjectNode node, Attachment attachment) {
        switch (attachment) {
            case Attachment.Interval interval -> put(node, interval);
            case Attachment.Probability p
            when !p.significant() -> node.putObject("p").put("op", "ns");
            case Attachment.Probability p ->
                node.putObject("p").put("op", p.relation().sign()).put("value", p.value());
            case Attachment.StandardError error -> node.put("se", error.value());
            case Attachment.StandardDeviation deviation -> node.put("sd", deviation.value());
            case Attachment.DegreesOfFreedom freedom -> {
                ArrayNode values = node.putArray("df");
                freedom.values().forEach(values::add);
            }
            case Attachment.SampleSize n -> node.put("n", n.value());
            case Attachment.Studies k -> node.put("k", k.value());
        }
    }

    private static void put(ObjectNode node, Attachment.Interval interval) {
        ObjectNode ci = node.putObject("ci");
        if (interval.level().signum() == 0) {
            ci.putNull("level");
        } else {
            ci.put("level", interval.level().multiply(HUNDRED).stripTrailingZeros());
        }
        ci.put("low", interval.lower()).put("high", interval.upper());
        if (interval.reversed()) {
            ci.putArray("as_printed").add(interval.upper()).add(interval.lower());
        }
    }
}
