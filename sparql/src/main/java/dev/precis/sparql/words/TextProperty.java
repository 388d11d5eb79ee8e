package dev.precis.sparql.words;

import dev.precis.ontology.Reused.Schema;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;

/** The properties whose values are sought by words. One more is a line here; the index is then built anew. */
public enum TextProperty {
    /** Titles of summaries. */
    HEADLINE(Schema.headline, 4),
    /** What summaries say. */
    BODY(Schema.articleBody, 2),
    /** Sentences of findings, implications for practice. */
    TEXT(Schema.text, 1.5f),
    /** Citations as printed. */
    CITATION(DCTerms.bibliographicCitation, 1),
    /** Names of people, journals, cited works. */
    NAME(Schema.name, 0.5f),
    /** Names of topics and types of research. */
    LABEL(SKOS.prefLabel, 2),
    /** Other names of them. */
    SYNONYM(SKOS.altLabel, 2),
    /** Further spellings of them, to be found and not to be shown. */
    SPELLING(SKOS.hiddenLabel, 2);

    private static final Map<String, TextProperty> BY_IRI =
            Arrays.stream(values()).collect(Collectors.toMap(TextProperty::iri, property -> property));

    private final String iri;
    private final float weight;

    TextProperty(Property property, float weight) {
        this.iri = property.getURI();
        this.weight = weight;
    }

    /** That of an IRI, which is one of them. */
    public static TextProperty of(String iri) {
        return Objects.requireNonNull(BY_IRI.get(iri), iri);
    }

    /** How much it says of what a summary is about that a word stands there. */
    float weight() {
        return weight;
    }

    /** Whether its values are names of concepts. */
    boolean isLabel() {
        return this == LABEL || this == SYNONYM || this == SPELLING;
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
