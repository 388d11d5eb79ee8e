package dev.precis.sparql.store;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;

/** IRIs and literals in canonical N-Quads. */
final class Terms {
    // RDF 1.1 N-Quads: what IRIREF may hold; and it must be absolute (RFC 3986 section 3.1: scheme)
    private static final Pattern IRI = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");

    private Terms() {}

    static String iri(String iri) {
        if (!IRI.matcher(iri).matches() || !isUnicode(iri)) {
            throw new IllegalArgumentException("not an absolute IRI: <" + iri + ">");
        }
        return '<' + iri + '>';
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
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
