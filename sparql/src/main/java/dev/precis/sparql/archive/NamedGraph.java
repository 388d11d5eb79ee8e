package dev.precis.sparql.archive;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Schema;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.DCTerms;

/**
 * A graph with its name: what is mapped, validated, kept and served as one.
 *
 * @param name the graph's IRI
 * @param base the IRI prefix under which its blog was minted, for {@link BaseSwap}; ends in a slash or a hash, or is
 *     empty for a graph that belongs to no blog
 * @param graph the triples
 */
public record NamedGraph(String name, String base, Graph graph) {
    public NamedGraph {
        checkBase(base);
    }

    // without the closing slash, http://example.org would also be the start of http://example.organic/
    static void checkBase(String base) {
        if (!base.isEmpty() && !base.endsWith("/") && !base.endsWith("#")) {
            throw new IllegalArgumentException("base IRI <" + base + "> must end in / or #");
        }
    }

    /** The name as Jena wants it. */
    public Node node() {
        return NodeFactory.createURI(name);
    }

    /** What it says of that which it is named after, by one property. */
    public Stream<Node> own(Property property) {
        return graph.find(node(), property.asNode(), Node.ANY).mapWith(Triple::getObject).toList().stream();
    }

    /** The address of the page that it was read from; empty if it tells none. */
    public String source() {
        return own(DCTerms.source).map(Node::toString).findFirst().orElse("");
    }

    /** The IRIs of its topics and types of research, in their order. */
    public List<String> labels() {
        return Stream.of(DCTerms.subject, DCTerms.type)
                .flatMap(this::own)
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .toList();
    }

    /** What it speaks of by names that one could ask for: not by parts of a document. */
    public Set<String> things() {
        return graph.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).mapWith(Node::getURI).toList().stream()
                .filter(iri -> iri.startsWith(base) && !iri.contains("#"))
                .collect(Collectors.toSet());
    }

    /** The names of the files of the pictures that it shows: each its digest, a dot and a suffix. */
    public SortedSet<String> pictures() {
        return graph.find(Node.ANY, Schema.image.asNode(), Node.ANY).toList().stream()
                .map(triple -> triple.getObject().toString())
                .filter(IriTemplate.PICTURE::isOf)
                .map(picture -> picture.substring(picture.lastIndexOf('/') + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
