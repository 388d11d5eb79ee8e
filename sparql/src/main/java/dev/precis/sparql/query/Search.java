package dev.precis.sparql.query;

import dev.precis.sparql.query.Found.Kind;
import dev.precis.sparql.query.Found.Piece;
import dev.precis.sparql.words.Marker;
import dev.precis.sparql.words.Matches;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
import dev.precis.sparql.words.TextSearch.Hit;
import dev.precis.sparql.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Finds the summaries that have words: in their texts and citations, or in the names of their topics and types. */
public final class Search {
    private static final Set<TextProperty> TEXTS = Set.of(
            TextProperty.HEADLINE, TextProperty.BODY, TextProperty.TEXT, TextProperty.CITATION, TextProperty.NAME);

    private static final int CLOSEST = 5;
    private static final Set<TextProperty> SENTENCES = Set.of(TextProperty.BODY, TextProperty.TEXT);

    private final DatasetGraph dataset;

    /** @param dataset its texts are indexed */
    Search(DatasetGraph dataset) {
        this.dataset = dataset;
    }

    /** These of the cards, those whose summary has all of the words, in the order of the cards. */
    List<Card> of(List<Card> cards, Words words) {
        if (words.isEmpty()) {
            return cards;
        }
        Matches matches = matches(cards, words, false);
        return cards.stream().filter(card -> has(matches, card)).toList();
    }

    private Matches matches(List<Card> cards, Words words, boolean weighed) {
        Set<String> concepts =
                cards.stream().flatMap(card -> concepts(card).stream()).collect(Collectors.toSet());
        return Matches.of(TextSearch.of(dataset), words, TEXTS, concepts, weighed);
    }

    private static boolean has(Matches matches, Card card) {
        return matches.has(card.item().iri(), concepts(card));
    }

    private static List<String> concepts(Card card) {
        return Stream.of(card.topics(), card.types())
                .flatMap(List::stream)
                .map(Named::iri)
                .toList();
    }

    /** The same, the best first; of equally good ones in the order of the cards. */
    List<Card> best(List<Card> cards, Words words) {
        if (words.isEmpty()) {
            return cards;
        }
        Matches matches = matches(cards, words, true);
        return cards.stream()
                .filter(card -> has(matches, card))
                .sorted(bestFirst(matches))
                .toList();
    }

    private static Comparator<Card> bestFirst(Matches matches) {
        Map<Card, Double> weights = new HashMap<>();
        return Comparator.comparing((Card card) ->
                -weights.computeIfAbsent(card, one -> matches.weight(one.item().iri(), concepts(one))));
    }

    /** Where none has all of the words, those that have most of them, the best first. */
    List<Card> closest(List<Card> cards, Words words) {
        Matches matches = matches(cards, words, true);
        return cards.stream()
                .filter(card -> matches.hasMost(card.item().iri(), concepts(card)))
                .sorted(bestFirst(matches))
                .limit(CLOSEST)
                .toList();
    }

    /**
     * What somebody may have meant whose words no summary has: the same with words that are nearly written so, if a
     * summary has all of those.
     */
    Optional<String> nearly(List<Card> cards, Words words) {
        TextSearch texts = TextSearch.of(dataset);
        List<String> meant = new ArrayList<>();
        for (Phrase phrase : words.phrases()) {
            boolean known = !phrase.cutShort()
                    || phrase.words().size() > 1
                    || matches(cards, new Words(List.of(phrase)), false).isAny();
            List<String> similar =
                    known ? List.of() : texts.similar(phrase.words().getFirst());
            meant.add(similar.isEmpty() ? typed(phrase) : similar.getFirst());
        }
        String instead = String.join(" ", meant);
        return of(cards, Words.of(instead)).isEmpty() ? Optional.empty() : Optional.of(instead);
    }

    private static String typed(Phrase phrase) {
        return phrase.cutShort() ? phrase.typed() : "\"" + phrase.typed() + "\"";
    }

    /**
     * Why these were found, by the names of their summaries.
     *
     * @param cards as lists show them: what they show is not shown again
     */
    Map<String, Found> found(List<Card> cards, Words words) {
        if (words.isEmpty() || cards.isEmpty()) {
            return Map.of();
        }
        TextSearch texts = TextSearch.of(dataset);
        Matches matches = matches(cards, words, false);
        Spoken typed = new Spoken(texts, texts.telling(words.phrases()));
        return cards.stream().collect(Collectors.toMap(card -> card.item().iri(), card -> found(matches, typed, card)));
    }

    /** Phrases, and where they are said. */
    private record Spoken(TextSearch texts, List<Phrase> phrases, Marker marker) {
        Spoken(TextSearch texts, List<Phrase> phrases) {
            this(texts, phrases, texts.marker(phrases));
        }

        /** The texts of a summary that say the most of them. */
        List<Hit> hits(Card card) {
            List<Hit> hits =
                    phrases.isEmpty() ? List.of() : texts.hits(card.item().iri(), phrases, TEXTS);
            Map<Hit, Integer> counts = new HashMap<>();
            hits.forEach(hit -> counts.put(hit, marker.count(hit.text())));
            int most =
                    counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            return hits.stream().filter(hit -> counts.get(hit) == most).toList();
        }
    }

    private Found found(Matches matches, Spoken typed, Card card) {
        List<Hit> hits = typed.hits(card);
        Set<Kind> kinds = new TreeSet<>();
        hits.forEach(hit -> kinds.add(Kind.of(hit.property(), types(card, hit))));
        if (card.topics().stream().anyMatch(topic -> matches.isNamed(topic.iri()))) {
            kinds.add(Kind.TOPIC);
        }
        if (card.types().stream().anyMatch(type -> matches.isNamed(type.iri()))) {
            kinds.add(Kind.TYPE);
        }
        if (kinds.contains(Kind.FINDING)) {
            kinds.remove(Kind.TEXT); // findings are sentences of the text
        }
        if (!hits.isEmpty()) {
            return found(kinds, typed, card, hits);
        }
        // what is about a topic that was called by one name may say another one
        Spoken otherwise = new Spoken(typed.texts(), matches.synonyms(concepts(card)));
        return found(kinds, otherwise, card, otherwise.hits(card));
    }

    private static Found found(Set<Kind> kinds, Spoken spoken, Card card, List<Hit> hits) {
        List<Piece> sentence = hits.stream()
                .filter(hit -> SENTENCES.contains(hit.property()))
                .findFirst()
                .map(hit -> Found.pieces(spoken.marker().sentence(hit.text())))
                .orElse(List.of());
        boolean cited =
                hits.stream().anyMatch(hit -> hit.text().equals(card.item().citation()));
        return new Found(
                List.copyOf(kinds),
                sentence,
                cited && sentence.isEmpty()
                        ? Found.pieces(spoken.marker().whole(card.item().citation()))
                        : List.of());
    }

    private Set<Node> types(Card card, Hit hit) {
        return Iter.iter(dataset.find(
                        NodeFactory.createURI(card.item().iri()),
                        NodeFactory.createURI(hit.subject()),
                        RDF.type.asNode(),
                        Node.ANY))
                .map(Quad::getObject)
                .toSet();
    }
}
