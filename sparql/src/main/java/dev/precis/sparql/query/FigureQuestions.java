package dev.precis.sparql.query;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Number;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.SKOS;

/** Puts published numbers together with all that makes them understood: five questions for a number of summaries. */
final class FigureQuestions {
    private static final String SUMMARY = "summary";
    private static final Node FINDING = Precis.finding.asNode();
    private static final Comparator<Node> AS_PRINTED =
            Comparator.comparing((Node part) -> part.toString().length()).thenComparing(part -> part.toString());

    private final Questions questions;
    private final SummaryQuestions summaries;

    FigureQuestions(Questions questions, SummaryQuestions summaries) {
        this.questions = questions;
        this.summaries = summaries;
    }

    /** The numbers of these summaries, in their order; in each as printed. */
    List<Figure> figures(Collection<Item> items) {
        List<Figure> figures = new ArrayList<>();
        each(items, figures::add);
        return List.copyOf(figures);
    }

    /** The same, some summaries at a time. */
    void each(Collection<Item> items, Consumer<Figure> figure) {
        questions.atOnce(() -> {
            Map<String, Statistic> statistics = statistics();
            questions.eachPart(items, some -> figures(some, statistics).forEach(figure));
            return items;
        });
    }

    private List<Figure> figures(List<Item> items, Map<String, Statistic> statistics) {
        List<String> asked = items.stream().map(Item::iri).toList();
        Set<String> seen = new HashSet<>();
        Map<String, List<Row>> rows = questions.select("findings", SUMMARY, asked, row -> row).stream()
                .filter(row -> row.has("estimate") && seen.add(row.text("estimate")))
                .collect(Collectors.groupingBy(row -> row.text("summary")));
        Known known = new Known(
                statistics,
                kinds(rows.values()),
                studies(asked),
                summaries.samples(asked),
                summaries.flags(asked).stream().collect(Collectors.groupingBy(Flag::target)));
        return items.stream()
                .flatMap(item ->
                        rows.getOrDefault(item.iri(), List.of()).stream().map(row -> known.figure(item, row)))
                .toList();
    }

    /** The kinds of comparators in these rows, by name. */
    private Map<String, Named> kinds(Collection<List<Row>> rows) {
        return rows.stream()
                .flatMap(List::stream)
                .map(row -> row.text("comparatorType"))
                .filter(iri -> !iri.isEmpty())
                .distinct()
                .collect(Collectors.toMap(
                        iri -> iri,
                        iri -> new Named(iri, label(iri, SKOS.prefLabel).orElse(iri))));
    }

    /** The summaries that report anything. */
    Set<String> reporting() {
        Set<String> graphs = new HashSet<>();
        questions
                .find(Node.ANY, Node.ANY, FINDING)
                .forEach(quad -> graphs.add(quad.getGraph().toString()));
        return graphs;
    }

    /** The numbers that a summary reports, as printed: of each what lists count and choose by. */
    List<Number> numbers(String summary) {
        Node graph = NodeFactory.createURI(summary);
        return questions.atOnce(() -> questions.find(graph, graph, FINDING).stream()
                .map(Quad::getObject)
                .sorted(AS_PRINTED)
                .flatMap(finding -> numbers(graph, finding))
                .toList());
    }

    private Stream<Number> numbers(Node graph, Node finding) {
        List<Quad> said = questions.find(graph, finding, Node.ANY);
        return said.stream()
                .filter(quad -> quad.getPredicate().equals(Precis.estimate.asNode()))
                .map(Quad::getObject)
                .sorted(AS_PRINTED)
                .map(estimate -> questions.find(graph, estimate, Node.ANY))
                .filter(estimate -> !value(estimate, Precis.statistic).isEmpty())
                .map(estimate -> new Number(
                        value(estimate, Precis.statistic),
                        value(estimate, Schema.unitText),
                        value(estimate, Precis.role),
                        value(estimate, Schema.value),
                        value(estimate, Precis.ciLower),
                        value(estimate, Precis.ciUpper),
                        value(estimate, Precis.predictor),
                        value(estimate, Precis.comparatorType),
                        value(estimate, Precis.outcome)));
    }

    private static String value(List<Quad> said, Property property) {
        return said.stream()
                .filter(quad -> quad.getPredicate().equals(property.asNode()))
                .map(quad -> Row.text(quad.getObject()))
                .findFirst()
                .orElse("");
    }

    /** What figures refer to, by its name; samples by that of their finding, flags by that of their target. */
    private record Known(
            Map<String, Statistic> statistics,
            Map<String, Named> kinds,
            Map<Cited, Study> studies,
            Map<String, List<Sample>> samples,
            Map<String, List<Flag>> flags) {
        Figure figure(Item item, Row row) {
            String finding = row.text("finding");
            return new Figure(
                    item,
                    studies.getOrDefault(new Cited(item.iri(), row.text("work")), Study.NONE),
                    finding,
                    row.text("text"),
                    row.text("role"),
                    Contrast.of(row, kinds.getOrDefault(row.text("comparatorType"), Named.NONE)),
                    samples.getOrDefault(finding, List.of()),
                    statistics.getOrDefault(row.text("statistic"), statistic(row)),
                    SummaryQuestions.estimate(row),
                    Stream.concat(
                                    Stream.of(row.text("estimate"), finding)
                                            .flatMap(target -> flags.getOrDefault(target, List.of()).stream()),
                                    flags.getOrDefault(item.iri(), List.of()).stream()
                                            .filter(Flag::isAlarm))
                            .toList());
        }
    }

    /** A work as a summary tells of it. */
    private record Cited(String summary, String work) {}

    /** Of a type that the vocabulary does not describe, no more is known than its name. */
    private static Statistic statistic(Row row) {
        return Statistic.undescribed(
                row.text("statistic"), row.named("statistic", "label").name(), row.text("symbol"));
    }

    /** The same, by its name alone. */
    Statistic statistic(String iri) {
        return Statistic.undescribed(
                iri,
                label(iri, SKOS.prefLabel).orElse(iri),
                label(iri, SKOS.notation).orElse(""));
    }

    private Optional<String> label(String iri, Property property) {
        return questions.find(Node.ANY, NodeFactory.createURI(iri), property.asNode()).stream()
                .map(quad -> Row.text(quad.getObject()))
                .sorted()
                .findFirst();
    }

    /** The types of statistics that the vocabulary describes, by name. */
    Map<String, Statistic> statistics() {
        Map<String, Convention> conventions = conventions();
        Map<String, Statistic> statistics = new HashMap<>();
        questions
                .select(
                        "statistics",
                        Map.of(),
                        row -> new Statistic(
                                row.text("statistic"),
                                row.text("label"),
                                row.text("symbol"),
                                row.number("nullValue"),
                                row.text("scale"),
                                row.text("measure"),
                                row.truth("dimensionless"),
                                row.text("form"),
                                Optional.ofNullable(conventions.get(row.text("statistic")))))
                .forEach(statistic -> statistics.putIfAbsent(statistic.iri(), statistic));
        return statistics;
    }

    private Map<String, Convention> conventions() {
        Map<String, Convention> conventions = new HashMap<>();
        questions
                .select("conventions", Map.of(), row -> Map.entry(row.text("statistic"), convention(row)))
                .forEach(entry -> conventions.merge(entry.getKey(), entry.getValue(), Convention::notForEither));
        return conventions;
    }

    private static Convention convention(Row row) {
        return new Convention(
                row.named("convention", "label"),
                new BigDecimal(row.number("small")),
                new BigDecimal(row.number("medium")),
                new BigDecimal(row.number("large")),
                row.has("notFor") ? List.of(row.text("notFor")) : List.of());
    }

    private Map<Cited, Study> studies(List<String> asked) {
        Map<Cited, Set<String>> authors = new LinkedHashMap<>();
        Map<Cited, Row> first = new HashMap<>();
        questions.select("studies", SUMMARY, asked, row -> row).forEach(row -> {
            Cited cited = new Cited(row.text("summary"), row.text("work"));
            first.putIfAbsent(cited, row);
            Set<String> names = authors.computeIfAbsent(cited, work -> new LinkedHashSet<>());
            if (row.has("author")) {
                names.add(row.text("author"));
            }
        });
        Map<Cited, Study> studies = new HashMap<>();
        first.forEach((cited, row) -> studies.put(
                cited,
                new Study(
                        cited.work(),
                        Study.name(List.copyOf(authors.getOrDefault(cited, Set.of())), row.text("year")),
                        row.text("year"),
                        row.text("doi"))));
        return studies;
    }
}
