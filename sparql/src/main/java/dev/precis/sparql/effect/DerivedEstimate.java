package dev.precis.sparql.effect;

import dev.precis.ontology.Precis;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    private static final String LOG_ODDS = "log-or";

    /** Of each printed type the formula that gives d of it. */
    private static final Map<String, Formula> TO_D = Map.of(
            "OR", Formula.LOG_ODDS_TO_D,
            "logOR", Formula.LOG_ODDS_TO_D,
            "r", Formula.CORRELATION_TO_D,
            "g", Formula.SMALL_SAMPLE);

    DerivedEstimate {
        formulas = List.copyOf(formulas);
    }

    /** All that follow from a printed number; none of what is printed itself. */
    static List<DerivedEstimate> of(Estimate printed, Statistic type) {
        Analysis analysis = Analysis.of(printed, type);
        Converted converted = Converted.of(printed, type, analysis);
        List<Formula> analysed = analysis.derived().stream().map(Formula::of).toList();
        List<DerivedEstimate> all = new ArrayList<>();
        if (!analysed.isEmpty()) {
            all.add(new DerivedEstimate(
                    printed.iri(),
                    "analysed",
                    type.iri(),
                    type.scale(),
                    Told.of(analysis.yi().orElse(Double.NaN)),
                    Told.of(analysis.sei().orElse(Double.NaN)),
                    analysed));
        }
        String from = converted.from();
        boolean odds = from.equals("OR") || from.equals("logOR");
        add(all, printed, "d", "cohens-d", from.equals("d"), converted.d(), formulas(analysed, from));
        add(
                all,
                printed,
                "g",
                "hedges-g",
                from.equals("g"),
                converted.g(),
                formulas(analysed, from, Formula.SMALL_SAMPLE));
        add(
                all,
                printed,
                "r",
                "correlation",
                from.equals("r"),
                converted.correlation(),
                formulas(analysed, from, Formula.D_TO_CORRELATION));
        add(
                all,
                printed,
                LOG_ODDS,
                "log-odds-ratio",
                odds,
                converted.logOdds(),
                formulas(analysed, from, Formula.D_TO_LOG_ODDS));
        return all;
    }

    private static List<Formula> formulas(List<Formula> analysed, String from, Formula... then) {
        List<Formula> formulas = new ArrayList<>(analysed);
        Optional.ofNullable(TO_D.get(from)).ifPresent(formulas::add);
        formulas.addAll(List.of(then));
        return formulas;
    }

    private static void add(
            List<DerivedEstimate> all,
            Estimate printed,
            String name,
            String type,
            boolean itself,
            Optional<Conversion> conversion,
            List<Formula> formulas) {
        conversion
                .filter(converted -> !itself && Double.isFinite(converted.value()))
                .map(converted -> new DerivedEstimate(
                        printed.iri(),
                        name,
                        Precis.STATISTICS + "#" + type,
                        "",
                        Told.of(converted.value()),
                        Told.of(converted.error()),
                        formulas.stream().distinct().toList()))
                .ifPresent(all::add);
    }
}
