package dev.precis.sparql.page;

import dev.precis.sparql.query.Estimate;
import dev.precis.sparql.query.Sample;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Numbers and days in words, as pages show them. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Wording() {}

    /** Such as {@code Hedges' g = 0.31, 95% CI 0.12 to 0.50, p = 0.002}. */
    public static String line(Estimate estimate) {
        List<String> parts = new ArrayList<>();
        parts.add(value(estimate));
        if (!estimate.ciLower().isEmpty() && !estimate.ciUpper().isEmpty()) {
            parts.add(level(estimate.ciLevel()) + "CI " + number(estimate.ciLower()) + " to "
                    + number(estimate.ciUpper()));
        }
        add(parts, "SE = ", estimate.standardError());
        add(parts, "SD = ", estimate.standardDeviation());
        add(parts, "df = ", number(estimate.df()) + (estimate.df2().isEmpty() ? "" : ", " + number(estimate.df2())));
        add(parts, "p " + sign(estimate.pRelation()) + " ", estimate.pValue());
        add(parts, "N = ", estimate.size());
        add(parts, "studies: ", estimate.studies());
        return String.join(", ", parts);
    }

    /** Several numbers of one sentence, one after the other. */
    public static String lines(List<Estimate> estimates) {
        return estimates.stream().map(Wording::line).collect(Collectors.joining("; "));
    }

    private static String value(Estimate estimate) {
        String name = estimate.statistic().isEmpty() ? "value" : estimate.statistic();
        if (estimate.value().isEmpty()) {
            return name;
        }
        String range = estimate.upperValue().isEmpty() ? "" : " to " + number(estimate.upperValue());
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return name + " " + sign(estimate.relation()) + " " + number(estimate.value()) + range + unit;
    }

    private static String level(String level) {
        if (level.isEmpty()) {
            return "";
        }
        try {
            return new BigDecimal(level).movePointRight(2).stripTrailingZeros().toPlainString() + "% ";
        } catch (NumberFormatException stored) {
            return level + " ";
        }
    }

    private static void add(List<String> parts, String before, String value) {
        if (!value.isEmpty()) {
            parts.add(before + number(value));
        }
    }

    /** Such as {@code over 1100 patients, 16 studies}. */
    public static String line(Sample sample) {
        List<String> parts = new ArrayList<>();
        if (!sample.size().isEmpty()) {
            parts.add((amount(sample.relation()) + sample.size() + " " + sample.description()).strip());
        }
        if (!sample.studies().isEmpty()) {
            parts.add(sample.studies() + (sample.studies().equals("1") ? " study" : " studies"));
        }
        return parts.isEmpty() ? sample.asPrinted() : String.join(", ", parts);
    }

    private static String amount(String relation) {
        return switch (relation) {
            case ">" -> "over ";
            case ">=" -> "at least ";
            case "<" -> "under ";
            case "<=" -> "at most ";
            case "~" -> "about ";
            default -> "";
        };
    }

    private static String sign(String relation) {
        return switch (relation) {
            case "" -> "=";
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "~" -> "≈";
            default -> relation;
        };
    }

    /** A stored decimal as people write it: a true minus, no ".0". */
    private static String number(String number) {
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return whole.startsWith("-") ? "−" + whole.substring(1) : whole;
    }

    /** The day of an xsd:dateTime in words; a text that is none stays as it is. */
    public static String day(String dateTime) {
        try {
            return OffsetDateTime.parse(dateTime)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .format(DAY);
        } catch (DateTimeException stored) {
            return dateTime;
        }
    }
}
