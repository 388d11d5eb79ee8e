package dev.precis.pipeline.map;

import dev.precis.pipeline.domain.Passage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;

/** A graph in the making: how its literals are written, in one place. */
final class Description {
    private final Model model = ModelFactory.createDefaultModel();
    private final String language;

    /** @param language of human texts, BCP 47 */
    Description(String language) {
        this.language = language;
    }

    Model model() {
        return model;
    }

    Resource resource(String iri, Resource... types) {
        Resource resource = model.createResource(iri);
        for (Resource type : types) {
            resource.addProperty(RDF.type, type);
        }
        return resource;
    }

    /** A text for people, with its language; an empty one is left out. */
    void text(Resource subject, Property property, String text) {
        if (!text.isEmpty()) {
            subject.addProperty(property, text, language);
        }
    }

    /** A text with its mark-up (RDF 1.1 Concepts, section 5.2); an empty one is left out. */
    void markup(Resource subject, Property property, String html) {
        if (!html.isEmpty()) {
            subject.addProperty(property, html, RDF.dtRDFHTML);
        }
    }

    /** Paragraphs as one text: a blank line between two. */
    static String paragraphs(List<Passage> passages) {
        return passages.stream().map(Passage::text).collect(Collectors.joining("\n\n"));
    }

    /** An identifier or a name, without language; an empty one is left out. */
    void plain(Resource subject, Property property, String value) {
        if (!value.isEmpty()) {
            subject.addProperty(property, value);
        }
    }

    void number(Resource subject, Property property, BigDecimal value) {
        subject.addProperty(property, canonical(value), XSDDatatype.XSDdecimal);
    }

    void integer(Resource subject, Property property, long value) {
        subject.addProperty(property, Long.toString(value), XSDDatatype.XSDinteger);
    }

    void typed(Resource subject, Property property, String lexical, XSDDatatype type) {
        subject.addProperty(property, lexical, type);
    }

    void instant(Resource subject, Property property, Instant instant) {
        typed(subject, property, instant.truncatedTo(ChronoUnit.SECONDS).toString(), XSDDatatype.XSDdateTime);
    }

    /** XSD 1.0 part 2, 3.2.3.2: the canonical form of a decimal has a point and no needless zeros. */
    private static String canonical(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 1 ? stripped.setScale(1) : stripped).toPlainString();
    }
}
