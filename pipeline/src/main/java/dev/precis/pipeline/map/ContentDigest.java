package dev.precis.pipeline.map;

import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Cito;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/**
 * Digests of what a summary says to its readers: title, date, author, text, implications, the works it cites, and what
 * an editor corrected. Another page that shows the same post, another moment, other mark-up, another version of the
 * software that reads the same, do not modify a summary. Neither do topics and types: these are the blog's order, and
 * what subscribers have read stays the same. What is read out of the text changes with the text.
 */
public final class ContentDigest {
    /** From the summary to the other things that it says something of. */
    private static final Set<Node> FOLLOWED = nodes(
            Schema.author,
            Schema.citation,
            Schema.isPartOf,
            Cito.cites,
            Pro.isDocumentContextFor,
            Pro.isHeldBy,
            Precis.practiceImplication,
            Precis.correction,
            Precis.updateNotice);

    private static final Set<Node> LEFT_OUT = nodes(
            RDF.type,
            DCTerms.source,
            DCTerms.subject,
            DCTerms.type,
            Schema.image,
            Schema.editor,
            Precis.reading,
            Precis.registryRecord,
            Precis.finding,
            Precis.richBody,
            Precis.richImplications);

    private static final Set<Node> PROVENANCE = nodes(DCTerms.source, Precis.reading);

    private ContentDigest() {}

    /** 64 hexadecimal digits. */
    public static String of(NamedGraph graph) {
        return Sha256.of(NQuads.write(new NamedGraph(graph.name(), graph.base(), content(graph))));
    }

    private static Graph content(NamedGraph graph) {
        Graph content = GraphFactory.createDefaultGraph();
        Deque<Node> left = new ArrayDeque<>(List.of(graph.node()));
        Set<Node> seen = new HashSet<>(left);
        while (!left.isEmpty()) {
            Node thing = left.remove();
            graph.graph()
                    .find(thing, Node.ANY, Node.ANY)
                    .filterKeep(triple -> isContent(triple, graph.node()))
                    .forEachRemaining(triple -> {
                        content.add(triple);
                        if (FOLLOWED.contains(triple.getPredicate()) && seen.add(triple.getObject())) {
                            left.add(triple.getObject());
                        }
                    });
        }
        return content;
    }

    /** Authors of works are told by their roles, in order; the year of a summary is that of its date. */
    private static boolean isContent(Triple triple, Node summary) {
        Node property = triple.getPredicate();
        boolean ofWork =
                property.equals(Schema.author.asNode()) && !triple.getSubject().equals(summary);
        boolean ofDate =
                property.equals(Precis.year.asNode()) && triple.getSubject().equals(summary);
        return !ofWork && !ofDate && !LEFT_OUT.contains(property) && !isProvenance(property);
    }

    /**
     * What two versions of a graph do not both say, by the properties that say it: {@code headline}, {@code author}.
     * Empty if they say the same, but for where it comes from.
     */
    public static SortedSet<String> differences(NamedGraph before, NamedGraph now) {
        SortedSet<String> properties = new TreeSet<>();
        Stream.concat(said(before, now), said(now, before))
                .map(triple -> triple.getPredicate().getLocalName())
                .forEach(properties::add);
        return properties;
    }

    private static Stream<Triple> said(NamedGraph here, NamedGraph notThere) {
        return here
                .graph()
                .find()
                .filterDrop(notThere.graph()::contains)
                .filterDrop(triple -> isProvenance(triple.getPredicate()))
                .toList()
                .stream();
    }

    private static boolean isProvenance(Node property) {
        return property.getURI().startsWith(Prov.NS) || PROVENANCE.contains(property);
    }

    private static Set<Node> nodes(Property... properties) {
        return Stream.of(properties).map(Property::asNode).collect(Collectors.toUnmodifiableSet());
    }
}
