package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Numbers and days in words, as pages show them. */
public final class Wording {
    private Wording() {}

    /** A day in words, of Greenwich. */
    static String day(Phrases phrases, Instant instant) {
        return phrases.day(instant.atOffset(ZoneOffset.UTC));
    }

    /** Such as {@code Hedges' g = 0.31, 95% CI 0.12 to 0.50, p = 0.002}. */
    public static String line(Phrases phrases, Estimate estimate) {
        List<String> parts = new ArrayList<>();
        parts.add(value(phrases, estimate));
        if (!estimate.ciLower().isEmpty() && !estimate.ciUpper().isEmpty()) {
            parts.add(at(phrases, estimate.ciLevel(), kind(phrases, estimate)) + " "
                    + phrases.say(
                            "range",
                            printed(phrases, estimate, estimate.ciLower()),
                            printed(phrases, estimate, estimate.ciUpper())));
        }
        add(parts, phrases.say("line.se") + " = ", number(phrases, estimate.standardError()));
        add(parts, phrases.say("line.sd") + " = ", number(phrases, estimate.standardDeviation()));
        add(
                parts,
                phrases.say("line.df") + " = ",
                number(phrases, estimate.df())
                        + (estimate.df2().isEmpty() ? "" : ", " + number(phrases, estimate.df2())));
        if (!estimate.pValue().isEmpty()) {
            parts.add("p " + sign(estimate.pRelation()) + " " + printed(phrases, estimate, estimate.pValue()));
        }
        add(parts, "N = ", number(phrases, estimate.size()));
        if (!estimate.studies().isEmpty()) {
            parts.add(phrases.say("line.studies", number(phrases, estimate.studies())));
        }
        return String.join(", ", parts);
    }

    /** A credible or a prediction interval is none of confidence. */
    private static String kind(Phrases phrases, Estimate estimate) {
        return phrases.say(
                switch (estimate.intervalType()) {
                    case "credible" -> "interval.credible";
                    case "prediction" -> "interval.prediction";
                    default -> "interval.short";
                });
    }

    /** Such as {@code 95% interval} or {@code 95% credible interval}. */
    static String kindOfInterval(Phrases phrases, Estimate estimate) {
        return at(
                phrases,
                estimate.ciLevel(),
                estimate.intervalType().isEmpty() ? phrases.say("interval") : kind(phrases, estimate));
    }

    /** Such as {@code 0.31 [0.12, 0.50]}. */
    public static String interval(Phrases phrases, Estimate estimate) {
        return printed(phrases, estimate, estimate.value()) + " "
                + phrases.say(
                        "bounds",
                        printed(phrases, estimate, estimate.ciLower()),
                        printed(phrases, estimate, estimate.ciUpper()));
    }

    /** Such as {@code g = 0.31 [0.12, 0.50]}, with a word for an interval that is none of confidence. */
    static String brief(Phrases phrases, Estimate estimate, String symbol) {
        boolean bounded = !estimate.ciLower().isEmpty() && !estimate.ciUpper().isEmpty();
        String kind = estimate.intervalType().isEmpty() ? "" : " (" + kind(phrases, estimate) + ")";
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return symbol + " " + sign(estimate.relation()) + " "
                + (bounded ? interval(phrases, estimate) + kind : printed(phrases, estimate, estimate.value())) + unit;
    }

    /** An interval of a level, such as {@code 95% CI}. */
    static String at(Phrases phrases, String level, String interval) {
        return level.isEmpty() ? interval : phrases.say("interval.at", percent(phrases, level), interval);
    }

    /** Such as {@code 0.002}, or {@code < 0.05}; empty where there is none. */
    public static String probability(Phrases phrases, Estimate estimate) {
        String sign = sign(estimate.pRelation());
        return (sign.equals("=") || estimate.pValue().isEmpty() ? "" : sign + " ")
                + printed(phrases, estimate, estimate.pValue());
    }

    /** A number of an estimate with the last zeros that it has in print: the store keeps numbers by value. */
    static String printed(Phrases phrases, Estimate estimate, String number) {
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        String digits = whole.startsWith("-") ? whole.substring(1) : whole;
        String decimals = digits.startsWith("0.") ? "0?" + Pattern.quote(digits.substring(1)) : Pattern.quote(digits);
        Matcher zeros = Pattern.compile(
                        "(?<![0-9.])" + decimals + (digits.contains(".") ? "(0+)" : "(\\.0+)") + "(?![0-9])")
                .matcher(estimate.asPrinted());
        return phrases.decimal(number(whole) + (!digits.isEmpty() && zeros.find() ? zeros.group(1) : ""));
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
    public static String lines(Phrases phrases, List<Estimate> estimates) {
        return estimates.stream().map(estimate -> line(phrases, estimate)).collect(Collectors.joining("; "));
    }

    private static String value(Phrases phrases, Estimate estimate) {
        String name = estimate.statistic().isEmpty() ? phrases.say("value") : phrases.term(estimate.statistic());
        if (estimate.value().isEmpty()) {
            return name;
        }
        String value = printed(phrases, estimate, estimate.value());
        String range = estimate.upperValue().isEmpty()
                ? value
                : phrases.say("range", value, printed(phrases, estimate, estimate.upperValue()));
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        return name + " " + sign(estimate.relation()) + " " + range + unit;
    }

    private static String percent(Phrases phrases, String level) {
        try {
            return phrases.say(
                    "percent",
                    phrases.decimal(new BigDecimal(level)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString()));
        } catch (NumberFormatException stored) {
            return level;
        }
    }

    private static void add(List<String> parts, String before, String value) {
        if (!value.isEmpty()) {
            parts.add(before + value);
        }
    }

    /** Such as {@code over 1100 patients, 16 studies}. */
    public static String line(Phrases phrases, Sample sample) {
        List<String> parts = new ArrayList<>();
        if (!sample.size().isEmpty()) {
            parts.add((amount(phrases, sample.relation(), phrases.decimal(sample.size())) + " " + sample.description())
                    .strip());
        }
        if (!sample.studies().isEmpty()) {
            parts.add(phrases.say("studies-in." + (sample.studies().equals("1") ? "one" : "other"), sample.studies()));
        }
        return parts.isEmpty() ? sample.asPrinted() : String.join(", ", parts);
    }

    private static String amount(Phrases phrases, String relation, String size) {
        return switch (relation) {
            case ">" -> phrases.say("amount.over", size);
            case ">=" -> phrases.say("amount.at-least", size);
            case "<" -> phrases.say("amount.under", size);
            case "<=" -> phrases.say("amount.at-most", size);
            case "~" -> phrases.say("amount.about", size);
            default -> size;
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
    public static String number(Phrases phrases, String number) {
        return phrases.decimal(number(number));
    }

    private static String number(String number) {
        String whole = number.endsWith(".0") ? number.substring(0, number.length() - 2) : number;
        return whole.startsWith("-") ? "−" + whole.substring(1) : whole;
    }

    /** The day of an xsd:dateTime in words; a text that is none stays as it is. */
    public static String day(Phrases phrases, String dateTime) {
        try {
            return day(phrases, OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeException stored) {
            return dateTime;
        }
    }
}
