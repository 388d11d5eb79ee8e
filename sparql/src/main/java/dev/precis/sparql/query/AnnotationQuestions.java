package dev.precis.sparql.query;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.DCTerms;

/** Finds all that is odd, and the words that it is about for those that are shown. */
final class AnnotationQuestions {
    private final Questions questions;

    AnnotationQuestions(Questions questions) {
        this.questions = questions;
    }

    /** What is odd in these summaries, in their order; not yet with the words that it is about. */
    List<QualityAnnotation> annotations(Collection<Item> items) {
        Set<String> seen = new HashSet<>();
        return questions.inParts(items, some -> annotations(some, seen));
    }

    private List<QualityAnnotation> annotations(List<Item> items, Set<String> seen) {
        Map<String, List<Map.Entry<String, Flag>>> flags = questions
                .select(
                        "flags",
                        "summary",
                        items.stream().map(Item::iri).toList(),
                        row -> Map.entry(row.text("summary"), SummaryQuestions.flag(row)))
                .stream()
                .filter(flag -> seen.add(flag.getValue().iri()))
                .collect(Collectors.groupingBy(Map.Entry::getKey));
        return items.stream()
                .flatMap(item -> flags.getOrDefault(item.iri(), List.of()).stream()
                        .map(flag -> new QualityAnnotation(flag.getValue(), item, "")))
                .toList();
    }

    /** The same with their words: the sentence of a finding or a number, the citation of a work. */
    List<QualityAnnotation> quoted(List<QualityAnnotation> annotations) {
        return questions.atOnce(() -> annotations.stream()
                .map(one -> one.quote().isEmpty() ? new QualityAnnotation(one.flag(), one.item(), quote(one)) : one)
                .toList());
    }

    private String quote(QualityAnnotation annotation) {
        Node graph = NodeFactory.createURI(annotation.item().iri());
        Node target = NodeFactory.createURI(annotation.flag().target());
        if (target.equals(graph)) {
            return "";
        }
        Stream<Node> sentences = Stream.concat(
                Stream.of(target),
                questions.find(graph, Node.ANY, Precis.estimate.asNode(), target).stream()
                        .map(Quad::getSubject));
        return sentences
                .flatMap(sentence -> said(graph, sentence, Schema.text.asNode()).stream())
                .findFirst()
                .or(() -> said(graph, target, DCTerms.bibliographicCitation.asNode()))
                .orElse("");
    }

    private Optional<String> said(Node graph, Node subject, Node property) {
        return questions.find(graph, subject, property).stream()
                .map(quad -> Row.text(quad.getObject()))
                .sorted()
                .findFirst();
    }
}
