package dev.precis.sparql.index;

import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.WordIndex;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/** Puts graphs into a database and its index of words, and takes them out, within a transaction. */
final class GraphWriter {
    private final DatasetGraph dataset;
    private final WordIndex words;

    GraphWriter(DatasetGraph dataset, WordIndex words) {
        this.dataset = dataset;
        this.words = words;
    }

    void replace(NamedGraph graph) {
        remove(graph.node());
        add(graph);
    }

    /** The same as to replace it, at the cost of what differs, which is little of what is derived. */
    void amend(NamedGraph graph) {
        Set<Triple> next = graph.graph().find().toSet();
        Set<Triple> gone =
                Iter.toSet(Iter.map(dataset.find(graph.node(), Node.ANY, Node.ANY, Node.ANY), Quad::asTriple));
        if (Stream.concat(next.stream(), gone.stream())
                .anyMatch(triple -> TextProperty.isText(triple.getPredicate(), triple.getObject()))) {
            replace(graph);
            return;
        }
        Set<Triple> more = new HashSet<>(next);
        more.removeAll(gone);
        gone.removeAll(next);
        // in this order: TDB2 keeps numbers by their values, and one may come under another spelling
        gone.forEach(triple -> dataset.delete(Quad.create(graph.node(), triple)));
        more.forEach(triple -> dataset.add(Quad.create(graph.node(), triple)));
    }

    void remove(Node graph) {
        dataset.removeGraph(graph);
        words.deleteGraph(graph);
    }

    void add(NamedGraph graph) {
        Node name = graph.node();
        String language = language(graph);
        boolean vocabulary = graph.base().isEmpty();
        graph.graph().find().forEachRemaining(triple -> {
            Quad quad = Quad.create(name, triple);
            dataset.add(quad);
            words.add(quad, language, vocabulary);
        });
    }

    // that of its title
    private static String language(NamedGraph graph) {
        return Iter.iter(graph.graph().find(graph.node(), Schema.headline.asNode(), Node.ANY))
                .map(Triple::getObject)
                .filter(Node::isLiteral)
                .map(Node::getLiteralLanguage)
                .toList()
                .stream()
                .sorted()
                .findFirst()
                .orElse("");
    }
}
