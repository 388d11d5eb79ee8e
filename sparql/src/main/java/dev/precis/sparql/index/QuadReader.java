package dev.precis.sparql.index;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;

/** Reads the quads of a TDB2 dataset as the numbers that it keeps in place of terms, some graphs left out. */
final class QuadReader {
    /** Where each term of a quad stands. */
    static final int GRAPH = 0;

    static final int SUBJECT = 1;
    static final int PROPERTY = 2;
    static final int OBJECT = 3;

    private static final NodeId ANY = NodeId.NodeIdAny;

    private final DatasetGraphTDB dataset;
    private final Set<Node> without;

    QuadReader(DatasetGraph dataset, Set<Node> without) {
        this.dataset = TDBInternal.requireStorage(dataset);
        this.without = Set.copyOf(without);
    }

    /** All, in the order of subject, property, object. */
    Iterator<Tuple<NodeId>> bySubject() {
        return kept(TDBInternal.findIndex(dataset, "SPOG").all());
    }

    /** Those of a subject, in the order of property, object. */
    Iterator<Tuple<NodeId>> ofSubject(NodeId subject) {
        return kept(find(ANY, subject, ANY, ANY));
    }

    /** The subjects of a graph. */
    Set<NodeId> subjects(Node graph) {
        return id(graph)
                .map(id -> Iter.toSet(Iter.map(find(id, ANY, ANY, ANY), quad -> quad.get(SUBJECT))))
                .orElse(Set.of());
    }

    /** The graphs in which a property is used. */
    Set<Node> graphs(Node property) {
        return id(property)
                .map(id -> Iter.toSet(Iter.map(kept(find(ANY, ANY, id, ANY)), quad -> quad.get(GRAPH))))
                .orElse(Set.of())
                .stream()
                .map(id -> TDBInternal.getNode(dataset, id))
                .collect(Collectors.toSet());
    }

    /** The subjects that have something as an object. */
    Set<NodeId> linking(NodeId object) {
        return Iter.toSet(Iter.map(kept(find(ANY, ANY, ANY, object)), quad -> quad.get(SUBJECT)));
    }

    /** The classes of one thing. */
    Set<NodeId> classes(NodeId subject) {
        return classes(subject, Set.of());
    }

    /** The classes of one thing, by what other graphs than these say. */
    Set<NodeId> classes(NodeId subject, Set<Node> besides) {
        Set<NodeId> ignored = ids(besides);
        return Iter.toSet(Iter.map(
                Iter.filter(kept(find(ANY, subject, type(), ANY)), quad -> !ignored.contains(quad.get(GRAPH))),
                quad -> quad.get(OBJECT)));
    }

    /** The classes of everything that has any; few combinations of many things. */
    Map<NodeId, Set<NodeId>> classes() {
        Map<Set<NodeId>, Set<NodeId>> same = new HashMap<>();
        Map<NodeId, Set<NodeId>> classes = new HashMap<>();
        kept(find(ANY, ANY, type(), ANY)).forEachRemaining(quad -> {
            Set<NodeId> more = new HashSet<>(classes.getOrDefault(quad.get(SUBJECT), Set.of()));
            if (more.add(quad.get(OBJECT))) {
                classes.put(quad.get(SUBJECT), same.computeIfAbsent(more, set -> set));
            }
        });
        return classes;
    }

    /** Whether two numbers stand for one term: a number that is kept as itself equals the one of some other term. */
    static boolean isSame(NodeId one, NodeId other) {
        return one.equals(other) && one.type() == other.type();
    }

    boolean isType(NodeId property) {
        return property.equals(type());
    }

    /** The number of a term, if it has one already. */
    Optional<NodeId> id(Node node) {
        NodeId id = TDBInternal.getNodeId(dataset, node);
        return NodeId.isDoesNotExist(id) ? Optional.empty() : Optional.of(id);
    }

    Set<NodeId> ids(Set<Node> nodes) {
        return nodes.stream().flatMap(node -> id(node).stream()).collect(Collectors.toSet());
    }

    String iri(NodeId id) {
        return TDBInternal.getNode(dataset, id).getURI();
    }

    private NodeId type() {
        return TDBInternal.getNodeId(dataset, RDF.type.asNode());
    }

    private Iterator<Tuple<NodeId>> kept(Iterator<Tuple<NodeId>> quads) {
        Set<NodeId> left = ids(without);
        return left.isEmpty() ? quads : Iter.filter(quads, quad -> !left.contains(quad.get(GRAPH)));
    }

    private Iterator<Tuple<NodeId>> find(NodeId graph, NodeId subject, NodeId property, NodeId object) {
        return NodeId.isDoesNotExist(property)
                ? Iter.nullIterator()
                : dataset.getQuadTable().getNodeTupleTable().find(graph, subject, property, object);
    }
}
