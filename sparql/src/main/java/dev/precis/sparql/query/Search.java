package dev.precis.sparql.query;

import dev.precis.sparql.query.Found.Kind;
import dev.precis.sparql.query.Found.Piece;
import dev.precis.sparql.words.Hit;
import dev.precis.sparql.words.Marker;
import dev.precis.sparql.words.Matches;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
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

    /** What words find among cards: they are looked up once, whatever is asked then. */
    Result result(List<Card> cards, Words words) {
        return new Result(cards, words);
    }

    /** What was found. */
    public final class Result {
        private final List<Card> cards;
        private final Words words;
        private final Matches matches;
        private final List<Card> best;

        private Result(List<Card> cards, Words words) {
            this.cards = cards;
            this.words = words;
            this.matches = matches(words.isEmpty() ? List.of() : cards, words, true);
            this.best = words.isEmpty()
                    ? cards
                    : cards.stream()
                            .filter(card -> has(matches, card))
                            .sorted(bestFirst())
                            .toList();
        }

        /**
         * Those of the cards whose summary has all of the words, the best first; of equally good ones, and where no
         * words are sought, in the order of the cards.
         */
        public List<Card> best() {
            return best;
        }

        /** Whether words were sought that no summary has all of. */
        public boolean isInVain() {
            return best.isEmpty() && !words.isEmpty();
        }

        /** Where none has all of the words, those that have most of them, the best first. */
        public List<Card> closest() {
            return cards.stream()
                    .filter(card -> matches.hasMost(card.item().iri(), concepts(card)))
                    .sorted(bestFirst())
                    .limit(CLOSEST)
                    .toList();
        }

        private Comparator<Card> bestFirst() {
            Map<String, Double> weights = new HashMap<>();
            return Comparator.comparing((Card card) ->
                    -weights.computeIfAbsent(card.item().iri(), summary -> matches.weight(summary, concepts(card))));
        }

        /**
         * What somebody may have meant whose words no summary has: the same with words that are nearly written so, if a
         * summary has all of those.
         */
        public Optional<String> nearly() {
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

        /**
         * Why some of the cards were found, by the names of their summaries; nothing where no words were sought.
         *
         * @param some as lists show them: what they show is not shown again
         */
        public Map<String, Found> found(List<Card> some) {
            if (words.isEmpty() || some.isEmpty()) {
                return Map.of();
            }
            TextSearch texts = TextSearch.of(dataset);
            List<Phrase> typed = texts.telling(words.phrases());
            Marker marker = texts.marker(words);
            Map<String, List<Hit>> hits = Search.best(texts, some, typed);
            return some.stream().collect(Collectors.toMap(card -> card.item().iri(), card -> {
                List<Hit> own = hits.getOrDefault(card.item().iri(), List.of());
                Set<Kind> kinds = kinds(matches, card, own);
                return own.isEmpty() ? otherwise(texts, matches, kinds, card) : Search.found(kinds, marker, card, own);
            }));
        }
    }

    private static String typed(Phrase phrase) {
        return phrase.cutShort() ? phrase.typed() : "\"" + phrase.typed() + "\"";
    }

    // by summary those of its texts that say the most of the phrases, the best first
    private static Map<String, List<Hit>> best(TextSearch texts, List<Card> cards, List<Phrase> phrases) {
        Set<String> graphs = cards.stream().map(card -> card.item().iri()).collect(Collectors.toSet());
        Map<String, List<Hit>> all =
                texts.hits(graphs, phrases, TEXTS).stream().collect(Collectors.groupingBy(Hit::graph));
        all.replaceAll((graph, hits) -> {
            int most = hits.stream().mapToInt(Hit::phrases).max().orElse(0);
            return hits.stream().filter(hit -> hit.phrases() == most).toList();
        });
        return all;
    }

    private Set<Kind> kinds(Matches matches, Card card, List<Hit> hits) {
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
        return kinds;
    }

    // what is about a topic that was called by one name may say another one
    private static Found otherwise(TextSearch texts, Matches matches, Set<Kind> kinds, Card card) {
        List<Phrase> names = matches.synonyms(concepts(card));
        List<Hit> hits = names.isEmpty()
                ? List.of()
                : best(texts, List.of(card), names).getOrDefault(card.item().iri(), List.of());
        return found(kinds, texts.marker(names), card, hits);
    }

    private static Found found(Set<Kind> kinds, Marker marker, Card card, List<Hit> hits) {
        List<Piece> sentence = hits.stream()
                .filter(hit -> SENTENCES.contains(hit.property()))
                .findFirst()
                .map(hit -> Found.pieces(marker.sentence(hit.text())))
                .orElse(List.of());
        boolean cited =
                hits.stream().anyMatch(hit -> hit.text().equals(card.item().citation()));
        return new Found(
                List.copyOf(kinds),
                sentence,
                cited && sentence.isEmpty()
                        ? Found.pieces(marker.whole(card.item().citation()))
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
