package dev.precis.sparql.effect;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure.Statistic;
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

    static Converted of(Estimate printed, Statistic statistic, Analysis analysis) {
        if (analysis.yi().isEmpty()) {
            return NONE;
        }
        double value = Double.parseDouble(printed.value());
        Conversion analysed = new Conversion(analysis.yi().get(), analysis.sei().orElse(Double.NaN));
        Optional<Double> people = Optional.of(printed)
                .filter(estimate ->
                        !estimate.size().isEmpty() && estimate.studies().isEmpty())
                .map(estimate -> Double.parseDouble(estimate.size()))
                .filter(size -> size > 4);
        return switch (statistic.symbol()) {
            case "d" -> ofD(analysed, people, "d");
            case "g" ->
                people.map(size -> ofD(analysed.gToD(size), people, "g"))
                        .orElseGet(() -> new Converted(
                                Optional.empty(), Optional.of(analysed), Optional.empty(), Optional.empty(), "g"));
            case "OR", "logOR" -> ofD(analysed.logOddsToD(), people, statistic.symbol());
            case "r" -> {
                // the standard error of r itself is smaller than that of its Fisher's z, by the slope
                Conversion r = new Conversion(value, analysed.error() * (1 - value * value));
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
