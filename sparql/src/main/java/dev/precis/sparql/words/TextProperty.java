package dev.precis.sparql.words;

import dev.precis.ontology.Reused.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** The properties whose values are sought by words. One more is a line here; the index is then built anew. */
public enum TextProperty {
    /** Titles of summaries. */
    HEADLINE(Schema.headline),
    /** What summaries say. */
    BODY(Schema.articleBody),
    /** Sentences of findings, implications for practice. */
    TEXT(Schema.text),
    /** Citations as printed. */
    CITATION(DCTerms.bibliographicCitation),
    /** Names of people, journals, cited works. */
    NAME(Schema.name),
    /** Names of topics and types of research. */
    LABEL(SKOS.prefLabel),
    /** Other names of them. */
    SYNONYM(SKOS.altLabel);

    private static final Map<String, TextProperty> BY_IRI =
            Arrays.stream(values()).collect(Collectors.toMap(TextProperty::iri, property -> property));

    private final String iri;

    TextProperty(Property property) {
        this.iri = property.getURI();
    }

    /** The property's IRI. */
    public String iri() {
        return iri;
    }

    /** Whether a quad or triple with such a predicate and object is a text to be sought. */
    public static boolean isText(Node predicate, Node object) {
        return object.isLiteral() && BY_IRI.containsKey(predicate.getURI());
    }
}
