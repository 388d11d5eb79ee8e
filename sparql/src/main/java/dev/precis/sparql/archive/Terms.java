package dev.precis.sparql.archive;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** IRIs and literals in canonical N-Quads. */
final class Terms {
    // RFC 3986 section 3.1: an absolute IRI begins with its scheme
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    // RDF 1.1 N-Quads, IRIREF
    private static final String NOT_IN_IRIS = "<>\"{}|^`\\";

    private Terms() {}

    static String iri(String iri) {
        if (!SCHEME.matcher(iri).lookingAt() || !isPlain(iri) || !isUnicode(iri)) {
            throw new IllegalArgumentException("not an absolute IRI: <" + iri + ">");
        }
        return '<' + iri + '>';
    }

    // by hand: every term of every quad passes here, and a pattern took a sixth of an ingest
    private static boolean isPlain(String iri) {
        for (int i = 0; i < iri.length(); i++) {
            char c = iri.charAt(i);
            if (c <= ' ' || NOT_IN_IRIS.indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    static String literal(Node literal) {
        String language = literal.getLiteralLanguage();
        if (literal.getLiteralBaseDirection() != null) {
            throw new IllegalArgumentException("text with a direction is not kept: " + literal);
        }
        String text = '"' + escape(literal.getLiteralLexicalForm()) + '"';
        if (!language.isEmpty()) {
            return text + '@' + language;
        }
        String type = literal.getLiteralDatatypeURI();
        return type.equals(XSDDatatype.XSDstring.getURI()) ? text : text + "^^" + iri(type);
    }

    private static String escape(String text) {
        if (!isUnicode(text)) {
            throw new IllegalArgumentException("a lone surrogate is no character: " + text);
        }
        StringBuilder out = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    // the other control characters, and what XML 1.1 does not call a character
                    if (c < 0x20 || c == 0x7F || c >= 0xFFFE) {
                        out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
