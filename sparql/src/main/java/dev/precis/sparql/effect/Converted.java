package dev.precis.sparql.effect;

import dev.precis.sparql.query.Figure;
import java.util.Optional;

/**
 * An effect size as each of the usual types that it can be converted to.
 *
 * @param from the measure it was converted from; empty where nothing can be
 */
record Converted(
        Optional<Conversion> d,
        Optional<Conversion> g,
        Optional<Conversion> correlation,
        Optional<Conversion> logOdds,
        String from) {
    private static final Converted NONE =
            new Converted(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "");

    static Converted of(Figure figure, Analysis analysis) {
        if (analysis.yi().isEmpty()) {
            return NONE;
        }
        double printed = Double.parseDouble(figure.estimate().value());
        Conversion analysed = new Conversion(analysis.yi().get(), analysis.sei().orElse(Double.NaN));
        Optional<Double> people = Optional.of(figure.estimate())
                .filter(estimate ->
                        !estimate.size().isEmpty() && estimate.studies().isEmpty())
                .map(estimate -> Double.parseDouble(estimate.size()))
                .filter(size -> size > 4);
        return switch (figure.statistic().symbol()) {
            case "d" -> ofD(analysed, people, "d");
            case "g" ->
                people.map(size -> ofD(analysed.gToD(size), people, "g"))
                        .orElseGet(() -> new Converted(
                                Optional.empty(), Optional.of(analysed), Optional.empty(), Optional.empty(), "g"));
            case "OR", "logOR" ->
                ofD(analysed.logOddsToD(), people, figure.statistic().symbol());
            case "r" -> {
                // the standard error of r itself is smaller than that of its Fisher's z, by the slope
                Conversion r = new Conversion(printed, analysed.error() * (1 - printed * printed));
                yield ofD(r.correlationToD(), people, "r");
            }
            default -> NONE;
        };
    }

    private static Converted ofD(Conversion d, Optional<Double> people, String from) {
        return new Converted(
                Optional.of(d),
                people.map(d::dToG),
                Optional.of(d.dToCorrelation()),
                Optional.of(d.dToLogOdds()),
                from);
    }
}
