package dev.precis.pipeline.map;

import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Prov;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Digests of what a graph says, without how it came to be: another page that shows the same post, another moment, or
 * another version of the software that reads the same, do not modify a summary. Neither do topics and types: these are
 * the blog's order, and what subscribers have read stays the same.
 */
public final class ContentDigest {
    private static final Set<Node> PROVENANCE = Stream.of(
                    Prov.Activity,
                    Prov.SoftwareAgent,
                    Prov.Entity,
                    Oa.SpecificResource,
                    Oa.TextQuoteSelector,
                    Oa.TextPositionSelector)
            .map(Resource::asNode)
            .collect(Collectors.toUnmodifiableSet());

    /** Where the blog puts it. */
    private static final List<Node> ORDER =
            Stream.of(DCTerms.subject, DCTerms.type).map(Resource::asNode).toList();

    private ContentDigest() {}

    /** 64 hexadecimal digits. */
    public static String of(NamedGraph graph) {
        Graph content = content(graph);
        ORDER.forEach(property -> GraphUtil.remove(content, Node.ANY, property, Node.ANY));
        return Sha256.of(NQuads.write(new NamedGraph(graph.name(), graph.base(), content)));
    }

    /**
     * What two versions of a graph do not both say, by the properties that say it: {@code headline}, {@code author}.
     * Empty if they say the same.
     */
    public static SortedSet<String> differences(NamedGraph before, NamedGraph now) {
        Graph one = content(before);
        Graph other = content(now);
        SortedSet<String> properties = new TreeSet<>();
        one.find().filterDrop(other::contains).forEachRemaining(triple -> properties.add(name(triple)));
        other.find().filterDrop(one::contains).forEachRemaining(triple -> properties.add(name(triple)));
        return properties;
    }

    private static Graph content(NamedGraph graph) {
        Graph all = graph.graph();
        Set<Node> left = all.find(Node.ANY, RDF.type.asNode(), Node.ANY)
                .filterKeep(type -> PROVENANCE.contains(type.getObject()))
                .mapWith(Triple::getSubject)
                .toSet();
        Graph content = GraphFactory.createDefaultGraph();
        all.find()
                .filterDrop(triple -> left.contains(triple.getSubject()) || isProvenance(triple.getPredicate()))
                .forEachRemaining(content::add);
        return content;
    }

    private static String name(Triple triple) {
        return triple.getPredicate().getLocalName();
    }

    private static boolean isProvenance(Node property) {
        return property.getURI().startsWith(Prov.NS) || property.equals(DCTerms.source.asNode());
    }
}
