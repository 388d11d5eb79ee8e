package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Named.Statement;
import dev.precis.sparql.query.Questions.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;

/** The questions that pages and feeds ask, each with its query file. */
public final class Catalogue {
    private final Questions questions;
    private final Search search;
    private final SummaryQuestions summaries;
    private final CardQuestions cards;
    private final FigureQuestions figures;
    private final AnnotationQuestions annotations;
    private final ReferenceQuestions references;

    /** @param dataset its default graph is the union of the named graphs, and their texts are indexed */
    public Catalogue(DatasetGraph dataset) {
        this.questions = new Questions(dataset);
        this.search = new Search(dataset);
        this.summaries = new SummaryQuestions(questions);
        this.cards = new CardQuestions(questions);
        this.figures = new FigureQuestions(questions, summaries);
        this.annotations = new AnnotationQuestions(questions);
        this.references = new ReferenceQuestions(questions);
    }

    /** Every question that {@code work} asks sees the same state of the dataset. */
    public <T> T atOnce(Supplier<T> work) {
        return questions.atOnce(work);
    }

    /**
     * Does {@code work} for somebody who may leave before it is done.
     *
     * @param gone whether they have
     * @throws dev.precis.sparql.query.asker.Abandoned if they had when something more was to be asked
     */
    public <T> T awaiting(BooleanSupplier gone, Supplier<T> work) {
        return questions.asker().awaiting(gone, work);
    }

    /** The blogs by their names; what a blog says twice counts once. */
    public List<Blog> blogs() {
        Set<String> seen = new HashSet<>();
        return questions
                .select(
                        "blogs",
                        Map.of(),
                        row -> new Blog(
                                row.text("blog"),
                                row.text("name"),
                                row.text("description"),
                                row.text("blurb"),
                                row.text("introduction"),
                                row.text("language"),
                                row.named("author", "authorName"),
                                row.text("publisher"),
                                row.text("license")))
                .stream()
                .filter(blog -> seen.add(blog.iri()))
                .toList();
    }

    /** One card a summary, of all blogs, newest first; without what only lists show. */
    public List<Card> cards() {
        return cards.cards();
    }

    /** The cards of those of these graphs that are of summaries, by name; the same. */
    public Map<String, Card> cards(Collection<String> graphs) {
        return cards.cards(graphs);
    }

    /** The cards as lists show them: with the citation and the beginning of the text. */
    public List<Card> shown(List<Card> some) {
        return cards.shown(some);
    }

    /** What finds summaries by words. */
    public Search search() {
        return search;
    }

    /** Every published number of these summaries, in their order. */
    public List<Figure> figures(Collection<Item> items) {
        return figures.figures(items);
    }

    /** The same, some summaries at a time: only those are held. */
    public void eachFigure(Collection<Item> items, Consumer<Figure> figure) {
        figures.each(items, figure);
    }

    /** The summaries that report any number or finding. */
    public Set<String> reporting() {
        return figures.reporting();
    }

    /** What lists count and choose by of the numbers of a summary, as printed. */
    public List<Figure.Number> numbers(String summary) {
        return figures.numbers(summary);
    }

    /** The types of statistics that the vocabulary describes, by name. */
    public Map<String, Figure.Statistic> statistics() {
        return figures.statistics();
    }

    /** A type of statistics that the vocabulary does not describe: no more is known than what it is called. */
    public Figure.Statistic statistic(String iri) {
        return figures.statistic(iri);
    }

    /** The same as {@link #annotations} finds, with the sentences and citations that they are about. */
    public List<QualityAnnotation> quoted(List<QualityAnnotation> some) {
        return annotations.quoted(some);
    }

    /** Whatever is odd in these summaries, in their order; not yet with the words that it is about. */
    public List<QualityAnnotation> annotations(Collection<Item> items) {
        return annotations.annotations(items);
    }

    /** When what a summary says changed last. */
    public Optional<Instant> modified(String summary) {
        return questions
                .select("modifications", Questions.iri("summary", summary), row -> row.instant("modified"))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** When what each summary says changed last; those of which that is not known are left out. */
    public Map<String, Instant> modifications() {
        Map<String, Instant> modifications = new HashMap<>();
        questions
                .select("modifications", Map.of(), row -> row)
                .forEach(row -> row.instant("modified")
                        .ifPresent(instant -> modifications.putIfAbsent(row.text("summary"), instant)));
        return modifications;
    }

    /** The pictures that some summary shows. */
    public Set<String> pictures() {
        return Set.copyOf(questions.select("pictures", Map.of(), row -> row.text("picture")));
    }

    /** All cited works, by name. */
    public List<Reference> references() {
        return references.references();
    }

    /** These of the cited works, each once. */
    public List<Reference> references(Collection<String> works) {
        return references.references(works);
    }

    /** The works that a DOI is said of, by name. */
    public Set<String> worksWithDoi(String doi) {
        return references.withDoi(doi);
    }

    /** Which summaries somebody wrote. */
    public List<Authorship> authorships(String person) {
        return questions.select(
                "authors",
                Questions.iri("person", person),
                row -> new Authorship(row.named("person", "name"), row.text("summary")));
    }

    /** Who wrote these summaries. */
    public List<Authorship> authorships(Collection<String> summaries) {
        return questions.select(
                "authors",
                "summary",
                summaries,
                row -> new Authorship(row.named("person", "name"), row.text("summary")));
    }

    /** Who wrote which summary. */
    public List<Authorship> authorships() {
        return questions.select(
                "authors", Map.of(), row -> new Authorship(row.named("person", "name"), row.text("summary")));
    }

    /** The names of people and journals for which another one is used. */
    public List<Spelling> spellings() {
        return questions.select(
                "spellings", Map.of(), row -> new Spelling(row.text("spelling"), row.text("into"), row.text("reason")));
    }

    /** The concepts of a scheme of topics or of types of research, by label. */
    public List<Named> concepts(String scheme) {
        return questions.select("scheme", Questions.iri("scheme", scheme), row -> row.named("concept", "label"));
    }

    /**
     * The group in which readers find each concept of a scheme that is in one, by the concept's name; the first of
     * several.
     */
    public Map<String, Named> groups(String scheme) {
        Map<String, Named> groups = new HashMap<>();
        questions
                .select(
                        "groups",
                        Questions.iri("scheme", scheme),
                        row -> Map.entry(row.text("concept"), row.named("group", "label")))
                .forEach(entry -> groups.putIfAbsent(entry.getKey(), entry.getValue()));
        return groups;
    }

    /** The summary of that name. */
    public Optional<Detail> summary(String iri) {
        return summaries.summary(iri);
    }

    /** The named graph of a summary; empty if there is no such summary. */
    public Graph summaryGraph(String iri) {
        return questions.construct("summary-graph", Questions.iri("summary", iri));
    }

    /** What is said about a resource, the parts that live in its document, and links to it; empty if nothing. */
    public Graph describe(String iri) {
        return questions.construct("describe", Questions.iri("resource", iri));
    }

    /** The same in words: what it says first, then what others say; one label each. */
    public List<Statement> statements(String iri) {
        Set<String> seen = new HashSet<>();
        List<Statement> statements = new ArrayList<>();
        for (Statement statement : questions.select("links", Questions.iri("resource", iri), Catalogue::statement)) {
            if (seen.add(statement.incoming() + " " + statement.property() + " " + statement.language() + " "
                    + statement.value())) {
                statements.add(statement);
            }
        }
        return List.copyOf(statements);
    }

    private static Statement statement(Row row) {
        return new Statement(
                row.text("property"),
                row.text("value"),
                row.isLink("value"),
                row.text("label"),
                row.language("value"),
                row.truth("incoming"));
    }

    /** That somebody wrote a summary. */
    public record Authorship(Named person, String summary) {}

    /**
     * That another name is used for one of a person or journal.
     *
     * @param reason a sentence
     */
    public record Spelling(String iri, String into, String reason) {}

    /** How many summaries belong to a month, a topic or a type of research. */
    public record Count(String iri, String label, int count) {}
}
