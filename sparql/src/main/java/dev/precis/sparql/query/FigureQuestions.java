package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Figure.Contrast;
import dev.precis.sparql.query.Figure.Statistic;
import dev.precis.sparql.query.Figure.Study;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/** Puts published numbers together with all that makes them understood: five questions for any number of summaries. */
final class FigureQuestions {
    private final Questions questions;
    private final SummaryQuestions summaries;

    FigureQuestions(Questions questions, SummaryQuestions summaries) {
        this.questions = questions;
        this.summaries = summaries;
    }

    /** The numbers of these summaries, in their order; in each as printed. */
    List<Figure> figures(Collection<Item> items) {
        return figures(items, Map.of());
    }

    List<Figure> figures(Item item) {
        return figures(List.of(item), Questions.iri("summary", item.iri()));
    }

    private List<Figure> figures(Collection<Item> items, Map<String, Node> parameters) {
        return questions.atOnce(() -> {
            Known known = new Known(
                    statistics(),
                    studies(parameters),
                    summaries.samples(parameters),
                    summaries.flags(parameters).stream().collect(Collectors.groupingBy(Flag::target)));
            Set<String> seen = new HashSet<>();
            Map<String, List<Row>> rows = questions.select("findings", parameters, row -> row).stream()
                    .filter(row -> row.has("estimate") && seen.add(row.text("estimate")))
                    .collect(Collectors.groupingBy(row -> row.text("summary")));
            return items.stream()
                    .flatMap(item ->
                            rows.getOrDefault(item.iri(), List.of()).stream().map(row -> known.figure(item, row)))
                    .toList();
        });
    }

    /** What figures refer to, by its name; samples by that of their finding, flags by that of their target. */
    private record Known(
            Map<String, Statistic> statistics,
            Map<String, Study> studies,
            Map<String, List<Sample>> samples,
            Map<String, List<Flag>> flags) {
        Figure figure(Item item, Row row) {
            String finding = row.text("finding");
            return new Figure(
                    item,
                    studies.getOrDefault(row.text("work"), Study.NONE),
                    finding,
                    row.text("text"),
                    row.text("role"),
                    new Contrast(row.text("predictor"), row.text("comparator"), row.text("outcome")),
                    samples.getOrDefault(finding, List.of()),
                    statistics.getOrDefault(row.text("statistic"), statistic(row)),
                    SummaryQuestions.estimate(row),
                    Stream.of(row.text("estimate"), finding)
                            .flatMap(target -> flags.getOrDefault(target, List.of()).stream())
                            .toList());
        }
    }

    /** Of a type that the vocabulary does not describe, no more is known than its name. */
    private static Statistic statistic(Row row) {
        return new Statistic(
                row.text("statistic"), row.named("statistic", "label").name(), row.text("symbol"), "", "", false);
    }

    private Map<String, Statistic> statistics() {
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
                                row.truth("dimensionless")))
                .forEach(statistic -> statistics.putIfAbsent(statistic.iri(), statistic));
        return statistics;
    }

    private Map<String, Study> studies(Map<String, Node> parameters) {
        Map<String, Set<String>> authors = new LinkedHashMap<>();
        Map<String, Row> first = new HashMap<>();
        questions.select("studies", parameters, row -> row).forEach(row -> {
            first.putIfAbsent(row.text("work"), row);
            Set<String> names = authors.computeIfAbsent(row.text("work"), work -> new LinkedHashSet<>());
            if (row.has("author")) {
                names.add(row.text("author"));
            }
        });
        Map<String, Study> studies = new HashMap<>();
        first.forEach((work, row) -> studies.put(
                work,
                new Study(
                        work,
                        Study.name(List.copyOf(authors.getOrDefault(work, Set.of())), row.text("year")),
                        row.text("doi"))));
        return studies;
    }
}
