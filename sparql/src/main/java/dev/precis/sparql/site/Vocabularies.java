package dev.precis.sparql.site;

import dev.precis.ontology.Precis;
import dev.precis.sparql.page.Vocabulary;
import dev.precis.sparql.page.Vocabulary.Fact;
import dev.precis.sparql.page.Vocabulary.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Turns the files of our vocabulary into what their pages show. */
public final class Vocabularies {
    private static final Map<Resource, String> KINDS = kinds();
    private static final Map<Property, String> FACTS = facts();

    private Vocabularies() {}

    private static Map<Resource, String> kinds() {
        Map<Resource, String> kinds = new LinkedHashMap<>();
        kinds.put(OWL.Class, "Classes");
        kinds.put(OWL.ObjectProperty, "Properties that lead to resources");
        kinds.put(OWL.DatatypeProperty, "Properties with a value");
        kinds.put(SKOS.Concept, "Concepts");
        kinds.put(Precis.Convention, "Conventions");
        return kinds;
    }

    private static Map<Property, String> facts() {
        Map<Property, String> facts = new LinkedHashMap<>();
        facts.put(RDFS.subClassOf, "Is a kind of");
        facts.put(RDFS.subPropertyOf, "Is a case of");
        facts.put(RDFS.domain, "Said of");
        facts.put(RDFS.range, "Values");
        facts.put(SKOS.notation, "Symbol");
        facts.put(SKOS.altLabel, "Also called");
        facts.put(SKOS.hiddenLabel, "Also read in print");
        facts.put(SKOS.example, "Example");
        facts.put(Precis.form, "Form");
        facts.put(Precis.scale, "Scale");
        facts.put(Precis.dimensionless, "Free of units");
        facts.put(Precis.nullValue, "No effect is");
        facts.put(Precis.convention, "Sizes by");
        facts.put(Precis.small, "Small from");
        facts.put(Precis.medium, "Medium from");
        facts.put(Precis.large, "Large from");
        facts.put(Precis.notFor, "Not for");
        facts.put(DCTerms.bibliographicCitation, "Published in");
        facts.put(DCTerms.source, "Source");
        facts.put(Precis.minimum, "Least");
        facts.put(Precis.maximum, "Greatest");
        facts.put(SKOS.exactMatch, "The same as");
        facts.put(SKOS.closeMatch, "Close to");
        facts.put(SKOS.broader, "Kind of");
        facts.put(RDFS.seeAlso, "See also");
        facts.put(OWL2.deprecated, "Deprecated");
        return facts;
    }

    public static Vocabulary read(Model model, String iri) {
        Resource vocabulary = model.getResource(iri);
        List<Term> terms = KINDS.entrySet().stream()
                .flatMap(kind -> model.listSubjectsWithProperty(RDF.type, kind.getKey()).toList().stream()
                        .map(term -> term(term, kind.getValue()))
                        .sorted(Comparator.comparing((Term term) -> term.label().toLowerCase(java.util.Locale.ROOT))
                                .thenComparing(Term::iri)))
                .toList();
        return new Vocabulary(
                iri,
                first(vocabulary, DCTerms.title, SKOS.prefLabel),
                first(vocabulary, DCTerms.description, RDFS.comment),
                first(vocabulary, OWL.versionInfo),
                terms);
    }

    private static Term term(Resource term, String kind) {
        List<Fact> facts = new ArrayList<>();
        FACTS.forEach((property, label) -> {
            List<String> values = values(term, property).toList();
            if (!values.isEmpty()) {
                facts.add(new Fact(label, values));
            }
        });
        return new Term(
                term.getURI(),
                kind,
                first(term, RDFS.label, SKOS.prefLabel),
                first(term, RDFS.comment, SKOS.definition, SKOS.scopeNote),
                facts);
    }

    private static String first(Resource subject, Property... properties) {
        return Stream.of(properties)
                .map(property -> values(subject, property).findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
    }

    private static Stream<String> values(Resource subject, Property property) {
        return subject.listProperties(property).toList().stream()
                .map(statement -> text(statement.getObject()))
                .sorted();
    }

    private static String text(RDFNode value) {
        return value.isLiteral()
                ? value.asLiteral().getLexicalForm()
                : value.asNode().getURI();
    }
}
