package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Relation;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;

/** Findings of one summary as resources; numbers of people and studies become its samples, all others estimates. */
final class FindingMapper {
    /** A third has no end as a decimal; its words are kept beside it. */
    private static final MathContext SHARE = new MathContext(6);

    private final Description description;
    private final Quotes quotes;
    private final Flags flags;
    private final Resource summary;
    private int findings;
    private int estimates;
    private int samples;

    FindingMapper(Description description, Quotes quotes, Flags flags, Resource summary) {
        this.description = description;
        this.quotes = quotes;
        this.flags = flags;
        this.summary = summary;
    }

    /** @param works what the finding is about */
    void map(Finding finding, List<Resource> works) {
        findings++;
        Resource resource = description.resource(IriTemplate.FINDING.of(summary.getURI(), findings), Precis.Finding);
        summary.addProperty(Precis.finding, resource);
        description.text(resource, Schema.text, finding.sentence().text());
        works.forEach(work -> resource.addProperty(Schema.about, work));
        quotes.derive(resource, finding.sentence());
        for (Reported number : finding.numbers()) {
            map(number, resource, finding.remarks());
        }
    }

    private void map(Reported number, Resource finding, List<Remark> remarks) {
        switch (number.statistic()) {
            case Statistic.Estimate e -> estimate(finding, number, e.quantity(), e.unit(), remarks);
            case Statistic.Ratio r -> {
                BigDecimal share = r.numerator().divide(r.denominator(), SHARE);
                estimate(finding, number, Statistic.Quantity.of(r.relation(), share), "", remarks);
            }
            case Statistic.BareProbability p ->
                estimate(
                        finding,
                        number,
                        Statistic.Quantity.of(
                                p.probability().relation(), p.probability().value()),
                        "",
                        remarks);
            case Statistic.Count c -> {
                boolean studies = SampleWords.isStudies(c.unit());
                if (studies || SampleWords.isPeople(c.unit())) {
                    sample(finding, number, c, studies);
                } else {
                    estimate(finding, number, c.quantity(), c.unit(), remarks);
                }
            }
        }
    }

    private void sample(Resource finding, Reported number, Statistic.Count count, boolean studies) {
        samples++;
        Resource sample = description.resource(IriTemplate.SAMPLE.of(summary.getURI(), samples), Precis.Sample);
        finding.addProperty(Precis.sample, sample);
        long many = count.quantity().low().longValue();
        Relation relation = count.quantity().isRange()
                ? Relation.AT_LEAST
                : count.quantity().relation();
        description.integer(sample, studies ? Precis.studies : Precis.size, many);
        if (!studies) {
            description.plain(sample, Precis.sizeRelation, relation.sign());
        }
        describeRole(sample, number);
        description.text(sample, Schema.description, count.unit());
        description.plain(sample, Precis.asPrinted, count.printed().text());
        quotes.derive(sample, count.printed());
        if (relation != Relation.EQUAL) {
            flags.raise(
                    "sample-approximate",
                    sample,
                    "Printed as \"" + count.printed().text() + "\".");
        }
    }

    private void estimate(
            Resource finding, Reported number, Statistic.Quantity quantity, String unit, List<Remark> remarks) {
        estimates++;
        Statistic statistic = number.statistic();
        Resource estimate = description.resource(IriTemplate.ESTIMATE.of(summary.getURI(), estimates), Precis.Estimate);
        finding.addProperty(Precis.estimate, estimate);
        estimate.addProperty(
                Precis.statistic, description.resource(statistic.type().toString()));
        description.number(estimate, Schema.value, quantity.low());
        if (quantity.isRange()) {
            description.number(estimate, Precis.upperValue, quantity.high());
        }
        description.plain(estimate, Precis.relation, quantity.relation().sign());
        description.text(estimate, Schema.unitText, unit);
        description.plain(estimate, Precis.asPrinted, statistic.printed().text());
        quotes.derive(estimate, statistic.printed());
        statistic.attachments().forEach(attachment -> attach(attachment, estimate));
        describeRole(estimate, number);
        claim(number.claim(), estimate);
        statistic
                .attachment(Attachment.Interval.class)
                .map(Attachment.Interval::kind)
                .filter(kind -> kind != Attachment.Interval.Kind.CONFIDENCE)
                .ifPresent(kind -> description.plain(
                        estimate, Precis.intervalType, kind.name().toLowerCase(Locale.ROOT)));
        remarks.stream()
                .filter(remark -> remark.about().equals(statistic))
                .forEach(remark -> flags.raise(remark.flag(), estimate, remark.explanation()));
    }

    private void describeRole(Resource number, Reported reported) {
        description.plain(number, Precis.role, reported.role().name().toLowerCase(Locale.ROOT));
    }

    /** What the number relates to what, in words of its sentence. */
    private void claim(Claim claim, Resource estimate) {
        description.text(estimate, Precis.predictor, claim.predictor().text());
        description.text(estimate, Precis.comparator, claim.comparator().text());
        ComparatorTypes.of(claim.comparator().text())
                .ifPresent(type -> estimate.addProperty(
                        Precis.comparatorType, description.resource(type.iri().toString())));
        claim.outcomes().forEach(outcome -> description.text(estimate, Precis.outcome, outcome.text()));
        description.text(estimate, Precis.timepoint, claim.timepoint().text());
        description.text(estimate, Precis.subgroup, claim.subgroup().text());
        if (claim.favours() != Claim.Favours.NEITHER) {
            description.plain(estimate, Precis.favours, claim.favours().name().toLowerCase(Locale.ROOT));
        }
    }

    private void attach(Attachment attachment, Resource estimate) {
        switch (attachment) {
            case Attachment.Interval interval -> {
                description.number(estimate, Precis.ciLower, interval.lower());
                description.number(estimate, Precis.ciUpper, interval.upper());
                if (interval.level().signum() > 0) {
                    description.number(estimate, Precis.ciLevel, interval.level());
                }
            }
            case Attachment.Probability p -> {
                // "ns" and what is no probability are told by the printed words alone
                if (p.isNumber()) {
                    description.number(estimate, Precis.pValue, p.value());
                    description.plain(estimate, Precis.pRelation, p.relation().sign());
                }
            }
            case Attachment.StandardError error -> spread(estimate, Precis.standardError, error.value());
            case Attachment.StandardDeviation deviation ->
                spread(estimate, Precis.standardDeviation, deviation.value());
            case Attachment.DegreesOfFreedom df -> {
                description.number(estimate, Precis.df, df.values().getFirst());
                if (df.values().size() > 1) {
                    description.number(estimate, Precis.df2, df.values().get(1));
                }
            }
            case Attachment.SampleSize n ->
                description.integer(estimate, Precis.size, n.value().longValue());
            case Attachment.Studies k ->
                description.integer(estimate, Precis.studies, k.value().longValue());
        }
    }

    /** A negative one is told by the printed words alone. */
    private void spread(Resource estimate, Property property, BigDecimal value) {
        if (value.signum() >= 0) {
            description.number(estimate, property, value);
        }
    }
}
