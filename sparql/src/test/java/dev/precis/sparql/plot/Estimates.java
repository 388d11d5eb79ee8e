package dev.precis.sparql.plot;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.MadeUp;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import java.util.List;
import java.util.Optional;

/** Estimates made up for plots. */
final class Estimates {
    static final Statistic G = new Statistic(
            "https://example.org/#g", "Hedges' g", "g", "0.0", "linear", "", true, "estimate", Optional.empty());
    static final Statistic D = new Statistic(
            "https://example.org/#d", "Cohen's d", "d", "0.0", "linear", "", true, "estimate", Optional.empty());
    static final Statistic R = new Statistic(
            "https://example.org/#r",
            "correlation coefficient",
            "r",
            "0.0",
            "fisher",
            "ZCOR",
            true,
            "estimate",
            Optional.empty());
    static final Statistic I2 = new Statistic(
            "https://example.org/#I2", "I squared", "I2", "", "", "", false, "estimate", Optional.empty());
    static final Statistic Q = new Statistic(
            "https://example.org/#Q", "Q statistic", "Q", "", "", "", false, "estimate", Optional.empty());
    static final Statistic OR = new Statistic(
            "https://example.org/#or",
            "odds ratio",
            "OR",
            "1.0",
            "logarithmic",
            "",
            true,
            "estimate",
            Optional.empty());
    static final Statistic MD = new Statistic(
            "https://example.org/#md",
            "mean difference",
            "MD",
            "0.0",
            "linear",
            "",
            false,
            "estimate",
            Optional.empty());

    private Estimates() {}

    static Figure figure(Statistic statistic, String value, String lower, String upper) {
        return figure(statistic, "summary/one", "", "result", "", value, lower, upper);
    }

    static Figure figure(
            Statistic statistic,
            String summary,
            String unit,
            String role,
            String size,
            String value,
            String lower,
            String upper) {
        Estimate estimate = MadeUp.estimate(
                "iri=" + summary + "#e",
                "value=" + value,
                "relation==",
                "unit=" + unit,
                "ciLower=" + lower,
                "ciUpper=" + upper,
                "ciLevel=0.95",
                "size=" + size);
        return new Figure(
                new Item(summary, "A Title", new PublicationDate("2021"), Named.NONE, ""),
                new Study("work", "Ash, 2021", "2021", ""),
                summary + "#f",
                "",
                role,
                new Contrast("", "", Named.NONE, "", "", "", ""),
                List.of(),
                statistic,
                estimate,
                List.of());
    }

    /** The same effect of a summary, told to be of an outcome and against a kind of comparator. */
    static Figure compared(Figure figure, String comparatorType, String outcome, String favours) {
        Contrast contrast =
                new Contrast("walking", "", new Named(comparatorType, comparatorType), outcome, "", "", favours);
        return with(figure, contrast);
    }

    static Figure with(Figure figure, Contrast contrast) {
        return new Figure(
                figure.item(),
                figure.study(),
                figure.finding(),
                figure.text(),
                figure.role(),
                contrast,
                figure.samples(),
                figure.statistic(),
                figure.estimate(),
                figure.flags());
    }
}
