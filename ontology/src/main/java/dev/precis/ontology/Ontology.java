package dev.precis.ontology;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.Shapes;

/** The files of the vocabulary, each parsed once, on first use. */
public final class Ontology {
    private Ontology() {}

    /** {@code ontology.ttl}: classes and properties. Do not change the model. */
    public static Model terms() {
        return Terms.MODEL;
    }

    /** {@code statistics.ttl}: the types of statistics, as RDF. Do not change the model. */
    public static Model statisticsModel() {
        return Statistics.MODEL;
    }

    /** {@code statistics.ttl}: the types of statistics. */
    public static ConceptScheme statistics() {
        return Statistics.SCHEME;
    }

    /** {@code flags.ttl}: what may be odd about a published number, as RDF. Do not change the model. */
    public static Model flagsModel() {
        return Flags.MODEL;
    }

    /** {@code flags.ttl}: what may be odd about a published number. */
    public static ConceptScheme flags() {
        return Flags.SCHEME;
    }

    /** {@code comparators.ttl}: what treatments are compared with, as RDF. Do not change the model. */
    public static Model comparatorsModel() {
        return Comparators.MODEL;
    }

    /** {@code comparators.ttl}: what treatments are compared with. */
    public static ConceptScheme comparators() {
        return Comparators.SCHEME;
    }

    /** {@code shapes.ttl}: what a summary's graph must look like. */
    public static Shapes shapes() {
        return ShapesHolder.SHAPES;
    }

    /** {@code context.jsonld}: the JSON-LD context, as text. */
    public static String context() {
        return text("context.jsonld");
    }

    private static Model turtle(String file) {
        return RDFParser.fromString(text(file), Lang.TURTLE).toModel();
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(Ontology.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    // one holder class a file: read when first asked for, so that a command that needs none of them starts at once

    private static final class Terms {
        static final Model MODEL = turtle("ontology.ttl");
    }

    private static final class Statistics {
        static final Model MODEL = turtle("statistics.ttl");
        static final ConceptScheme SCHEME = ConceptSchemes.read(MODEL, Precis.STATISTICS);
    }

    private static final class Flags {
        static final Model MODEL = turtle("flags.ttl");
        static final ConceptScheme SCHEME = ConceptSchemes.read(MODEL, Precis.FLAGS);
    }

    private static final class Comparators {
        static final Model MODEL = turtle("comparators.ttl");
        static final ConceptScheme SCHEME = ConceptSchemes.read(MODEL, Precis.COMPARATORS);
    }

    private static final class ShapesHolder {
        static final Shapes SHAPES = Shapes.parse(turtle("shapes.ttl"));
    }
}
