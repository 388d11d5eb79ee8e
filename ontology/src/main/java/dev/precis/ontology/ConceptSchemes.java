package dev.precis.ontology;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** Reads SKOS out of an RDF model. */
public final class ConceptSchemes {
    private ConceptSchemes() {}

    /**
     * The scheme of that name with all its concepts.
     *
     * @throws IllegalArgumentException if the model has no such scheme, or a concept of it has no preferred label
     */
    public static ConceptScheme read(Model model, String scheme) {
        Resource node = model.getResource(scheme);
        if (!model.contains(node, RDF.type, SKOS.ConceptScheme)) {
            throw new IllegalArgumentException("no skos:ConceptScheme <" + scheme + ">");
        }
        List<Concept> concepts = model.listSubjectsWithProperty(SKOS.inScheme, node)
                .mapWith(ConceptSchemes::concept)
                .toList();
        return new ConceptScheme(
                URI.create(scheme),
                concepts.stream()
                        .sorted(Comparator.comparing(concept -> concept.iri().toString()))
                        .toList());
    }

    private static Concept concept(Resource node) {
        List<String> preferred = texts(node, SKOS.prefLabel);
        if (preferred.isEmpty()) {
            throw new IllegalArgumentException("concept <" + node.getURI() + "> has no skos:prefLabel");
        }
        return new Concept(
                URI.create(node.getURI()),
                preferred.getFirst(),
                texts(node, SKOS.altLabel),
                texts(node, SKOS.hiddenLabel),
                texts(node, SKOS.notation),
                texts(node, SKOS.example),
                texts(node, SKOS.broader).stream().map(URI::create).toList(),
                first(node, Precis.form),
                first(node, Precis.scale),
                first(node, Precis.distribution),
                new Concept.Range(
                        number(node, Precis.minimum, Concept.Range.UNBOUNDED.minimum()),
                        number(node, Precis.maximum, Concept.Range.UNBOUNDED.maximum())));
    }

    private static double number(Resource node, Property property, double otherwise) {
        return node.hasProperty(property) ? node.getProperty(property).getDouble() : otherwise;
    }

    private static String first(Resource node, Property property) {
        return texts(node, property).stream().findFirst().orElse("");
    }

    private static List<String> texts(Resource node, Property property) {
        return node.listProperties(property).mapWith(statement -> text(statement.getObject())).toList().stream()
                .sorted()
                .toList();
    }

    private static String text(RDFNode value) {
        return value.isLiteral() ? value.asLiteral().getLexicalForm() : value.toString();
    }
}
