package dev.precis.sparql.site.ldes;

import dev.precis.sparql.site.Modifications.Event;
import dev.precis.sparql.site.Places;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What is said of the stream, its pages and its members, in the terms of LDES, of <a
 * href="https://w3id.org/tree/specification">TREE</a> and of Activity Streams 2.0.
 */
record StreamTerms(Places places) {
    private static final String LDES = "https://w3id.org/ldes#";
    private static final String TREE = "https://w3id.org/tree#";
    private static final String AS = "https://www.w3.org/ns/activitystreams#";

    private static final Node PUBLISHED = iri(AS + "published");
    private static final Node OBJECT = iri(AS + "object");
    private static final Node DELETE = iri(AS + "Delete");
    private static final Node A = RDF.type.asNode();

    /** How long a client may well wait before it asks again: summaries come by the month. */
    private static final Duration POLLING = Duration.ofDays(1);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The name of the version of a summary that came to be. */
    static String member(Event event) {
        return event.iri() + "#version-" + STAMP.format(event.instant());
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node tree(String term) {
        return iri(TREE + term);
    }

    private static Node ldes(String term) {
        return iri(LDES + term);
    }

    private static Node instant(Instant instant) {
        return NodeFactory.createLiteralDT(instant.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node number(long number) {
        return NodeFactory.createLiteralDT(String.valueOf(number), XSDDatatype.XSDinteger);
    }

    private Node root() {
        return iri(places.changes());
    }

    private Node stream() {
        return part("stream");
    }

    private Node part(String name) {
        return iri(places.changes() + "#" + name);
    }

    private Node node(Fragment fragment) {
        return iri(places.changes(fragment.month(), fragment.part()));
    }

    /** The stream, and where its pages are. */
    Graph root(List<Fragment> fragments) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(stream(), A, ldes("EventStream"));
        graph.add(stream(), ldes("timestampPath"), PUBLISHED);
        graph.add(stream(), ldes("versionOfPath"), OBJECT);
        graph.add(stream(), ldes("versionDeleteObject"), DELETE);
        graph.add(stream(), ldes("pollingInterval"), number(POLLING.toSeconds()));
        graph.add(stream(), ldes("retentionPolicy"), part("last-versions"));
        graph.add(part("last-versions"), A, ldes("RetentionPolicy"));
        graph.add(part("last-versions"), ldes("versionAmount"), number(1));
        graph.add(stream(), tree("view"), root());
        graph.add(root(), A, tree("Node"));
        for (Fragment fragment : fragments) {
            String name = fragment.month() + "-" + fragment.part();
            relation(graph, fragment, part("from-" + name), "GreaterThanOrEqualToRelation", fragment.first());
            relation(graph, fragment, part("until-" + name), "LessThanOrEqualToRelation", fragment.last());
        }
        return graph;
    }

    private void relation(Graph graph, Fragment fragment, Node relation, String kind, Instant bound) {
        graph.add(root(), tree("relation"), relation);
        graph.add(relation, A, tree(kind));
        graph.add(relation, tree("node"), node(fragment));
        graph.add(relation, tree("path"), PUBLISHED);
        graph.add(relation, tree("value"), instant(bound));
    }

    /** A page, and which events are on it. */
    Graph page(Fragment fragment) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(node(fragment), A, tree("Node"));
        graph.add(stream(), tree("view"), root());
        for (Event event : fragment.events()) {
            Node member = iri(member(event));
            graph.add(stream(), tree("member"), member);
            graph.add(member, OBJECT, iri(event.iri()));
            graph.add(member, PUBLISHED, instant(event.instant()));
            if (event.deleted()) {
                graph.add(member, A, DELETE);
            }
        }
        return graph;
    }
}
