package dev.precis.sparql.write;

import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;

/** XML 1.0 section 2.2 has no way to write some characters, not even escaped: in XML they are left out. */
final class XmlCharacters {
    private XmlCharacters() {}

    static RowSet clean(RowSet rows) {
        return RowSetStream.create(rows.getResultVars(), Iter.map(rows, XmlCharacters::clean));
    }

    static Graph clean(Graph graph) {
        if (graph.stream().allMatch(triple -> isClean(triple.getObject()))) {
            return graph;
        }
        Graph clean = GraphFactory.createDefaultGraph();
        clean.getPrefixMapping().setNsPrefixes(graph.getPrefixMapping());
        graph.stream()
                .map(triple -> Triple.create(triple.getSubject(), triple.getPredicate(), clean(triple.getObject())))
                .forEach(clean::add);
        return clean;
    }

    private static Binding clean(Binding row) {
        BindingBuilder clean = Binding.builder();
        row.forEach((variable, value) -> clean.add(variable, clean(value)));
        return clean.build();
    }

    private static Node clean(Node term) {
        if (isClean(term)) {
            return term;
        }
        String text = term.getLiteralLexicalForm()
                .codePoints()
                .filter(XmlCharacters::isCharacter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return NodeFactory.createLiteral(text, term.getLiteralLanguage(), term.getLiteralDatatype());
    }

    private static boolean isClean(Node term) {
        return !term.isLiteral() || term.getLiteralLexicalForm().codePoints().allMatch(XmlCharacters::isCharacter);
    }

    private static boolean isCharacter(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
