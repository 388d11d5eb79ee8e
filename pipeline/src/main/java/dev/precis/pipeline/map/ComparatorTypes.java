package dev.precis.pipeline.map;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells of what kind a printed comparator is: by the longest label of {@code comparators.ttl} that its words hold. */
final class ComparatorTypes {
    private static final List<Named> LABELS = Ontology.comparators().concepts().stream()
            .flatMap(concept -> concept.labels().map(label -> new Named(fold(label), concept)))
            .sorted(Comparator.comparing((Named named) -> -named.words().length())
                    .thenComparing(Named::words))
            .toList();

    private ComparatorTypes() {}

    /** A label as it is looked for: in small letters, a space before and behind. */
    private record Named(String words, Concept concept) {}

    /** The kind of comparator; none where no label is among its words. */
    static Optional<Concept> of(String comparator) {
        String words = fold(comparator);
        return LABELS.stream()
                .filter(named -> words.contains(named.words()))
                .map(Named::concept)
                .findFirst();
    }

    private static String fold(String words) {
        return " "
                + words.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}-]+", " ")
                        .strip() + " ";
    }
}
