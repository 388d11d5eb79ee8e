package dev.precis.sparql.query;

import dev.precis.ontology.Reused.Cito;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Questions.Row;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * Draws cards by looking up the few statements of each summary's graph that a card has: those of all summaries at once,
 * or of the graphs that changed.
 */
final class CardQuestions {
    private static final int LEAD = 220;

    private final Questions questions;

    CardQuestions(Questions questions) {
        this.questions = questions;
    }

    /** One card a summary, newest first. */
    List<Card> cards() {
        return questions.atOnce(() -> {
            Reading reading = new Reading();
            return questions.find(Node.ANY, Node.ANY, RDF.type.asNode(), Schema.BlogPosting.asNode()).stream()
                    .filter(quad -> quad.getSubject().equals(quad.getGraph()))
                    .flatMap(quad -> reading.card(quad.getGraph()).stream())
                    .sorted(Card.NEWEST_FIRST)
                    .toList();
        });
    }

    /** The cards of these graphs; nothing of one that is no summary's, or is not there. */
    Map<String, Card> cards(Collection<String> graphs) {
        return questions.atOnce(() -> {
            Reading reading = new Reading();
            Map<String, Card> cards = new LinkedHashMap<>();
            graphs.stream()
                    .map(NodeFactory::createURI)
                    .filter(graph -> !questions
                            .find(graph, graph, RDF.type.asNode(), Schema.BlogPosting.asNode())
                            .isEmpty())
                    .forEach(graph -> reading.card(graph).ifPresent(card -> cards.put(graph.getURI(), card)));
            return cards;
        });
    }

    /** The cards with what lists show. */
    List<Card> shown(List<Card> cards) {
        return questions.atOnce(() -> cards.stream().map(this::shown).toList());
    }

    private Card shown(Card card) {
        Node graph = NodeFactory.createURI(card.item().iri());
        String citation = objects(questions.find(graph, graph, Cito.citesAsSourceDocument.asNode()))
                .flatMap(work -> values(graph, work, DCTerms.bibliographicCitation))
                .findFirst()
                .orElse("");
        String body = values(graph, graph, Schema.articleBody)
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
        return card.showing(citation, Excerpt.of(body.strip().replaceAll("\\s+", " "), LEAD));
    }

    private Optional<String> first(Node graph, Node subject, Property property) {
        return values(graph, subject, property).sorted().findFirst();
    }

    private Stream<String> values(Node graph, Node subject, Property property) {
        return questions.find(graph, subject, property.asNode()).stream().map(quad -> Row.text(quad.getObject()));
    }

    private static Stream<Node> objects(List<Quad> said) {
        return said.stream().map(Quad::getObject).sorted(Comparator.comparing(Node::toString));
    }

    /** One reading of many cards: issues and concepts are the same for many, and are kept once. */
    private final class Reading {
        private final Map<Node, List<Named>> concepts = new HashMap<>();
        private final Map<Named, Named> issues = new HashMap<>();

        /** Nothing where title, day or issue are not told. */
        Optional<Card> card(Node summary) {
            List<Quad> said = questions.find(summary, summary, Node.ANY);
            Optional<String> title = value(said, Schema.headline);
            Optional<String> date = value(said, Schema.datePublished);
            Optional<Node> issue = objects(said, Schema.isPartOf).findFirst();
            return title.isEmpty() || date.isEmpty() || issue.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Card(
                            new Item(
                                    summary.getURI(),
                                    title.get(),
                                    new PublicationDate(date.get()),
                                    issue(summary, issue.get()),
                                    ""),
                            named(said, DCTerms.subject),
                            named(said, DCTerms.type),
                            works(said),
                            ""));
        }

        private Named issue(Node summary, Node issue) {
            Named named = new Named(
                    issue.toString(), first(summary, issue, Schema.name).orElse(issue.toString()));
            return issues.computeIfAbsent(named, one -> one);
        }

        private List<Named> named(List<Quad> said, Property property) {
            return objects(said, property)
                    .flatMap(concept -> concepts.computeIfAbsent(concept, this::labels).stream())
                    .sorted(Comparator.comparing(concept -> concept.name().toLowerCase(Locale.ROOT)))
                    .toList();
        }

        private List<Named> labels(Node concept) {
            return values(Node.ANY, concept, SKOS.prefLabel)
                    .distinct()
                    .map(label -> new Named(concept.toString(), label))
                    .toList();
        }

        /** The summarised work comes first. */
        private List<String> works(List<Quad> said) {
            List<Node> summarised = objects(said, Cito.citesAsSourceDocument).toList();
            return objects(said, Schema.citation)
                    .sorted(Comparator.comparing((Node work) -> !summarised.contains(work)))
                    .map(Node::toString)
                    .toList();
        }

        private Optional<String> value(List<Quad> said, Property property) {
            return objects(said, property).map(Row::text).sorted().findFirst();
        }

        private Stream<Node> objects(List<Quad> said, Property property) {
            return CardQuestions.objects(said.stream()
                    .filter(quad -> quad.getPredicate().equals(property.asNode()))
                    .toList());
        }
    }
}
