package dev.precis.sparql.page;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers and days in words, as pages show them. */
public final class Wording {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private Wording() {}

    /** A day in words, of Greenwich. */
    static String day(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code Hedges' g = 0.31, 95% CI 0.12 to 0.50, p = 0.002}. */
    public static String line(Estimate estimate) {
        List<String> parts = new ArrayList<>();
        parts.add(value(estimate));
        if (!estimate.ciLower().isEmpty() && !estimate.ciUpper().isEmpty()) {
            parts.add(level(estimate.ciLevel()) + kind(estimate) + " " + printed(estimate, estimate.ciLower()) + " to "
                    + printed(estimate, estimate.ciUpper()));
        }
        add(parts, "SE = ", estimate.standardError());
        add(parts, "SD = ", estimate.standardDeviation());
        add(parts, "df = ", number(estimate.df()) + (estimate.df2().isEmpty() ? "" : ", " + number(estimate.df2())));
        if (!estimate.pValue().isEmpty()) {
            parts.add("p " + sign(estimate.pRelation()) + " " + printed(estimate, estimate.pValue()));
        }
        add(parts, "N = ", estimate.size());
        add(parts, "studies: ", estimate.studies());
        return String.join(", ", parts);
    }

    /** A credible or a prediction interval is none of confidence. */
    private static String kind(Estimate estimate) {
        return switch (estimate.intervalType()) {
            case "credible" -> "credible interval";
            case "prediction" -> "prediction interval";
            default -> "CI";
        };
    }

    /** Such as {@code 95% interval} or {@code 95% credible interval}. */
    static String kindOfInterval(Estimate estimate) {
        return level(estimate.ciLevel()) + (estimate.intervalType().isEmpty() ? "interval" : kind(estimate));
    }

    /** Such as {@code 0.31 [0.12, 0.50]}. */
    public static String interval(Estimate estimate) {
        return printed(estimate, estimate.value()) + " [" + printed(estimate, estimate.ciLower()) + ", "
                + printed(estimate, estimate.ciUpper()) + "]";
    }

    /** Such as {@code g = 0.31 [0.12, 0.50]}, with a word for an interval that is none of confidence. */
    static String brief(Estimate estimate, String symbol) {
        boolean bounded = !estimate.ciLower().isEmpty() && !estimate.ciUpper().isEmpty();
        String kind = estimate.intervalType().isEmpty() ? "" : " (" + kind(estimate) + ")";
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return symbol + " " + sign(estimate.relation()) + " "
                + (bounded ? interval(estimate) + kind : printed(estimate, estimate.value())) + unit;
    }

    /** Such as {@code 95% CI}. */
    public static String levelOf(String level) {
        return level(level) + "CI";
    }

    /** Such as {@code 0.002}, or {@code < 0.05}; empty where there is none. */
    public static String probability(Estimate estimate) {
        String sign = sign(estimate.pRelation());
        return (sign.equals("=") || estimate.pValue().isEmpty() ? "" : sign + " ")
                + printed(estimate, estimate.pValue());
    }

    /** A number of an estimate with the last zeros that it has in print: the store keeps numbers by value. */
    static String printed(Estimate estimate, String number) {
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        String digits = whole.startsWith("-") ? whole.substring(1) : whole;
        String decimals = digits.startsWith("0.") ? "0?" + Pattern.quote(digits.substring(1)) : Pattern.quote(digits);
        Matcher zeros = Pattern.compile(
                        "(?<![0-9.])" + decimals + (digits.contains(".") ? "(0+)" : "(\\.0+)") + "(?![0-9])")
                .matcher(estimate.asPrinted());
        return number(whole) + (!digits.isEmpty() && zeros.find() ? zeros.group(1) : "");
    }

    /** Whether no flag of the same kind stands before it in the list. */
    public static boolean isFirstOfItsKind(Flag flag, List<Flag> flags) {
        return flags.stream()
                .filter(other -> other.kind().equals(flag.kind()))
                .findFirst()
                .filter(flag::equals)
                .isPresent();
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
        String range = estimate.upperValue().isEmpty() ? "" : " to " + printed(estimate, estimate.upperValue());
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return name + " " + sign(estimate.relation()) + " " + printed(estimate, estimate.value()) + range + unit;
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
    public static String number(String number) {
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return whole.startsWith("-") ? "−" + whole.substring(1) : whole;
    }

    /** The day of an xsd:dateTime in words; a text that is none stays as it is. */
    public static String day(String dateTime) {
        try {
            return day(OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeException stored) {
            return dateTime;
        }
    }

    /** Whether a text about the month says so itself. */
    public static boolean saysThisMonth(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith("this month");
    }
}
