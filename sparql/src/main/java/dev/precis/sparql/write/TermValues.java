package dev.precis.sparql.write;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** Reads RDF terms as the values that they stand for. */
final class TermValues {
    private static final int MOST_ZEROS = 400;
    // so many digits are exact wherever numbers are doubles (RFC 8259 section 6), in whatever language it is read
    private static final Pattern EXACT = Pattern.compile("0|-?[1-9][0-9]{0,14}");

    private TermValues() {}

    /** An IRI, the lexical form of a literal, the label of a blank node. */
    static String text(Node term) {
        if (term.isLiteral()) {
            return term.getLiteralLexicalForm();
        }
        return term.isBlank() ? "_:" + term.getBlankNodeLabel() : term.toString();
    }

    /** The number that a literal stands for; nothing for texts, for what is not finite, and for a form that is none. */
    static Optional<BigDecimal> number(Node term) {
        if (!term.isLiteral()
                || !isNumeric(term.getLiteralDatatype())
                || !term.getLiteral().isWellFormed()) {
            return Optional.empty();
        }
        try {
            BigDecimal number = new BigDecimal(term.getLiteralLexicalForm().strip());
            // an exponent of nine digits would be a text of as many zeros
            return Math.abs((long) number.scale()) > MOST_ZEROS ? Optional.empty() : Optional.of(number);
        } catch (NumberFormatException notFinite) {
            return Optional.empty();
        }
    }

    private static boolean isNumeric(RDFDatatype type) {
        return XSDDatatype.XSDdecimal.equals(type)
                || XSDDatatype.XSDdouble.equals(type)
                || XSDDatatype.XSDfloat.equals(type)
                || isInteger(type);
    }

    /** xsd:integer and what is derived from it (XML Schema 1.1 part 2, section 3.4). */
    static boolean isInteger(RDFDatatype type) {
        return type instanceof XSDDatatype
                && switch (type.getURI().substring(XSDDatatype.XSD.length() + 1)) {
                    case "integer",
                            "nonPositiveInteger",
                            "negativeInteger",
                            "nonNegativeInteger",
                            "positiveInteger",
                            "long",
                            "int",
                            "short",
                            "byte",
                            "unsignedLong",
                            "unsignedInt",
                            "unsignedShort",
                            "unsignedByte" -> true;
                    default -> false;
                };
    }

    /** The truth value that a literal stands for. */
    static Optional<Boolean> truth(Node term) {
        return term.isLiteral()
                        && XSDDatatype.XSDboolean.equals(term.getLiteralDatatype())
                        && term.getLiteral().isWellFormed()
                ? Optional.of((Boolean) term.getLiteralValue())
                : Optional.empty();
    }

    /**
     * The integer, of whatever type of integers, that a reader of JSON-LD gets as it was. JSON-LD 1.1 API section 8.2.2
     * turns numbers with a fraction into the form of a double, whatever their type; only whole ones in their usual form
     * come out as they went in.
     */
    static Optional<Long> exactInteger(Node term) {
        return term.isLiteral()
                        && isInteger(term.getLiteralDatatype())
                        && EXACT.matcher(term.getLiteralLexicalForm()).matches()
                ? Optional.of(Long.valueOf(term.getLiteralLexicalForm()))
                : Optional.empty();
    }

    /** The truth value that a reader of JSON-LD gets as it was: one of two forms. */
    static Optional<Boolean> exactTruth(Node term) {
        return truth(term).filter(truth -> term.getLiteralLexicalForm().equals(truth.toString()));
    }
}
