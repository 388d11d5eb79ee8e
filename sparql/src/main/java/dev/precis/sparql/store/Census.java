package dev.precis.sparql.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.graph.Node;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;

/**
 * Counts what is in the union of some graphs: by class, by property, by both, and by the class of the object. It goes
 * once through the quads in the order of their subjects and looks at numbers only, since the texts behind them are what
 * takes time.
 */
final class Census {
    // where each term of a quad stands in a tuple of TDB2
    private static final int GRAPH = 0;
    private static final int SUBJECT = 1;
    private static final int PROPERTY = 2;
    private static final int OBJECT = 3;

    private final DatasetGraphTDB dataset;
    private final Set<NodeId> without;
    private final NodeId type;
    private final Map<NodeId, Set<NodeId>> classes = new HashMap<>();
    private final Map<NodeId, Partition> byClass = new HashMap<>();
    private final Set<NodeId> graphs = new HashSet<>();
    private final Partition all = new Partition();
    private long subjects;

    /** What is counted of a class, or of all. */
    private static final class Partition {
        private final Map<NodeId, Property> properties = new HashMap<>();
        private long entities;
        private long triples;
    }

    /** What is counted of a property of a class. */
    private static final class Property {
        private final Map<NodeId, long[]> objects = new HashMap<>();
        private long triples;
    }

    private Census(DatasetGraphTDB dataset, Set<Node> without) {
        this.dataset = dataset;
        this.without = without.stream()
                .map(graph -> TDBInternal.getNodeId(dataset, graph))
                .collect(Collectors.toSet());
        this.type = TDBInternal.getNodeId(dataset, RDF.type.asNode());
    }

    /** Counts inside a transaction. */
    static Census of(Derivation.Content content) {
        Census census = new Census(TDBInternal.requireStorage(content.dataset()), content.derived());
        census.readClasses();
        census.readTriples();
        return census;
    }

    long triples() {
        return all.triples;
    }

    /** How many subjects have a class. */
    long entities() {
        return all.entities;
    }

    long distinctSubjects() {
        return subjects;
    }

    /** How many graphs there are. */
    int documents() {
        return graphs.size();
    }

    private void readClasses() {
        Map<Set<NodeId>, Set<NodeId>> same = new HashMap<>(); // few combinations, many subjects
        dataset.getQuadTable()
                .getNodeTupleTable()
                .find(NodeId.NodeIdAny, NodeId.NodeIdAny, type, NodeId.NodeIdAny)
                .forEachRemaining(quad -> {
                    if (!without.contains(quad.get(GRAPH))) {
                        Set<NodeId> more = new HashSet<>(classes.getOrDefault(quad.get(SUBJECT), Set.of()));
                        if (more.add(quad.get(OBJECT))) {
                            classes.put(quad.get(SUBJECT), same.computeIfAbsent(more, set -> set));
                        }
                    }
                });
    }

    private void readTriples() {
        Iterator<Tuple<NodeId>> quads = TDBInternal.findIndex(dataset, "SPOG").all();
        NodeId subject = NodeId.NodeIdUndefined;
        NodeId property = NodeId.NodeIdUndefined;
        NodeId object = NodeId.NodeIdUndefined;
        while (quads.hasNext()) {
            Tuple<NodeId> quad = quads.next();
            if (without.contains(quad.get(GRAPH))) {
                continue;
            }
            graphs.add(quad.get(GRAPH));
            boolean next = !quad.get(SUBJECT).equals(subject);
            // the same triple in another graph stands right behind
            if (next
                    || !quad.get(PROPERTY).equals(property)
                    || !quad.get(OBJECT).equals(object)) {
                subject = quad.get(SUBJECT);
                property = quad.get(PROPERTY);
                object = quad.get(OBJECT);
                count(subject, property, object, next);
            }
        }
    }

    private void count(NodeId subject, NodeId property, NodeId object, boolean next) {
        Set<NodeId> own = classes.getOrDefault(subject, Set.of());
        Set<NodeId> others = property.equals(type) ? Set.of() : classes.getOrDefault(object, Set.of());
        if (next) {
            subjects++;
            all.entities += own.isEmpty() ? 0 : 1;
        }
        count(all, property, Set.of());
        for (NodeId one : own) {
            Partition partition = byClass.computeIfAbsent(one, c -> new Partition());
            partition.entities += next ? 1 : 0;
            count(partition, property, others);
        }
    }

    private static void count(Partition partition, NodeId property, Set<NodeId> objects) {
        partition.triples++;
        Property counted = partition.properties.computeIfAbsent(property, p -> new Property());
        counted.triples++;
        objects.forEach(object -> counted.objects.computeIfAbsent(object, c -> new long[1])[0]++);
    }

    /** A class and what its instances have; sorted by IRIs as all that follows. */
    record Class(String iri, long entities, long triples, List<Used> properties) {}

    /** A property, in how many triples it is, and the classes of its objects. */
    record Used(String iri, long triples, List<Range> ranges) {}

    /** A class, and how many triples have an instance of it as their object. */
    record Range(String iri, long triples) {}

    List<Class> classes() {
        List<Class> found = new ArrayList<>();
        byClass.forEach((id, partition) ->
                found.add(new Class(iri(id), partition.entities, partition.triples, used(partition))));
        found.sort((a, b) -> a.iri().compareTo(b.iri()));
        return found;
    }

    /** The properties of everything; their ranges are told by class. */
    List<Used> properties() {
        return used(all);
    }

    private List<Used> used(Partition partition) {
        List<Used> used = new ArrayList<>();
        partition.properties.forEach((id, property) -> {
            List<Range> ranges = new ArrayList<>();
            property.objects.forEach((object, count) -> ranges.add(new Range(iri(object), count[0])));
            ranges.sort((a, b) -> a.iri().compareTo(b.iri()));
            used.add(new Used(iri(id), property.triples, ranges));
        });
        used.sort((a, b) -> a.iri().compareTo(b.iri()));
        return used;
    }

    private String iri(NodeId id) {
        return TDBInternal.getNode(dataset, id).getURI();
    }
}
