package dev.precis.sparql.query;

import dev.precis.sparql.query.Detail.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Published values from which on an effect is called small, medium or large.
 *
 * @param published what it is called, such as {@code Cohen (1988)}, and where it is described
 * @param notFor words that name variants of the statistic, and names of kinds of comparators, that it does not hold for
 */
public record Convention(Named published, BigDecimal small, BigDecimal medium, BigDecimal large, List<String> notFor) {
    public Convention {
        notFor = List.copyOf(notFor);
    }

    /** What an effect is called: by one of the values, or by the two that it lies between. */
    public enum Magnitude {
        LESS_THAN_SMALL,
        SMALL,
        SMALL_TO_MEDIUM,
        MEDIUM,
        MEDIUM_TO_LARGE,
        LARGE
    }

    /**
     * What the effect is called; empty where the convention does not hold for it, or its value is none.
     *
     * @param ratio whether it is a ratio
     * @param sentence that tells it
     * @param comparatorType the name of the kind of comparator; may be empty
     */
    public Optional<Magnitude> magnitude(Estimate estimate, boolean ratio, String sentence, String comparatorType) {
        return holdsFor(estimate, sentence, comparatorType)
                ? distance(estimate.value(), ratio).map(this::magnitude)
                : Optional.empty();
    }

    /** The same, where it holds for neither what this one nor what the other is not for. */
    Convention notForEither(Convention other) {
        List<String> both =
                Stream.concat(notFor.stream(), other.notFor.stream()).toList();
        return new Convention(published, small, medium, large, both);
    }

    private boolean holdsFor(Estimate estimate, String sentence, String comparatorType) {
        String said = (sentence + " " + estimate.asPrinted()).toLowerCase(Locale.ROOT);
        return estimate.upperValue().isEmpty()
                && (estimate.relation().isEmpty() || estimate.relation().equals("="))
                && notFor.stream()
                        .noneMatch(one -> one.equals(comparatorType) || isIn(said, one.toLowerCase(Locale.ROOT)));
    }

    private static boolean isIn(String text, String word) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }

    /** How far the value is from none; a ratio of a half is as far as one of two. */
    private static Optional<BigDecimal> distance(String value, boolean ratio) {
        try {
            BigDecimal number = new BigDecimal(value);
            if (!ratio) {
                return Optional.of(number.abs());
            }
            if (number.signum() <= 0) {
                return Optional.empty();
            }
            return Optional.of(number.max(BigDecimal.ONE.divide(number, MathContext.DECIMAL64)));
        } catch (NumberFormatException stored) {
            return Optional.empty();
        }
    }

    private Magnitude magnitude(BigDecimal distance) {
        if (distance.compareTo(small) < 0) {
            return Magnitude.LESS_THAN_SMALL;
        }
        if (distance.compareTo(medium) < 0) {
            return distance.compareTo(small) == 0 ? Magnitude.SMALL : Magnitude.SMALL_TO_MEDIUM;
        }
        if (distance.compareTo(large) < 0) {
            return distance.compareTo(medium) == 0 ? Magnitude.MEDIUM : Magnitude.MEDIUM_TO_LARGE;
        }
        return Magnitude.LARGE;
    }
}
