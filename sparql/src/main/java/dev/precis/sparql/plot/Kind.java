package dev.precis.sparql.plot;

import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Statistic;

/**
 * What may stand on one axis: one statistic in one unit; of one study only, if its values mean nothing outside it.
 *
 * @param against what all are compared with, and
 * @param outcome what all measured, if the rows are to be comparable; else empty
 */
record Kind(Statistic statistic, String unit, String summary, String against, String outcome) {
    static Kind of(Fit fit, String summary) {
        return of(fit.statistic(), fit.unit(), summary, fit.against(), fit.outcome());
    }

    static Kind ofAxis(Figure figure) {
        return of(figure.statistic(), figure.estimate().unit(), figure.item().iri(), "", "");
    }

    private static Kind of(Statistic statistic, String unit, String summary, String against, String outcome) {
        return new Kind(statistic, unit, statistic.dimensionless() ? "" : summary, against, outcome);
    }
}
