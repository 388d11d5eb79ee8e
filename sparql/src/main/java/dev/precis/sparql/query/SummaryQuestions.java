package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Detail.Correction;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Finding;
import dev.precis.sparql.query.Detail.Provenance;
import dev.precis.sparql.query.Detail.Rich;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.Detail.Suggestion;
import dev.precis.sparql.query.Detail.Work;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/** Puts one summary together from the answers to several questions. */
final class SummaryQuestions {
    private static final String SUMMARY = "summary";

    private final Questions questions;

    SummaryQuestions(Questions questions) {
        this.questions = questions;
    }

    Optional<Detail> summary(String iri) {
        Map<String, Node> parameters = Questions.iri(SUMMARY, iri);
        return questions.atOnce(() ->
                questions.select("summary", parameters, 1, row -> detail(row, parameters)).stream()
                        .findFirst());
    }

    private Detail detail(Row row, Map<String, Node> parameters) {
        List<Work> works = distinct(works(parameters));
        List<Flag> flags = flags(parameters);
        List<Finding> findings = findings(parameters, flags);
        Set<String> told = new HashSet<>();
        findings.forEach(finding -> finding.flags().forEach(flag -> told.add(flag.iri())));
        return new Detail(
                new Item(
                        row.text("summary"),
                        row.text("title"),
                        new PublicationDate(row.text("date")),
                        row.named("issue", "month"),
                        works.isEmpty() ? "" : works.getFirst().citation()),
                row.text("language"),
                row.named("author", "authorName"),
                row.text("note"),
                paragraphs(row.text("body")),
                new Rich(row.text("richBody"), row.text("richImplications")),
                works,
                findings,
                implications(parameters),
                concepts(parameters, "topic"),
                concepts(parameters, "type"),
                suggestions(parameters),
                flags.stream().filter(flag -> !told.contains(flag.iri())).toList(),
                corrections(parameters),
                new Provenance(row.text("source"), row.text("snapshot"), row.text("read"), row.instant("modified")));
    }

    private static List<String> paragraphs(String body) {
        return Arrays.stream(body.split("\n\\s*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    private List<Work> works(Map<String, Node> parameters) {
        return questions.select(
                "works",
                parameters,
                row -> new Work(
                        row.text("work"),
                        row.text("title"),
                        row.text("citation"),
                        row.text("doi"),
                        row.truth("registered")));
    }

    private static List<Work> distinct(List<Work> works) {
        Set<String> seen = new HashSet<>();
        return works.stream().filter(work -> seen.add(work.iri())).toList();
    }

    /** Where nothing tells the paragraph, each is one by itself. */
    private List<List<Named>> implications(Map<String, Node> parameters) {
        Map<String, List<Named>> paragraphs = new LinkedHashMap<>();
        questions
                .select("implications", parameters, row -> row)
                .forEach(row -> paragraphs
                        .computeIfAbsent(
                                row.has("paragraph") ? row.text("paragraph") : row.text("implication"),
                                paragraph -> new ArrayList<>())
                        .add(row.named("implication", "text")));
        return List.copyOf(paragraphs.values());
    }

    private List<Suggestion> suggestions(Map<String, Node> parameters) {
        return questions.select(
                "suggestions",
                parameters,
                row -> new Suggestion(row.text("suggestion"), row.named("topic", "label"), row.number("confidence")));
    }

    private List<Correction> corrections(Map<String, Node> parameters) {
        return questions.select(
                "corrections",
                parameters,
                row -> new Correction(
                        row.text("correction"),
                        row.text("field"),
                        row.text("read"),
                        row.text("reason"),
                        row.text("by")));
    }

    private List<Named> concepts(Map<String, Node> parameters, String kind) {
        return questions
                .select("concepts", parameters, row -> Map.entry(row.text("kind"), row.named("concept", "label")))
                .stream()
                .filter(entry -> entry.getKey().equals(kind))
                .map(Map.Entry::getValue)
                .toList();
    }

    private List<Flag> flags(Map<String, Node> parameters) {
        return questions.select("flags", parameters, SummaryQuestions::flag);
    }

    /** What is odd in these summaries. */
    List<Flag> flags(List<String> summaries) {
        return questions.select("flags", SUMMARY, summaries, SummaryQuestions::flag);
    }

    static Flag flag(Row row) {
        return new Flag(
                row.text("annotation"),
                row.text("target"),
                row.named("flag", "label"),
                row.text("explanation"),
                row.text("description"));
    }

    private List<Finding> findings(Map<String, Node> parameters, List<Flag> flags) {
        Map<String, List<Sample>> samples = samples(parameters);
        Map<String, Finding> findings = new LinkedHashMap<>();
        questions.select("findings", parameters, row -> row).forEach(row -> {
            String iri = row.text("finding");
            Finding before = findings.getOrDefault(
                    iri,
                    new Finding(
                            iri, row.text("text"), List.of(), samples.getOrDefault(iri, List.of()), about(flags, iri)));
            findings.put(iri, row.has("estimate") ? with(before, estimate(row), flags) : before);
        });
        return List.copyOf(findings.values());
    }

    private static Finding with(Finding finding, Estimate estimate, List<Flag> flags) {
        if (finding.estimates().stream().anyMatch(e -> e.iri().equals(estimate.iri()))) {
            return finding;
        }
        List<Estimate> estimates = new ArrayList<>(finding.estimates());
        estimates.add(estimate);
        List<Flag> told = new ArrayList<>(finding.flags());
        told.addAll(about(flags, estimate.iri()));
        return new Finding(finding.iri(), finding.text(), estimates, finding.samples(), told);
    }

    private static List<Flag> about(List<Flag> flags, String target) {
        return flags.stream().filter(flag -> flag.target().equals(target)).toList();
    }

    static Estimate estimate(Row row) {
        return new Estimate(
                row.text("estimate"),
                row.text("label"),
                row.text("symbol"),
                row.number("value"),
                row.number("upperValue"),
                row.text("relation"),
                row.text("unit"),
                row.number("ciLower"),
                row.number("ciUpper"),
                row.number("ciLevel"),
                row.text("intervalType"),
                row.number("standardError"),
                row.number("standardDeviation"),
                row.number("df"),
                row.number("df2"),
                row.number("pValue"),
                row.text("pRelation"),
                row.number("size"),
                row.number("studies"),
                row.text("asPrinted"));
    }

    private Map<String, List<Sample>> samples(Map<String, Node> parameters) {
        return byFinding(questions.select("samples", parameters, SummaryQuestions::sample));
    }

    /** The samples that these summaries tell, by finding. */
    Map<String, List<Sample>> samples(List<String> summaries) {
        return byFinding(questions.select("samples", SUMMARY, summaries, SummaryQuestions::sample));
    }

    private static Map.Entry<String, Sample> sample(Row row) {
        return Map.entry(
                row.text("finding"),
                new Sample(
                        row.text("sample"),
                        row.number("size"),
                        row.text("relation"),
                        row.number("studies"),
                        row.text("description"),
                        row.text("asPrinted")));
    }

    private static Map<String, List<Sample>> byFinding(List<Map.Entry<String, Sample>> samples) {
        Map<String, List<Sample>> byFinding = new LinkedHashMap<>();
        samples.forEach(sample -> byFinding
                .computeIfAbsent(sample.getKey(), finding -> new ArrayList<>())
                .add(sample.getValue()));
        return byFinding;
    }
}
