package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import dev.precis.pipeline.understand.check.TestDistribution.Freedom;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a printed p with the test statistic and the degrees of freedom beside it, as statcheck does (Nuijten et al.,
 * Behavior Research Methods 48 (2016), 1205-1226), but doubts nothing that rounding, cutting off digits or a one-sided
 * test explains, and guesses nothing that is not printed.
 *
 * @param statistic as printed
 * @param p as printed
 */
record TestCheck(
        BigDecimal statistic, TestDistribution distribution, Attachment.Probability p, List<Attachment> attachments) {
    /** More than that and nothing changes in the digits that are printed. */
    private static final double MOST_FREEDOM = 1e6;

    /** A partial correlation has one degree of freedom less for every covariate; more are hardly ever held constant. */
    private static final double MOST_COVARIATES = 10;

    /** Whether all that is needed is printed, and the p cannot come from it. */
    boolean isIrreconcilable() {
        List<Freedom> freedoms = freedoms();
        if (p.relation() == Relation.ABOUT || freedoms.isEmpty() || isOtherStatistic()) {
            return false;
        }
        Span possible = possible(freedoms);
        Span oneSided = new Span(possible.low() / 2, possible.high() / 2);
        Span printed = Span.cut(p);
        return !possible.overlaps(printed) && !oneSided.overlaps(printed);
    }

    /** Whether the printed p is larger than the test's, as a correction for several tests makes it. */
    boolean isCautious() {
        return p.relation() == Relation.EQUAL
                && p.value().doubleValue() > possible(freedoms()).low();
    }

    /** Both p values, and what can make them differ. */
    String explanation() {
        double computed = distribution.probability(
                statistic.abs().doubleValue(), freedoms().getFirst());
        boolean larger = p.relation() == Relation.EQUAL && p.value().doubleValue() > computed;
        return "The text prints p %s %s; the test beside it gives a two-sided p of %s."
                        .formatted(p.relation().sign(), p.value().toPlainString(), ProbabilityCheck.told(computed))
                + (larger ? " A correction for several tests would make it larger." : "");
    }

    /** A z below 1 may be Fisher's transform of a correlation or a standard score, and a pooled r is no test. */
    private boolean isOtherStatistic() {
        boolean pooled = attachments.stream()
                .anyMatch(attachment ->
                        attachment instanceof Attachment.Studies || attachment instanceof Attachment.Interval);
        return switch (distribution) {
            case NORMAL -> pooled || statistic.abs().compareTo(BigDecimal.ONE) < 0;
            case CORRELATION -> pooled || statistic.abs().compareTo(BigDecimal.ONE) > 0;
            case FISHER_SNEDECOR, CHI_SQUARED -> statistic.signum() < 0;
            case STUDENT -> false;
        };
    }

    /** The p values at all ends of rounding: p falls as the statistic grows, and in one direction with its freedom. */
    private Span possible(List<Freedom> freedoms) {
        Span distance = Span.cut(statistic.abs());
        double low = 1;
        double high = 0;
        for (Freedom freedom : freedoms) {
            low = Math.min(low, distribution.probability(distance.high(), freedom));
            high = Math.max(high, distribution.probability(distance.low(), freedom));
        }
        return new Span(low, high);
    }

    /** The printed degrees of freedom, then the ends of their rounding; none where too few are printed. */
    private List<Freedom> freedoms() {
        if (distribution.freedoms() == 0) {
            return List.of(Freedom.NONE);
        }
        for (Attachment attachment : attachments) {
            if (attachment instanceof Attachment.DegreesOfFreedom df
                    && df.values().size() == distribution.freedoms()) {
                return freedoms(df.values());
            }
        }
        for (Attachment attachment : attachments) {
            if (attachment instanceof Attachment.SampleSize n && distribution == TestDistribution.CORRELATION) {
                double most = n.value().doubleValue() - 2;
                return all(List.of(), new Span(Math.max(1, most - MOST_COVARIATES), most));
            }
        }
        return List.of();
    }

    private static List<Freedom> freedoms(List<BigDecimal> printed) {
        // corrections for unequal variances or for sphericity give fractions, which print may round
        Span last = Span.printed(printed.getLast());
        Span ends = new Span(Math.max(1, last.low()), last.high());
        List<Freedom> freedoms = new ArrayList<>(all(printed.subList(0, printed.size() - 1), ends));
        if (printed.size() > 1 && printed.getFirst().scale() > 0) {
            BigDecimal half = printed.getFirst().ulp().movePointLeft(1).multiply(BigDecimal.valueOf(5));
            freedoms.addAll(all(List.of(printed.getFirst().subtract(half)), ends));
            freedoms.addAll(all(List.of(printed.getFirst().add(half)), ends));
        }
        return freedoms;
    }

    private static List<Freedom> all(List<BigDecimal> before, Span last) {
        List<Freedom> freedoms = new ArrayList<>();
        for (double end : new double[] {last.middle(), last.low(), last.high()}) {
            double first = before.isEmpty() ? end : before.getFirst().doubleValue();
            if (first <= 0 || end < 1) {
                return List.of();
            }
            freedoms.add(new Freedom(Math.min(first, MOST_FREEDOM), Math.min(end, MOST_FREEDOM)));
        }
        return freedoms;
    }
}
