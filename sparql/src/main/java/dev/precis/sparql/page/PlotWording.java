package dev.precis.sparql.page;

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
    public static String title(ForestPlot plot) {
        String unit = plot.unit().isEmpty() ? "" : " (" + plot.unit() + ")";
        String study = plot.study().isEmpty() ? "" : ", " + plot.study();
        String compared = "";
        if (plot.comparable()) {
            Contrast contrast = plot.rows().getFirst().figure().contrast();
            compared = ": "
                    + (plot.statistic().isAssociation()
                            ? contrast.predictor() + " and " + contrast.outcome()
                            : contrast.outcome() + ", compared with "
                                    + contrast.comparatorType().name());
        }
        return capital(plot.statistic().label()) + unit + compared + study;
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
    public static String legend(ForestPlot plot) {
        List<String> sentences = new ArrayList<>();
        sentences.add("A square is a published estimate, the line through it its "
                + (plot.level().isEmpty() ? "" : percent(plot.level()) + " ") + intervals(plot) + ".");
        if (plot.noEffect().isPresent()) {
            sentences.add(
                    "The dashed line at " + Wording.number(plot.statistic().nullValue()) + " marks no effect.");
        }
        if (plot.isWeighted() && plot.rows().size() > 1) {
            sentences.add("The larger the sample, the larger the square; where its size is not told, it is hollow.");
        }
        if (plot.axis().logarithmic()) {
            sentences.add("The axis is logarithmic.");
        }
        if (plot.comparable()) {
            sentences.add("The estimates are not pooled.");
        } else if (plot.rows().size() > 1 && plot.study().isEmpty()) {
            sentences.add("The estimates are not pooled, and may be of different outcomes.");
        }
        if (plot.more() > 0) {
            sentences.add("These are the newest; there are " + plot.more() + " more in the CSV file.");
        }
        return String.join(" ", sentences);
    }

    // a credible or a prediction interval is none of confidence
    private static String intervals(ForestPlot plot) {
        if (plot.intervalTypes().size() > 1) {
            return "interval: of confidence, or, where the numbers say so, a credible interval (CrI) or a prediction"
                    + " interval (PI)";
        }
        return switch (plot.intervalTypes().stream().findFirst().orElse("")) {
            case "credible" -> "credible interval";
            case "prediction" -> "prediction interval";
            default -> "confidence interval";
        };
    }

    private static String abbreviation(String intervalType) {
        return switch (intervalType) {
            case "credible" -> "CrI";
            case "prediction" -> "PI";
            default -> "CI";
        };
    }

    /**
     * The numbers of a row, such as {@code 0.31 [0.12, 0.50]}, with the kind of its interval if that is not the plot's.
     */
    public static String numbers(ForestPlot plot, Estimate estimate) {
        boolean odd =
                plot.intervalTypes().size() > 1 && !estimate.intervalType().isEmpty();
        return Wording.interval(estimate) + (odd ? " " + abbreviation(estimate.intervalType()) : "");
    }

    /** The plot, read out. */
    public static String description(ForestPlot plot) {
        String rows = plot.rows().stream()
                .map(row -> row.label() + ": " + numbers(plot, row.figure().estimate()))
                .collect(Collectors.joining(". "));
        return heading(plot) + ": " + rows + ". " + legend(plot);
    }

    /** What heads the numbers: {@code g [95% CI]}. */
    public static String heading(ForestPlot plot) {
        Statistic statistic = plot.statistic();
        String kind = plot.intervalTypes().size() == 1
                ? abbreviation(plot.intervalTypes().iterator().next())
                : "interval";
        return symbol(statistic) + " [" + Wording.levelOf(plot.level()).replace("CI", kind) + "]";
    }

    static String symbol(Statistic statistic) {
        return statistic.symbol().isEmpty() ? "value" : statistic.symbol();
    }

    /** The size of a sample in a narrow column, such as {@code 1012} or {@code over 1100}; empty if not known. */
    public static String size(Figure figure) {
        Sample sample = figure.sample();
        return Wording.line(new Sample("", sample.size(), sample.relation(), "", "", ""));
    }

    /** All that is known of the sample. */
    public static String sample(Figure figure) {
        return Wording.line(figure.sample());
    }

    private static String percent(String level) {
        return Wording.levelOf(level).replace(" CI", "");
    }
}
