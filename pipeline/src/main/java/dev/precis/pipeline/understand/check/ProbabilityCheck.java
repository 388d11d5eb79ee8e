package dev.precis.pipeline.understand.check;

import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Statistic.Attachment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Compares a printed p with the estimate, standard error and interval beside it, in steps from the strictest theory to
 * the widest: normal, t with the degrees of freedom that are printed or implied, t with any. Small-sample methods such
 * as that of Knapp and Hartung (Statistics in Medicine 22 (2003), 2693-2710) need the later steps.
 *
 * @param estimate as printed
 * @param scale of the estimate's type
 * @param p as printed
 */
record ProbabilityCheck(BigDecimal estimate, Scale scale, Attachment.Probability p, List<Attachment> attachments) {
    private static final MathContext TWO_DIGITS = new MathContext(2);
    /** In standard errors: what lies nearer may be another method's. */
    private static final double MARGIN = 0.5;

    private static final double LEAST_FREEDOM = 3;
    private static final double FEW = 6;
    private static final double SMALLEST_TOLD = 0.0001;

    /** How far the printed numbers had to be stretched. */
    Outcome outcome() {
        Evidence evidence = evidence(Span.printed(estimate));
        if (p.relation() == Relation.ABOUT || !evidence.isEnough()) {
            return Outcome.FITS;
        }
        Span printed = Span.printed(p);
        if (evidence.yields(printed, StudentT.NORMAL) || evidence.yieldsAtImpliedFreedom(printed)) {
            return Outcome.FITS;
        }
        double df = printedFreedom();
        if (df >= StudentT.LEAST && evidence.yields(printed, df)) {
            return Outcome.FITS;
        }
        double least = isOfFewStudies() ? StudentT.LEAST : LEAST_FREEDOM;
        if (evidence.yieldsAnywhere(printed, least)) {
            return Outcome.FITS_SMALL_SAMPLES;
        }
        return evidence.apart(printed) > MARGIN ? Outcome.DOES_NOT_FIT : Outcome.FITS;
    }

    /** Fewer degrees of freedom explain nothing where no small number of studies is printed. */
    private boolean isOfFewStudies() {
        return printedFreedom() > 0
                || attachments.stream()
                        .anyMatch(attachment -> attachment instanceof Attachment.Studies k
                                && k.value().doubleValue() <= FEW);
    }

    /**
     * Whether the printed p is larger than that of the numbers beside it, as a correction for several tests makes it.
     */
    boolean isCautious() {
        return p.relation() == Relation.EQUAL
                && p.value().doubleValue() > evidence(Span.printed(estimate)).middle(StudentT.NORMAL);
    }

    /** What was printed, what normal theory gives, and what else could have been done. */
    String explanation() {
        Evidence evidence = evidence(Span.printed(estimate));
        String said =
                "The text prints p %s %s; the numbers beside it give a two-sided p of %s by the normal distribution"
                        .formatted(
                                p.relation().sign(), p.value().toPlainString(), told(evidence.middle(StudentT.NORMAL)));
        if (outcome() == Outcome.DOES_NOT_FIT) {
            return said + ", and no t distribution gives the printed one.";
        }
        return said
                + ". A t distribution with about %d degrees of freedom, as small samples have it, gives the printed one."
                        .formatted(Math.round(evidence.freedom(p.value().doubleValue())));
    }

    /** A computed p as a sentence says it. */
    static String told(double probability) {
        return probability < SMALLEST_TOLD
                ? "less than 0.0001"
                : "about " + new BigDecimal(probability).round(TWO_DIGITS).toPlainString();
    }

    private Evidence evidence(Span value) {
        Span error = Span.NONE;
        Span half = Span.NONE;
        double level = 0;
        Span scaled = scale.of(value);
        for (Attachment attachment : attachments) {
            switch (attachment) {
                // beside a ratio or a correlation it may be printed on either scale
                case Attachment.StandardError printed
                when scale == Scale.LINEAR ->
                    error = Span.printed(printed.value()).distance();
                case Attachment.Interval interval
                when interval.level().signum() > 0 -> {
                    level = interval.level().doubleValue();
                    half = half(scaled, interval);
                }
                default -> {
                    // says nothing about the error of the estimate
                }
            }
        }
        return new Evidence(scaled.distance(), error, half, level);
    }

    /** From the estimate to either end: intervals need not be symmetric. */
    private Span half(Span value, Attachment.Interval interval) {
        Span lower = scale.of(Span.printed(interval.lower()));
        Span upper = scale.of(Span.printed(interval.upper()));
        double least = Math.min(value.low() - lower.high(), upper.low() - value.high());
        double most = Math.max(value.high() - lower.low(), upper.high() - value.low());
        return new Span(Math.max(0, least), most);
    }

    private double printedFreedom() {
        for (Attachment attachment : attachments) {
            if (attachment instanceof Attachment.DegreesOfFreedom freedom
                    && freedom.values().size() == 1) {
                return freedom.values().getFirst().doubleValue();
            }
        }
        return 0;
    }

    /** The steps of the ladder. */
    enum Outcome {
        FITS,
        FITS_SMALL_SAMPLES,
        DOES_NOT_FIT
    }
}
