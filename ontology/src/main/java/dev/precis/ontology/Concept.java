package dev.precis.ontology;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * A SKOS concept without Jena.
 *
 * @param iri its name
 * @param prefLabel the preferred label
 * @param altLabels other labels that readers may see
 * @param hiddenLabels spellings to recognise, not to show
 * @param notations codes: a symbol, a filter of a site
 * @param examples {@code skos:example}
 * @param broader the concepts that it is a kind of
 * @param form the {@code precis:form} of a statistic type, such as {@code estimate}; empty where there is none
 * @param scale the {@code precis:scale} of a statistic type, such as {@code logarithmic}; empty where there is none
 * @param distribution the {@code precis:distribution} of a test statistic, such as {@code student}; empty where there
 *     is none
 * @param range the {@code precis:minimum} and {@code precis:maximum} of a statistic type
 */
public record Concept(
        URI iri,
        String prefLabel,
        List<String> altLabels,
        List<String> hiddenLabels,
        List<String> notations,
        List<String> examples,
        List<URI> broader,
        String form,
        String scale,
        String distribution,
        Range range) {
    public Concept {
        altLabels = List.copyOf(altLabels);
        hiddenLabels = List.copyOf(hiddenLabels);
        notations = List.copyOf(notations);
        examples = List.copyOf(examples);
        broader = List.copyOf(broader);
    }

    /** Every label, the preferred one first. */
    public Stream<String> labels() {
        return Stream.of(Stream.of(prefLabel), altLabels.stream(), hiddenLabels.stream())
                .flatMap(s -> s);
    }

    /** Whether it is a kind of the concept with that last part of its name. */
    public boolean isKindOf(String name) {
        return broader.stream().anyMatch(kind -> name.equals(kind.getFragment()));
    }

    /** Whether a statistic of this type can have the value. */
    public boolean admits(BigDecimal value) {
        return range.minimum() <= value.doubleValue() && value.doubleValue() <= range.maximum();
    }

    /** The values that a statistic can have. */
    public record Range(double minimum, double maximum) {
        public static final Range UNBOUNDED = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
