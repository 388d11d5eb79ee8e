package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What plots and intervals say, in words. */
public final class PlotWording {
    private PlotWording() {}

    /**
     * Such as {@code Hedges' g: depressive symptoms, compared with usual care}, or {@code Mean difference (points),
     * Wren, 2021}.
     */
    public static String title(Phrases phrases, ForestPlot plot) {
        String unit = plot.unit().isEmpty() ? "" : " (" + plot.unit() + ")";
        String study = plot.study().isEmpty() ? "" : ", " + plot.study();
        String named = heading(phrases, plot.statistic()) + unit;
        if (plot.comparable()) {
            Contrast contrast = plot.rows().getFirst().figure().contrast();
            named = phrases.say(
                    "plot.named",
                    named,
                    plot.statistic().isAssociation()
                            ? phrases.say("plot.associated", contrast.predictor(), contrast.outcome())
                            : phrases.say(
                                    "plot.compared",
                                    contrast.outcome(),
                                    phrases.term(contrast.comparatorType().name())));
        }
        return named + study;
    }

    /** What a type of statistic is called in a title; a letter that is its sign stays as it is: {@code d de Cohen}. */
    public static String heading(Phrases phrases, Statistic statistic) {
        String term = phrases.term(statistic.label());
        return term.equals(statistic.label()) || !term.matches("\\p{L} .*") ? capital(term) : term;
    }

    /** With a capital letter at the beginning. */
    public static String capital(String words) {
        if (words.isEmpty()) {
            return words;
        }
        int first = words.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + words.substring(Character.charCount(first));
    }

    /** What the marks mean. */
    public static String legend(Phrases phrases, ForestPlot plot) {
        List<String> sentences = new ArrayList<>();
        sentences.add(phrases.say("plot.legend", Wording.at(phrases, plot.level(), intervals(phrases, plot))));
        if (plot.noEffect().isPresent()) {
            sentences.add(phrases.say(
                    "plot.none", Wording.number(phrases, plot.statistic().nullValue())));
        }
        if (plot.isWeighted() && plot.rows().size() > 1) {
            sentences.add(phrases.say("plot.weighted"));
        }
        if (plot.axis().logarithmic()) {
            sentences.add(phrases.say("plot.logarithmic"));
        }
        if (plot.comparable()) {
            sentences.add(phrases.say("plot.not-pooled"));
        } else if (plot.rows().size() > 1 && plot.study().isEmpty()) {
            sentences.add(phrases.say("plot.not-alike"));
        }
        if (plot.more() > 0) {
            sentences.add(phrases.say("plot.more", plot.more()));
        }
        return String.join(" ", sentences);
    }

    // a credible or a prediction interval is none of confidence
    private static String intervals(Phrases phrases, ForestPlot plot) {
        if (plot.intervalTypes().size() > 1) {
            return phrases.say("interval.mixed");
        }
        return phrases.say(
                switch (plot.intervalTypes().stream().findFirst().orElse("")) {
                    case "credible" -> "interval.credible";
                    case "prediction" -> "interval.prediction";
                    default -> "interval.confidence";
                });
    }

    private static String abbreviation(Phrases phrases, String intervalType) {
        return phrases.say(
                switch (intervalType) {
                    case "credible" -> "interval.short.credible";
                    case "prediction" -> "interval.short.prediction";
                    default -> "interval.short";
                });
    }

    /**
     * The numbers of a row, such as {@code 0.31 [0.12, 0.50]}, with the kind of its interval if that is not the plot's.
     */
    public static String numbers(Phrases phrases, ForestPlot plot, Estimate estimate) {
        boolean odd =
                plot.intervalTypes().size() > 1 && !estimate.intervalType().isEmpty();
        return Wording.interval(phrases, estimate) + (odd ? " " + abbreviation(phrases, estimate.intervalType()) : "");
    }

    /** The plot, read out. */
    public static String description(Phrases phrases, ForestPlot plot) {
        String rows = plot.rows().stream()
                .map(row -> row.label()
                        + phrases.say("colon")
                        + numbers(phrases, plot, row.figure().estimate()))
                .collect(Collectors.joining(". "));
        return heading(phrases, plot) + phrases.say("colon") + rows + ". " + legend(phrases, plot);
    }

    /** What heads the numbers: {@code g [95% CI]}. */
    public static String heading(Phrases phrases, ForestPlot plot) {
        Statistic statistic = plot.statistic();
        String kind = plot.intervalTypes().size() == 1
                ? abbreviation(phrases, plot.intervalTypes().iterator().next())
                : phrases.say("interval");
        return symbol(phrases, statistic) + " [" + Wording.at(phrases, plot.level(), kind) + "]";
    }

    static String symbol(Phrases phrases, Statistic statistic) {
        return statistic.symbol().isEmpty() ? phrases.say("value") : statistic.symbol();
    }

    /** The size of a sample in a narrow column, such as {@code 1012} or {@code over 1100}; empty if not known. */
    public static String size(Phrases phrases, Figure figure) {
        Sample sample = figure.sample();
        return Wording.line(phrases, new Sample("", sample.size(), sample.relation(), "", "", ""));
    }

    /** All that is known of the sample. */
    public static String sample(Phrases phrases, Figure figure) {
        return Wording.line(phrases, figure.sample());
    }
}
