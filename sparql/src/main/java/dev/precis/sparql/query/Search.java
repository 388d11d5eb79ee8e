package dev.precis.sparql.query;

import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.DatasetGraph;

/** Finds the summaries that have words: in their texts, or in the names of their topics and types. */
public final class Search {
    private static final Set<TextProperty> TEXTS =
            Set.of(TextProperty.HEADLINE, TextProperty.BODY, TextProperty.TEXT, TextProperty.CITATION);
    /** Whoever seeks the name of a concept means what is about it, whether or not its text has the words. */
    private static final Set<TextProperty> CONCEPTS = Set.of(TextProperty.LABEL);

    private final DatasetGraph dataset;

    /** @param dataset its texts are indexed */
    Search(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** These of the cards, those whose summary has all of the words. */
    List<Card> of(List<Card> cards, Words words) {
        List<Card> having = cards;
        for (Phrase phrase : words.phrases()) {
            if (having.isEmpty()) {
                return having;
            }
            having = having.stream().filter(has(phrase)).toList();
        }
        return having;
    }

    private Predicate<Card> has(Phrase phrase) {
        TextSearch texts = TextSearch.of(dataset);
        Set<String> summaries = texts.graphs(phrase, TEXTS);
        Set<String> concepts = texts.subjects(phrase, CONCEPTS);
        return card -> summaries.contains(card.item().iri())
                || Stream.of(card.topics(), card.types())
                        .flatMap(List::stream)
                        .anyMatch(concept -> concepts.contains(concept.iri()));
    }
}
