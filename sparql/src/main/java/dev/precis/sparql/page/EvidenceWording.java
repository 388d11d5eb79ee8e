package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
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
    public static String effect(Phrases phrases, Figure figure) {
        return Wording.brief(phrases, figure.estimate(), PlotWording.symbol(phrases, figure.statistic()));
    }

    /** What is compared, such as {@code therapy, compared with a waiting list}; whatever is not said is left out. */
    public static String compared(Phrases phrases, Figure figure) {
        Contrast contrast = figure.contrast();
        String with = contrast.comparator().isEmpty() ? "" : phrases.say("plot.compared-with", contrast.comparator());
        return Stream.of(contrast.predictor(), with)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** What a number is about, such as {@code sleep, after a year, in nurses: naps, compared with no naps}. */
    public static String about(Phrases phrases, Figure figure) {
        Contrast contrast = figure.contrast();
        String measured = Stream.of(contrast.outcome(), contrast.timepoint(), contrast.subgroup())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Stream.of(measured, compared(phrases, figure))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(phrases.say("colon")));
    }

    /** A number that is mentioned beside results, as printed, and whether it is from earlier research. */
    static String inPassing(Phrases phrases, Estimate estimate, boolean earlier) {
        String words = estimate.asPrinted().isEmpty() ? Wording.line(phrases, estimate) : estimate.asPrinted();
        return earlier ? phrases.say("plot.earlier", words) : words;
    }

    /** What words say did better; empty where they do not. */
    public static String favours(Phrases phrases, Figure figure) {
        Contrast contrast = figure.contrast();
        return switch (contrast.favours()) {
            case "predictor" -> contrast.predictor().isEmpty() ? phrases.say("plot.studied") : contrast.predictor();
            case "comparator" ->
                contrast.comparator().isEmpty() ? phrases.say("plot.comparator") : contrast.comparator();
            default -> "";
        };
    }

    /** What the left side of a plot favours, and the right; empty where words do not say so of every row. */
    public static List<String> sides(Phrases phrases, ForestPlot plot) {
        String comparator = phrases.say(
                "plot.favours-it",
                phrases.term(plot.rows()
                        .getFirst()
                        .figure()
                        .contrast()
                        .comparatorType()
                        .name()));
        String studied = phrases.say("plot.favours-it", phrases.say("plot.studied"));
        return plot.rightFavours()
                .map(side -> side.equals("predictor") ? List.of(comparator, studied) : List.of(studied, comparator))
                .orElse(List.of());
    }

    /** How much the studies behind a number differ, each as {@code I² = 62%}. */
    public static List<String> heterogeneity(Phrases phrases, List<Figure> figures) {
        return figures.stream()
                .map(figure -> {
                    return PlotWording.symbol(phrases, figure.statistic())
                                    .replace("tau", "τ")
                                    .replace('2', '²') + " = "
                            + Wording.printed(
                                    phrases,
                                    figure.estimate(),
                                    figure.estimate().value())
                            + figure.estimate().unit();
                })
                .toList();
    }

    /** The same in the two lines of a row. */
    public static List<String> lines(Phrases phrases, List<Figure> heterogeneity) {
        List<String> told = heterogeneity(phrases, heterogeneity);
        return told.size() < 3 ? told : List.of(told.getFirst(), String.join(", ", told.subList(1, told.size())));
    }

    /** Numbers of studies and people, such as {@code k = 16, n = 1100}; empty where neither is known. */
    public static String counts(Phrases phrases, Figure figure) {
        String studies = figure.sample().studies();
        String people = PlotWording.size(phrases, figure);
        return Stream.of(studies.isEmpty() ? "" : "k = " + studies, people.isEmpty() ? "" : "n = " + people)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Why an effect is in no plot. */
    public static String why(Phrases phrases, Fit.Standing standing) {
        return switch (standing) {
            case NO_RESULT -> phrases.say("why.no-result");
            case NO_INTERVAL -> phrases.say("why.no-interval");
            case NO_PLACE -> phrases.say("why.no-place");
            case NO_OUTCOME -> phrases.say("why.no-outcome");
            case NO_COMPARATOR -> phrases.say("why.no-comparator");
            case NO_PREDICTOR -> phrases.say("why.no-predictor");
            case ALONE -> phrases.say("why.alone");
            case COMPARABLE -> "";
        };
    }
}
