package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Convention;
import dev.precis.sparql.query.Convention.Magnitude;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Named;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What an effect means, in a plain sentence: how large it is called by a published convention, and what its interval
 * says. Only of results of the study itself, free of units, about which nothing is flagged.
 *
 * @param size such as {@code Small to medium}; empty where no convention holds
 * @param convention by which it is called so
 * @param interval such as {@code the 95% interval excludes no effect}; empty where there is none
 */
public record Meaning(String size, Named convention, String interval) {
    /** Nothing can be said. */
    private static final Meaning NONE = new Meaning("", Named.NONE, "");

    /** What can be said of a number. */
    public static Meaning of(Phrases phrases, Figure figure) {
        Statistic statistic = figure.statistic();
        if (!figure.isResult() || !figure.flags().isEmpty() || !statistic.dimensionless() || !statistic.isEffect()) {
            return NONE;
        }
        String interval = interval(phrases, statistic, figure.estimate());
        Optional<Magnitude> magnitude = statistic
                .convention()
                .flatMap(convention -> convention.magnitude(
                        figure.estimate(),
                        statistic.isLogarithmic(),
                        figure.text(),
                        figure.contrast().comparatorType().iri()));
        return new Meaning(
                magnitude.map(called -> phrases.say(key(called))).orElse(""),
                magnitude
                        .flatMap(called -> statistic.convention())
                        .map(Convention::published)
                        .orElse(Named.NONE),
                magnitude.isEmpty() ? PlotWording.capital(interval) : interval);
    }

    public boolean isPresent() {
        return !size.isEmpty() || !interval.isEmpty();
    }

    private static String key(Magnitude magnitude) {
        return switch (magnitude) {
            case LESS_THAN_SMALL -> "meaning.less-than-small";
            case SMALL -> "meaning.small";
            case SMALL_TO_MEDIUM -> "meaning.small-to-medium";
            case MEDIUM -> "meaning.medium";
            case MEDIUM_TO_LARGE -> "meaning.medium-to-large";
            case LARGE -> "meaning.large";
        };
    }

    /** Whether an interval leaves out the value that means no effect; a bound belongs to it. */
    private static String interval(Phrases phrases, Statistic statistic, Estimate estimate) {
        if (estimate.ciLower().isEmpty() || estimate.ciUpper().isEmpty()) {
            return "";
        }
        try {
            BigDecimal none = new BigDecimal(statistic.nullValue());
            boolean held = new BigDecimal(estimate.ciLower()).compareTo(none) <= 0
                    && new BigDecimal(estimate.ciUpper()).compareTo(none) >= 0;
            return phrases.say(
                    held ? "meaning.includes" : "meaning.excludes", Wording.kindOfInterval(phrases, estimate));
        } catch (NumberFormatException stored) {
            return "";
        }
    }
}
