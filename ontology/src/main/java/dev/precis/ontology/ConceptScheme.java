package dev.precis.ontology;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The concepts of one SKOS scheme, in the order of their IRIs. */
public record ConceptScheme(URI iri, List<Concept> concepts) {
    public ConceptScheme {
        concepts = List.copyOf(concepts);
    }

    /** The concept that bears the label (any kind of label; case and surrounding white space do not matter). */
    public Optional<Concept> byLabel(String label) {
        String wanted = fold(label);
        return concepts.stream()
                .filter(concept -> concept.labels().anyMatch(l -> fold(l).equals(wanted)))
                .findFirst();
    }

    /** The concept with exactly this notation. */
    public Optional<Concept> byNotation(String notation) {
        return concepts.stream()
                .filter(concept -> concept.notations().contains(notation))
                .findFirst();
    }

    private static String fold(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }
}
