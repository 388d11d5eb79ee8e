package dev.precis.sparql.page;

import dev.precis.sparql.plot.Fit;
import dev.precis.sparql.plot.ForestPlot;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Figure.Contrast;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tables and plots of evidence say of an effect beside its numbers, in words. */
public final class EvidenceWording {
    private EvidenceWording() {}

    /** An effect with its interval, such as {@code g = 0.31 [0.12, 0.50]}. */
    public static String effect(Figure figure) {
        return Wording.brief(figure.estimate(), PlotWording.symbol(figure.statistic()));
    }

    /** What is compared, such as {@code therapy, compared with a waiting list}; whatever is not said is left out. */
    public static String compared(Figure figure) {
        Contrast contrast = figure.contrast();
        String with = contrast.comparator().isEmpty() ? "" : "compared with " + contrast.comparator();
        return Stream.of(contrast.predictor(), with)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What a number is about, such as {@code sleep, after a year, in nurses: naps, compared with no naps}. */
    public static String about(Figure figure) {
        Contrast contrast = figure.contrast();
        String measured = Stream.of(contrast.outcome(), contrast.timepoint(), contrast.subgroup())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(measured, compared(figure))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    /** A number that is mentioned beside results, as printed, and whether it is from earlier research. */
    static String inPassing(Estimate estimate, boolean earlier) {
        String words = estimate.asPrinted().isEmpty() ? Wording.line(estimate) : estimate.asPrinted();
        return earlier ? words + " (earlier research)" : words;
    }

    /** What words say did better; empty where they do not. */
    public static String favours(Figure figure) {
        Contrast contrast = figure.contrast();
        return switch (contrast.favours()) {
            case "predictor" -> contrast.predictor().isEmpty() ? "what was studied" : contrast.predictor();
            case "comparator" -> contrast.comparator().isEmpty() ? "what it was compared with" : contrast.comparator();
            default -> "";
        };
    }

    /** What the left side of a plot favours, and the right; empty where words do not say so of every row. */
    public static List<String> sides(ForestPlot plot) {
        String comparator = "favours "
                + plot.rows().getFirst().figure().contrast().comparatorType().name();
        return plot.rightFavours()
                .map(side -> side.equals("predictor")
                        ? List.of(comparator, "favours what was studied")
                        : List.of("favours what was studied", comparator))
                .orElse(List.of());
    }

    /** How much the studies behind a number differ, each as {@code I² = 62%}. */
    public static List<String> heterogeneity(List<Figure> figures) {
        return figures.stream()
                .map(figure -> {
                    return PlotWording.symbol(figure.statistic())
                                    .replace("tau", "τ")
                                    .replace('2', '²') + " = "
                            + Wording.printed(
                                    figure.estimate(), figure.estimate().value())
                            + figure.estimate().unit();
                })
                .toList();
    }

    /** The same in the two lines of a row. */
    public static List<String> lines(List<Figure> heterogeneity) {
        List<String> told = heterogeneity(heterogeneity);
        return told.size() < 3 ? told : List.of(told.getFirst(), String.join(", ", told.subList(1, told.size())));
    }

    /** Numbers of studies and people, such as {@code k = 16, n = 1100}; empty where neither is known. */
    public static String counts(Figure figure) {
        String studies = figure.sample().studies();
        String people = PlotWording.size(figure);
        return Stream.of(studies.isEmpty() ? "" : "k = " + studies, people.isEmpty() ? "" : "n = " + people)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Why an effect is in no plot. */
    public static String why(Fit.Standing standing) {
        return switch (standing) {
            case NO_RESULT -> "from earlier research, or about who was studied";
            case NO_INTERVAL -> "no interval is told";
            case NO_PLACE -> "its numbers have no place on an axis";
            case NO_OUTCOME -> "no outcome is named";
            case NO_COMPARATOR -> "not known what kind of comparator";
            case NO_PREDICTOR -> "not known what is related to the outcome";
            case ALONE -> "the only one of this outcome and comparator";
            case COMPARABLE -> "";
        };
    }
}
