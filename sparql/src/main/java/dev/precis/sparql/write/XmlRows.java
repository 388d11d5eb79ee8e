package dev.precis.sparql.write;

import dev.precis.sparql.query.Characters;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;

/** Leaves out of the texts of a table the characters that XML has no way to write. */
final class XmlRows {
    private XmlRows() {}

    static RowSet clean(RowSet rows) {
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, XmlRows::clean));
    }

    private static Binding clean(Binding row) {
        BindingBuilder clean = Binding.builder();
        row.forEach((variable, value) -> clean.add(variable, clean(value)));
        return clean.build();
    }

    private static Node clean(Node term) {
        if (!term.isLiteral() || Characters.isXml(term.getLiteralLexicalForm())) {
            return term;
        }
        String text = term.getLiteralLexicalForm()
                .codePoints()
                .filter(Characters::isXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return NodeFactory.createLiteral(text, term.getLiteralLanguage(), term.getLiteralDatatype());
    }
}
