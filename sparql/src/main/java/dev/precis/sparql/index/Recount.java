package dev.precis.sparql.index;

import dev.precis.sparql.archive.NamedGraph;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.vocabulary.RDF;

/**
 * Keeps a census right while graphs are replaced or removed: what the change touches is counted out before, and in
 * after it. Touched are the subjects of the graphs as they were and as they will be, and whatever links to one of them
 * that gets another class, since links are counted by the class of their object.
 */
final class Recount {
    private final Census census;
    private final QuadReader quads;
    private final Set<Node> replaced = new HashSet<>();
    // of each subject of the new graphs, its classes there
    private final Map<Node, Set<Node>> next = new HashMap<>();
    private final Set<NodeId> touched = new HashSet<>();

    /** Before the change. */
    Recount(Census census, QuadReader quads, Collection<NamedGraph> graphs, Set<Node> removed) {
        this.census = census;
        this.quads = quads;
        for (NamedGraph graph : graphs) {
            replaced.add(graph.node());
            graph.graph().find().forEachRemaining(this::read);
        }
        replaced.addAll(removed);
        int more = 0;
        for (Node graph : replaced) {
            Set<NodeId> subjects = quads.subjects(graph);
            more += (removed.contains(graph) ? 0 : 1) - (subjects.isEmpty() ? 0 : 1);
            touched.addAll(subjects);
        }
        touched.addAll(quads.ids(next.keySet()));
        touched.addAll(linking());
        census.addDocuments(more);
        census.leave(touched, quads);
    }

    private void read(Triple triple) {
        Set<Node> classes = next.computeIfAbsent(triple.getSubject(), subject -> new HashSet<>());
        if (triple.getPredicate().equals(RDF.type.asNode())) {
            classes.add(triple.getObject());
        }
    }

    private Set<NodeId> linking() {
        Map<NodeId, Set<Node>> byId = new HashMap<>();
        next.forEach((subject, classes) -> quads.id(subject).ifPresent(id -> byId.put(id, classes)));
        Set<NodeId> linking = new HashSet<>();
        for (NodeId subject : touched) {
            if (getsOtherClasses(subject, byId.getOrDefault(subject, Set.of()))) {
                linking.addAll(quads.linking(subject));
            }
        }
        return linking;
    }

    private boolean getsOtherClasses(NodeId subject, Set<Node> classes) {
        Set<NodeId> after = new HashSet<>(quads.classes(subject, replaced));
        for (Node one : classes) {
            Optional<NodeId> id = quads.id(one);
            if (id.isEmpty()) {
                return true;
            }
            after.add(id.get());
        }
        return !after.equals(quads.classes(subject));
    }

    /** After the change. */
    void end() {
        touched.addAll(quads.ids(next.keySet()));
        census.enter(touched, quads);
    }
}
