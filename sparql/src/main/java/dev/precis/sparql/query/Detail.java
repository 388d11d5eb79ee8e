package dev.precis.sparql.query;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A summary, whole.
 *
 * @param note what stood before it
 * @param rich the body and the implications with their mark-up
 * @param implications what it means for practice: paragraphs of single pieces of advice, each with its own IRI
 * @param topics what its source says it is about
 * @param suggestions what the program suggests where the source says nothing
 * @param flags what is odd about it, other than about its findings
 * @param corrections what an editor has said of it
 */
public record Detail(
        Item item,
        String language,
        Named author,
        String note,
        List<String> body,
        Rich rich,
        List<Work> works,
        List<Finding> findings,
        List<List<Named>> implications,
        List<Named> topics,
        List<Named> types,
        List<Suggestion> suggestions,
        List<Flag> flags,
        List<Correction> corrections,
        Provenance provenance) {
    public Detail {
        body = List.copyOf(body);
        works = List.copyOf(works);
        findings = List.copyOf(findings);
        implications = implications.stream().map(List::copyOf).toList();
        topics = List.copyOf(topics);
        types = List.copyOf(types);
        suggestions = List.copyOf(suggestions);
        flags = List.copyOf(flags);
        corrections = List.copyOf(corrections);
    }

    /** What became of the study later and shakes the whole summary: a retraction, an expression of concern. */
    public List<Flag> alarms() {
        return flags.stream()
                .filter(flag -> flag.target().equals(item.iri()) && flag.isAlarm())
                .toList();
    }

    /** The same, said of each piece of advice; one flag a piece. */
    public List<Flag> ofAdvice() {
        return flags.stream()
                .filter(flag -> IriTemplate.IMPLICATION.isOf(item.iri(), flag.target()))
                .toList();
    }

    /** What else is odd. */
    public List<Flag> others() {
        List<Flag> others = new ArrayList<>(flags);
        others.removeAll(alarms());
        others.removeAll(ofAdvice());
        return others;
    }

    /** What it means for practice, in whole paragraphs. */
    public List<String> advice() {
        return implications.stream()
                .map(paragraph -> paragraph.stream().map(Named::name).collect(Collectors.joining(" ")))
                .toList();
    }

    /** A field that was read otherwise than it stands here: what was read, why and who says so; each may be empty. */
    public record Correction(String iri, String field, String read, String reason, String by) {}

    /** Texts with their mark-up, as the graph has them; empty where there is none. */
    public record Rich(String body, String implications) {}

    /** A sentence that reports a result or a sample, with its numbers and what is odd about them. */
    public record Finding(String iri, String text, List<Estimate> estimates, List<Sample> samples, List<Flag> flags) {
        public Finding {
            estimates = List.copyOf(estimates);
            samples = List.copyOf(samples);
            flags = List.copyOf(flags);
        }
    }

    /** Who was studied: how many, in how many studies, and the words as printed. Whatever is not known is empty. */
    public record Sample(
            String iri, String size, String relation, String studies, String description, String asPrinted) {}

    /**
     * Where a summary was read.
     *
     * @param source the address of the page
     * @param snapshot the name of the page as it was then
     * @param read when, as an xsd:dateTime; empty if unknown
     * @param modified when what it says changed last
     */
    public record Provenance(String source, String snapshot, String read, Optional<Instant> modified) {}

    /** A topic that the program suggests for a summary; the confidence is from 0 to 1. */
    public record Suggestion(String iri, Named topic, String confidence) {}

    /**
     * A cited work.
     *
     * @param citation as printed
     * @param doi bare and in lower case; empty if none is known
     * @param registered whether the DOI is not printed, but from a registry
     */
    public record Work(String iri, String title, String citation, String doi, boolean registered) {}

    /**
     * A number as published, with what belongs to it. Whatever is not known is empty.
     *
     * @param statistic its type in words, such as {@code Hedges' g}
     * @param symbol the type's symbol, such as {@code g}
     * @param intervalType {@code credible} or {@code prediction}; empty for a confidence interval
     */
    public record Estimate(
            String iri,
            String statistic,
            String symbol,
            String value,
            String upperValue,
            String relation,
            String unit,
            String ciLower,
            String ciUpper,
            String ciLevel,
            String intervalType,
            String standardError,
            String standardDeviation,
            String df,
            String df2,
            String pValue,
            String pRelation,
            String size,
            String studies,
            String asPrinted) {}
}
