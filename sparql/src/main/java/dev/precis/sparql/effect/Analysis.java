package dev.precis.sparql.effect;

import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Figure.Statistic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A printed effect size as a meta-analysis takes it: on the scale of analysis, with a standard error. Nothing replaces
 * what is printed, and nothing is taken from other numbers of the sentence or of the summary.
 *
 * @param yi the estimate on its scale; none for a range, an approximate value, or a type without a scale
 * @param sei its standard error on that scale; none where it neither stands there nor follows
 * @param derived the formulas by which they were computed, in their order; none where both are printed
 */
record Analysis(Optional<Double> yi, Optional<Double> sei, List<Formula> derived) {
    private static final Analysis NONE = new Analysis(Optional.empty(), Optional.empty(), List.of());
    /** The variance of a correlation on Fisher's scale is 1 / (n - 3): Borenstein et al. (2009), formula 6.3. */
    private static final int FEWEST = 3;

    Analysis {
        derived = List.copyOf(derived);
    }

    static Analysis of(Estimate estimate, Statistic statistic) {
        boolean exact = estimate.relation().equals("=") && estimate.upperValue().isEmpty();
        if (!exact || statistic.scale().isEmpty() || estimate.value().isEmpty()) {
            return NONE;
        }
        Scale scale = Scale.of(statistic.scale());
        double yi = scale.of(Double.parseDouble(estimate.value()));
        if (!Double.isFinite(yi)) {
            return NONE;
        }
        List<Formula> derived = new ArrayList<>();
        scale.formula().ifPresent(derived::add);
        Optional<Double> sei = error(estimate, statistic, scale, yi, derived);
        return new Analysis(Optional.of(yi), sei, derived);
    }

    private static Optional<Double> error(
            Estimate estimate, Statistic statistic, Scale scale, double yi, List<Formula> derived) {
        if (scale == Scale.LINEAR && !estimate.standardError().isEmpty()) {
            return Optional.of(Double.parseDouble(estimate.standardError())).filter(error -> error > 0);
        }
        Optional<Double> ofInterval = ofInterval(estimate, scale, yi);
        if (ofInterval.isPresent()) {
            derived.add(Formula.ERROR_OF_INTERVAL);
            return ofInterval;
        }
        if (scale == Scale.FISHER && !estimate.standardError().isEmpty()) {
            derived.add(Formula.ERROR_ON_FISHERS_SCALE);
            return StandardErrors.ofCorrelation(
                    Double.parseDouble(estimate.value()), Double.parseDouble(estimate.standardError()));
        }
        boolean single =
                statistic.measure().equals("ZCOR") && estimate.studies().isEmpty();
        if (single && !estimate.size().isEmpty() && Double.parseDouble(estimate.size()) > FEWEST) {
            derived.add(Formula.ERROR_OF_SIZE);
            return Optional.of(1 / Math.sqrt(Double.parseDouble(estimate.size()) - FEWEST));
        }
        boolean interval = !estimate.ciLower().isEmpty();
        boolean tested = estimate.pRelation().equals("=") && !interval;
        Optional<Double> ofProbability =
                tested ? StandardErrors.ofProbability(yi, Double.parseDouble(estimate.pValue())) : Optional.empty();
        ofProbability.ifPresent(error -> derived.add(Formula.ERROR_OF_P));
        return ofProbability;
    }

    /** Of a confidence interval whose level is printed. */
    private static Optional<Double> ofInterval(Estimate estimate, Scale scale, double yi) {
        boolean whole = !estimate.ciLower().isEmpty()
                && !estimate.ciUpper().isEmpty()
                && !estimate.ciLevel().isEmpty()
                && estimate.intervalType().isEmpty();
        if (!whole) {
            return Optional.empty();
        }
        // the index has lost last zeros, but the three are printed with the same digits
        double half = Stream.of(estimate.value(), estimate.ciLower(), estimate.ciUpper())
                        .map(BigDecimal::new)
                        .map(BigDecimal::ulp)
                        .mapToDouble(BigDecimal::doubleValue)
                        .min()
                        .orElseThrow()
                / 2;
        double rounding = Stream.of(estimate.value(), estimate.ciLower(), estimate.ciUpper())
                .mapToDouble(printed -> moved(Double.parseDouble(printed), half, scale))
                .max()
                .orElseThrow();
        return StandardErrors.ofInterval(
                yi,
                scale.of(Double.parseDouble(estimate.ciLower())),
                scale.of(Double.parseDouble(estimate.ciUpper())),
                Double.parseDouble(estimate.ciLevel()),
                rounding);
    }

    /** How far half a unit of the last digit moves the number on its scale. */
    private static double moved(double printed, double half, Scale scale) {
        double moved = Math.abs(scale.of(printed + half) - scale.of(printed));
        return Double.isFinite(moved) ? moved : half;
    }
}
