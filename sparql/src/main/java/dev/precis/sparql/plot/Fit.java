package dev.precis.sparql.plot;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a number may stand beside in a plot of comparable ones, or why it may not stand in any.
 *
 * @param against the kind of comparator by its name; of an association, what is related to the outcome
 * @param outcome what was measured, as it is compared; like {@code against} empty if the number fits no plot
 */
public record Fit(Statistic statistic, String unit, String against, String outcome, Standing standing) {
    /** Holds whatever is none of the other kinds: two of it have nothing in common. */
    private static final String OTHER = "https://w3id.org/precis/comparator#other";

    private static final Pattern ARTICLE = Pattern.compile("^(the|an?|their|his|her|its) ");
    private static final Pattern GAP = Pattern.compile("[\\s\u00a0\\-\u2010\u2011]+");

    /** Whether there is a plot for a number; if not, the first reason that holds. */
    public enum Standing {
        COMPARABLE,
        /** It is quoted from earlier research, or tells who was studied. */
        NO_RESULT,
        NO_INTERVAL,
        /** Its value or interval has no place on such an axis. */
        NO_PLACE,
        NO_OUTCOME,
        /** The kind of comparator is not known. */
        NO_COMPARATOR,
        /** What an association is of is not known. */
        NO_PREDICTOR,
        /** It would be the only row. */
        ALONE
    }

    /** What is kept of a number tells as much as the number itself. */
    public static Fit of(Number number, Statistic statistic) {
        String against = statistic.isAssociation() ? folded(number.predictor()) : number.comparatorType();
        String outcome = folded(number.outcome());
        Standing standing = standing(number, statistic, against, outcome);
        return standing == Standing.COMPARABLE
                ? new Fit(statistic, number.unit(), against, outcome, standing)
                : new Fit(statistic, "", "", "", standing);
    }

    static Fit of(Figure figure) {
        Estimate estimate = figure.estimate();
        Number number = new Number(
                figure.statistic().iri(),
                estimate.unit(),
                figure.role(),
                estimate.value(),
                estimate.ciLower(),
                estimate.ciUpper(),
                figure.contrast().predictor(),
                figure.contrast().comparatorType().iri(),
                figure.contrast().outcome());
        return of(number, figure.statistic());
    }

    public boolean isComparable() {
        return standing == Standing.COMPARABLE;
    }

    private static Standing standing(Number number, Statistic statistic, String against, String outcome) {
        if (!number.isResult()) {
            return Standing.NO_RESULT;
        }
        if (number.ciLower().isEmpty() || number.ciUpper().isEmpty()) {
            return Standing.NO_INTERVAL;
        }
        if (Interval.of(number.value(), number.ciLower(), number.ciUpper(), statistic.isLogarithmic())
                .isEmpty()) {
            return Standing.NO_PLACE;
        }
        if (outcome.isEmpty()) {
            return Standing.NO_OUTCOME;
        }
        if (against.isEmpty() || against.equals(OTHER)) {
            return statistic.isAssociation() ? Standing.NO_PREDICTOR : Standing.NO_COMPARATOR;
        }
        return Standing.COMPARABLE;
    }

    /** The same words, however they are written: without article, capitals and hyphens. */
    private static String folded(String words) {
        String plain = GAP.matcher(words.strip().toLowerCase(Locale.ROOT)).replaceAll(" ");
        return ARTICLE.matcher(plain).replaceFirst("");
    }
}
