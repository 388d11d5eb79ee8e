package dev.precis.sparql.entity;

import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.NamedGraph;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/** Which names stand for which, and the graph that says so: the same one as long as they do. */
record Joins(List<Join> all, NamedGraph graph) {
    static final Joins NONE = of("", "", List.of());

    Joins {
        all = List.copyOf(all);
    }

    /** These, or those where they are others. */
    Joins or(String name, String base, List<Join> others) {
        return all.equals(others) && graph.name().equals(name) && graph.base().equals(base)
                ? this
                : of(name, base, others);
    }

    private static Joins of(String name, String base, List<Join> joins) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Join join : joins) {
            Node iri = NodeFactory.createURI(join.iri());
            graph.add(Triple.create(iri, DCTerms.isReplacedBy.asNode(), NodeFactory.createURI(join.into())));
            graph.add(Triple.create(
                    iri, Precis.joinedBecause.asNode(), NodeFactory.createLiteralLang(join.reason(), "en")));
        }
        return new Joins(joins, new NamedGraph(name, base, graph));
    }
}
