package dev.precis.pipeline.understand.check;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what does not fit among the numbers of one printed statistic, and only what follows from them. */
public final class ConsistencyCheck {
    private final Map<URI, Scale> scales = new HashMap<>();
    private final Map<URI, TestDistribution> distributions = new HashMap<>();
    private final RangeCheck ranges;
    private final URI standardisedCoefficient;
    private final PairCheck pairs;
    private final EffectCheck effects;
    private final GrainCheck grains;

    /** @throws IllegalArgumentException if a type has a scale or a distribution that is none */
    public ConsistencyCheck(ConceptScheme statistics) {
        this.ranges = new RangeCheck(statistics);
        this.standardisedCoefficient = named(statistics, "beta");
        this.pairs = new PairCheck(
                named(statistics, "t"),
                named(statistics, "F"),
                named(statistics, "Q"),
                named(statistics, "I2"),
                named(statistics, "R2"),
                named(statistics, "B"),
                named(statistics, "percentage"));
        this.effects = new EffectCheck(named(statistics, "t"), Set.of(named(statistics, "d"), named(statistics, "g")));
        this.grains = new GrainCheck(named(statistics, "mean"));
        for (Concept concept : statistics.concepts()) {
            if (!concept.scale().isEmpty()) {
                scales.put(concept.iri(), Scale.valueOf(concept.scale().toUpperCase(Locale.ROOT)));
            }
            if (!concept.distribution().isEmpty()) {
                distributions.put(
                        concept.iri(),
                        TestDistribution.valueOf(concept.distribution().toUpperCase(Locale.ROOT)));
            }
        }
    }

    private static URI named(ConceptScheme statistics, String notation) {
        return statistics.concepts().stream()
                .filter(concept -> concept.notations().contains(notation))
                .map(Concept::iri)
                .findFirst()
                .orElse(statistics.iri());
    }

    /** What does not fit among the numbers of a sentence: each by itself, and those that stand side by side. */
    public List<Remark> check(List<Statistic> numbers, String sentence) {
        List<Remark> remarks = new ArrayList<>();
        numbers.forEach(number -> remarks.addAll(check(number, sentence)));
        remarks.addAll(pairs.check(numbers, sentence));
        remarks.addAll(effects.check(numbers, sentence));
        grains.check(numbers, sentence).ifPresent(remarks::add);
        return remarks;
    }

    /** @param sentence where the statistic is printed */
    public List<Remark> check(Statistic statistic, String sentence) {
        List<Remark> remarks = new ArrayList<>(ranges.check(statistic, sentence));
        for (Attachment attachment : statistic.attachments()) {
            switch (attachment) {
                case Attachment.Interval interval -> check(interval, statistic, remarks);
                case Attachment.Probability p -> check(p, statistic, Methods.of(sentence), remarks);
                default -> {
                    // nothing beside it that it could contradict
                }
            }
        }
        return remarks;
    }

    private static void check(Attachment.Interval interval, Statistic statistic, List<Remark> remarks) {
        String bounds = "%s to %s"
                .formatted(interval.lower().toPlainString(), interval.upper().toPlainString());
        if (interval.reversed()) {
            remarks.add(new Remark(
                    statistic,
                    "ci-bounds-reversed",
                    "Printed with the higher bound first; published here as " + bounds + "."));
        }
        statistic
                .point()
                .filter(value -> !mayHold(interval, value))
                .map(value -> "%s is not in the interval from %s.".formatted(value.toPlainString(), bounds))
                .ifPresent(said -> remarks.add(new Remark(statistic, "ci-excludes-estimate", said)));
    }

    private void check(Attachment.Probability p, Statistic statistic, Methods methods, List<Remark> remarks) {
        Optional<BigDecimal> estimate = statistic.point();
        if (estimate.isEmpty() || !p.isNumber() || excluded(statistic, estimate.get())) {
            return;
        }
        Scale scale = scales.get(statistic.type());
        if (scale != null && !methods.other()) {
            ProbabilityCheck check = new ProbabilityCheck(estimate.get(), scale, p, own(statistic));
            switch (methods.corrected() && check.isCautious() ? ProbabilityCheck.Outcome.FITS : check.outcome()) {
                case FITS -> {}
                case FITS_SMALL_SAMPLES ->
                    remarks.add(new Remark(statistic, "p-not-normal-theory", check.explanation()));
                case DOES_NOT_FIT -> remarks.add(new Remark(statistic, "p-irreconcilable", check.explanation()));
            }
        }
        TestDistribution distribution = distributions.get(statistic.type());
        if (distribution != null) {
            TestCheck check = new TestCheck(estimate.get(), distribution, p, statistic.attachments());
            boolean corrected = methods.corrected() && check.isCautious()
                    || methods.sphericity() && distribution == TestDistribution.FISHER_SNEDECOR;
            if (check.isIrreconcilable() && !corrected) {
                remarks.add(new Remark(statistic, "p-irreconcilable", check.explanation()));
            }
        }
    }

    /** What is beside it and of it: the standard error beside a standardised coefficient is that of the other one. */
    private List<Attachment> own(Statistic statistic) {
        boolean standardised = statistic.type().equals(standardisedCoefficient);
        return statistic.attachments().stream()
                .filter(attachment -> !(standardised && attachment instanceof Attachment.StandardError))
                .toList();
    }

    private static boolean excluded(Statistic statistic, BigDecimal value) {
        return statistic.attachments().stream()
                .anyMatch(
                        attachment -> attachment instanceof Attachment.Interval interval && !mayHold(interval, value));
    }

    /** Whether the interval holds the value, or may with the digits that rounding took. */
    private static boolean mayHold(Attachment.Interval interval, BigDecimal value) {
        Span bounds = new Span(
                Span.printed(interval.lower()).low(),
                Span.printed(interval.upper()).high());
        return bounds.overlaps(Span.printed(value));
    }
}
