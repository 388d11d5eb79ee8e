package dev.precis.sparql.query;

import java.math.BigDecimal;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.jspecify.annotations.Nullable;

/** One row of an answer, read by the names of its variables. What is unbound reads as empty. */
record Row(Binding binding) {
    private static final int MOST_ZEROS = 400;

    boolean has(String name) {
        return binding.contains(Var.alloc(name));
    }

    /** The IRI or the lexical form of the literal, without what no page or feed may hold. */
    String text(String name) {
        @Nullable Node node = binding.get(Var.alloc(name));
        if (node == null) {
            return "";
        }
        return Characters.clean(node.isLiteral() ? node.getLiteralLexicalForm() : node.toString());
    }

    boolean isLink(String name) {
        @Nullable Node node = binding.get(Var.alloc(name));
        return node != null && node.isURI();
    }

    String language(String name) {
        @Nullable Node node = binding.get(Var.alloc(name));
        return node != null && node.isLiteral() ? node.getLiteralLanguage() : "";
    }

    boolean truth(String name) {
        return text(name).equals("true");
    }

    int integer(String name) {
        return Integer.parseInt(text(name));
    }

    /** A number for readers: no exponent, no sign or zero missing. A lexical form that is no number stays as it is. */
    String number(String name) {
        String text = text(name);
        try {
            return text.isEmpty() ? "" : plain(new BigDecimal(text));
        } catch (NumberFormatException stored) {
            return text;
        }
    }

    /** An exponent of nine digits would be a text of as many zeros. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS ? number.toString() : number.toPlainString();
    }

    Named named(String iri, String label) {
        return new Named(text(iri), text(label).isEmpty() ? text(iri) : text(label));
    }
}
