package dev.precis.sparql.entity;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;

/**
 * Says which names of people and of journals are those of one, in two graphs of each blog. The graphs of summaries keep
 * the names as they are printed.
 */
public final class Entities implements Derivation {
    private final Saying saying = new Saying();

    /** Nothing of what has but one name. */
    @Override
    public List<NamedGraph> derive(Content content) {
        Map<String, List<Said>> blogs = new TreeMap<>();
        content.ofEach(saying).stream()
                .filter(said -> !said.root().isEmpty())
                .forEach(said -> blogs.computeIfAbsent(said.root(), root -> new ArrayList<>())
                        .add(said));
        return blogs.entrySet().stream()
                .flatMap(blog -> Stream.of(
                        graph(IriTemplate.PEOPLE.of(blog.getKey()), content, new People(blog.getValue()).joins()),
                        graph(IriTemplate.VENUES.of(blog.getKey()), content, new Journals(blog.getValue()).joins())))
                .filter(graph -> !graph.graph().isEmpty())
                .toList();
    }

    private static NamedGraph graph(String name, Content content, List<Join> joins) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Join join : joins) {
            Node iri = NodeFactory.createURI(join.iri());
            graph.add(Triple.create(iri, DCTerms.isReplacedBy.asNode(), NodeFactory.createURI(join.into())));
            graph.add(Triple.create(
                    iri, Precis.joinedBecause.asNode(), NodeFactory.createLiteralLang(join.reason(), "en")));
        }
        return new NamedGraph(name, content.base(), graph);
    }
}
