package dev.precis.sparql.query;

import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.query.Named.Statement;
import dev.precis.sparql.query.QualityAnnotation.Flag;
import dev.precis.sparql.query.Questions.Row;
import dev.precis.sparql.query.Reference.Contributor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Puts cited works together from the answers to two questions about some or all of them. */
final class ReferenceQuestions {
    private static final String WORK = "work";
    private static final String SUMMARY = "summary";
    private static final String DOUBTFUL = Precis.FLAGS + "#citation-unread";
    private static final String RESOLVER = "https://doi.org/";
    /** What a registry tells of works, by the names of the flags that it raises. */
    private static final Map<String, String> FROM_REGISTRY = Ontology.flags().concepts().stream()
            .filter(flag -> flag.isKindOf("told-by-a-registry"))
            .collect(Collectors.toMap(flag -> flag.iri().toString(), Concept::prefLabel));

    private final Questions questions;

    ReferenceQuestions(Questions questions) {
        this.questions = questions;
    }

    /** One reference a work, by name. A work that several summaries cite is read from the one that says most. */
    List<Reference> references() {
        return questions.atOnce(() -> references(
                questions.select("references", Map.of(), row -> row),
                questions.select("contributors", Map.of(), row -> row)));
    }

    /** The same of these works. */
    List<Reference> references(Collection<String> works) {
        return questions.inParts(
                works.stream().distinct().toList(),
                some -> references(
                        questions.select("references", WORK, some, row -> row),
                        questions.select("contributors", WORK, some, row -> row)));
    }

    private static List<Reference> references(List<Row> statements, List<Row> contributors) {
        // by work, then by summary
        Map<String, Map<String, Reading>> works = new LinkedHashMap<>();
        statements.forEach(row -> works.computeIfAbsent(row.text(WORK), work -> new LinkedHashMap<>())
                .computeIfAbsent(row.text(SUMMARY), summary -> new Reading())
                .statements()
                .add(statement(row)));
        contributors.forEach(row -> {
            Reading reading = works.getOrDefault(row.text(WORK), Map.of()).get(row.text(SUMMARY));
            if (reading != null) {
                reading.add(row);
            }
        });
        return works.entrySet().stream()
                .map(work -> reference(work.getKey(), work.getValue()))
                .toList();
    }

    /** The works that a DOI is said of. */
    Set<String> withDoi(String doi) {
        return questions.find(Node.ANY, Node.ANY, Bibo.doi.asNode(), NodeFactory.createLiteralString(doi)).stream()
                .map(quad -> quad.getSubject().toString())
                .collect(Collectors.toSet());
    }

    private static Statement statement(Row row) {
        return new Statement(
                row.text("property"),
                row.text("value"),
                row.isLink("value"),
                row.text("label"),
                row.language("value"),
                false);
    }

    private static Reference reference(String work, Map<String, Reading> readings) {
        Reading fullest = readings.values().stream()
                .max(Comparator.comparingInt(Reading::size))
                .orElseThrow();
        List<Statement> all = readings.values().stream()
                .flatMap(reading -> reading.statements().stream())
                .distinct()
                .toList();
        return new Reference(
                work,
                kind(fullest),
                fullest.value(Schema.name.getURI()),
                fullest.first(Schema.name.getURI()).language(),
                fullest.authors(),
                fullest.authors().stream().anyMatch(Contributor::last),
                fullest.editors(),
                date(fullest),
                container(fullest),
                imprint(fullest),
                identifiers(all),
                fullest.value(DCTerms.bibliographicCitation.getURI()),
                fullest.says(Oa.hasBody.getURI(), DOUBTFUL),
                registry(work, all),
                List.copyOf(readings.keySet()));
    }

    private static Reference.Kind kind(Reading reading) {
        return Arrays.stream(Reference.Kind.values())
                .filter(kind -> reading.says(RDF.type.getURI(), Schema.NS + kind.type()))
                .findFirst()
                .orElse(Reference.Kind.DOCUMENT);
    }

    private static PublicationDate date(Reading reading) {
        String date = reading.value(Schema.datePublished.getURI());
        return new PublicationDate(date.isEmpty() ? reading.value(Precis.year.getURI()) : date);
    }

    private static Named container(Reading reading) {
        Statement container = reading.first(Schema.isPartOf.getURI());
        return container.label().isEmpty() ? Named.NONE : new Named(container.value(), container.label());
    }

    private static Reference.Imprint imprint(Reading reading) {
        return new Reference.Imprint(
                reading.value(Bibo.volume.getURI()),
                reading.value(Bibo.issue.getURI()),
                reading.value(Schema.pageStart.getURI()),
                reading.value(Schema.pageEnd.getURI()),
                reading.value(Bibo.number.getURI()),
                reading.value(Bibo.chapter.getURI()),
                reading.value(Schema.bookEdition.getURI()),
                reading.value(Schema.publisher.getURI()),
                reading.value(Schema.creativeWorkStatus.getURI()));
    }

    private static Reference.Identifiers identifiers(List<Statement> statements) {
        List<String> addresses = new ArrayList<>(values(statements, Schema.url.getURI()));
        values(statements, Schema.sameAs.getURI()).stream()
                .filter(Predicate.not(address -> address.startsWith(RESOLVER)))
                .forEach(addresses::add);
        return new Reference.Identifiers(
                first(statements, Bibo.doi.getURI()),
                first(statements, Bibo.pmid.getURI()),
                values(statements, Schema.isbn.getURI()),
                addresses.stream()
                        .filter(address -> address.matches("https?://.*"))
                        .toList());
    }

    private static Reference.Registry registry(String work, List<Statement> statements) {
        return new Reference.Registry(
                values(statements, Precis.addedField.getURI()),
                first(statements, Prov.wasDerivedFrom.getURI()),
                first(statements, DCTerms.date.getURI()),
                values(statements, Bibo.issn.getURI()),
                statements.stream()
                        .filter(said -> said.property().equals(Oa.hasBody.getURI()))
                        .filter(said -> FROM_REGISTRY.containsKey(said.value()))
                        .map(said -> new Flag(
                                "",
                                work,
                                new Named(said.value(), FROM_REGISTRY.getOrDefault(said.value(), "")),
                                "",
                                said.label()))
                        .distinct()
                        .toList());
    }

    private static String first(List<Statement> statements, String property) {
        return values(statements, property).stream().findFirst().orElse("");
    }

    private static List<String> values(List<Statement> statements, String property) {
        return statements.stream()
                .filter(statement -> statement.property().equals(property))
                .map(Statement::value)
                .distinct()
                .toList();
    }

    /** What one summary says of a work. */
    private record Reading(
            List<Statement> statements, List<Contributor> authors, List<Contributor> editors, Set<String> roles) {
        private static final Statement NOTHING = new Statement("", "", false, "", "", false);

        Reading() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new HashSet<>());
        }

        int size() {
            long flags = statements.stream()
                    .filter(statement -> statement.property().equals(Oa.hasBody.getURI()))
                    .count();
            return statements.size() - (int) flags + authors.size() + editors.size();
        }

        void add(Row row) {
            // a person whose name is spelt in two ways is one row for each, but has this role once
            if (roles.add(row.text("role"))) {
                (row.text("part").equals(Pro.editor.getURI()) ? editors : authors)
                        .add(Contributor.of(
                                row.text("person"), row.text("printed"), row.text("name"), !row.has("position")));
            }
        }

        boolean says(String property, String value) {
            return statements.stream()
                    .anyMatch(statement -> statement.property().equals(property)
                            && statement.value().equals(value));
        }

        Statement first(String property) {
            return statements.stream()
                    .filter(statement -> statement.property().equals(property))
                    .findFirst()
                    .orElse(NOTHING);
        }

        String value(String property) {
            return first(property).value();
        }
    }
}
