package dev.precis.sparql.effect;

import dev.precis.ontology.Precis;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A number that follows from a printed one, as the columns of the table of effect sizes have it.
 *
 * @param estimate the printed one
 * @param name what it is here, such as {@code g}; {@code analysed} on the scale of analysis
 * @param statistic its type
 * @param scale of analysis; empty for another type of effect size
 * @param value as it is told
 * @param error its standard error; empty where none is known
 * @param formulas by which it was computed, in their order
 */
record DerivedEstimate(
        String estimate,
        String name,
        String statistic,
        String scale,
        String value,
        String error,
        List<Formula> formulas) {
    /** Of each printed type the formula that gives d of it. */
    private static final Map<String, Formula> TO_D = Map.of(
            "OR", Formula.LOG_ODDS_TO_D,
            "logOR", Formula.LOG_ODDS_TO_D,
            "r", Formula.CORRELATION_TO_D,
            "g", Formula.SMALL_SAMPLE);

    private static final List<Kind> KINDS = List.of(
            new Kind("d", "cohens-d", Set.of("d"), Converted::d, List.of()),
            new Kind("g", "hedges-g", Set.of("g"), Converted::g, List.of(Formula.SMALL_SAMPLE)),
            new Kind("r", "correlation", Set.of("r"), Converted::correlation, List.of(Formula.D_TO_CORRELATION)),
            new Kind(
                    "log-or",
                    "log-odds-ratio",
                    Set.of("OR", "logOR"),
                    Converted::logOdds,
                    List.of(Formula.D_TO_LOG_ODDS)));

    DerivedEstimate {
        formulas = List.copyOf(formulas);
    }

    /**
     * A type that others are converted to.
     *
     * @param name what it is here
     * @param type its name in the vocabulary
     * @param itself the symbols of what is printed as this, and needs no conversion
     * @param ofD by which it follows from d
     */
    private record Kind(
            String name,
            String type,
            Set<String> itself,
            Function<Converted, Optional<Conversion>> conversion,
            List<Formula> ofD) {
        Optional<DerivedEstimate> of(Estimate printed, Analysis analysis, Converted converted) {
            return conversion
                    .apply(converted)
                    .filter(value -> !itself.contains(converted.from()) && Double.isFinite(value.value()))
                    .map(value -> new DerivedEstimate(
                            printed.iri(),
                            name,
                            Precis.STATISTICS + "#" + type,
                            "",
                            Told.of(value.value()),
                            Told.of(value.error()),
                            formulas(analysis, converted.from())));
        }

        private List<Formula> formulas(Analysis analysis, String from) {
            Stream<Formula> toD = Optional.ofNullable(TO_D.get(from)).stream();
            return Stream.of(analysis.derived().stream(), toD, ofD.stream())
                    .flatMap(some -> some)
                    .distinct()
                    .toList();
        }
    }

    /** All that follow from a printed number; none of what is printed itself. */
    static List<DerivedEstimate> of(Estimate printed, Statistic type) {
        Analysis analysis = Analysis.of(printed, type);
        Converted converted = Converted.of(printed, type, analysis);
        List<DerivedEstimate> all = new ArrayList<>();
        if (!analysis.derived().isEmpty()) {
            all.add(new DerivedEstimate(
                    printed.iri(),
                    "analysed",
                    type.iri(),
                    type.scale(),
                    Told.of(analysis.yi().orElse(Double.NaN)),
                    Told.of(analysis.sei().orElse(Double.NaN)),
                    analysis.derived()));
        }
        KINDS.forEach(kind -> kind.of(printed, analysis, converted).ifPresent(all::add));
        return all;
    }
}
