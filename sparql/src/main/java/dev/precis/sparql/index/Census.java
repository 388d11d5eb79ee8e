package dev.precis.sparql.index;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.tdb2.store.NodeId;

/**
 * Counts what is in the union of some graphs: by class, by property, by both, and by the class of the object. All of it
 * is a sum over the subjects, so that a change costs no more than the subjects it touches; and only numbers are looked
 * at, since the texts behind them are what takes time.
 */
final class Census {
    private final QuadReader quads;
    private final Map<NodeId, Partition> byClass = new HashMap<>();
    private final Partition all = new Partition();
    private long subjects;
    private long documents;

    /** What is counted of a class, or of all. */
    private static final class Partition {
        private final Map<NodeId, Property> properties = new HashMap<>();
        private long entities;
        private long triples;
    }

    /** What is counted of a property of a class. */
    private static final class Property {
        private final Map<NodeId, Long> objects = new HashMap<>();
        private long triples;
    }

    private Census(QuadReader quads) {
        this.quads = quads;
    }

    /** Counts everything, inside a transaction. */
    static Census of(QuadReader quads) {
        Census census = new Census(quads);
        Map<NodeId, Set<NodeId>> classes = quads.classes();
        Set<NodeId> graphs = new HashSet<>();
        Iterator<Tuple<NodeId>> bySubject = quads.bySubject();
        List<Tuple<NodeId>> own = new ArrayList<>();
        while (bySubject.hasNext()) {
            Tuple<NodeId> quad = bySubject.next();
            graphs.add(quad.get(QuadReader.GRAPH));
            if (!own.isEmpty()
                    && !quad.get(QuadReader.SUBJECT).equals(own.getFirst().get(QuadReader.SUBJECT))) {
                census.count(own, 1, node -> classes.getOrDefault(node, Set.of()));
                own.clear();
            }
            own.add(quad);
        }
        census.count(own, 1, node -> classes.getOrDefault(node, Set.of()));
        census.documents = graphs.size();
        return census;
    }

    /** Counts these subjects in, as they are now. */
    void enter(Set<NodeId> changed, QuadReader now) {
        count(changed, now, 1);
    }

    /** Counts these subjects out, as they are now. */
    void leave(Set<NodeId> changed, QuadReader now) {
        count(changed, now, -1);
    }

    void addDocuments(int more) {
        documents += more;
    }

    private void count(Set<NodeId> changed, QuadReader now, int sign) {
        Map<NodeId, Set<NodeId>> known = new HashMap<>();
        for (NodeId subject : changed) {
            List<Tuple<NodeId>> own = new ArrayList<>();
            now.ofSubject(subject).forEachRemaining(own::add);
            count(own, sign, node -> known.computeIfAbsent(node, now::classes));
        }
    }

    /** @param own the quads of one subject, sorted: the same triple in another graph stands right behind */
    private void count(List<Tuple<NodeId>> own, int sign, Function<NodeId, Set<NodeId>> classes) {
        if (own.isEmpty()) {
            return;
        }
        Set<NodeId> ofSubject = classes.apply(own.getFirst().get(QuadReader.SUBJECT));
        subjects += sign;
        all.entities += ofSubject.isEmpty() ? 0 : sign;
        ofSubject.forEach(one -> byClass.computeIfAbsent(one, c -> new Partition()).entities += sign);
        NodeId property = NodeId.NodeIdUndefined;
        NodeId object = NodeId.NodeIdUndefined;
        for (Tuple<NodeId> quad : own) {
            NodeId nextProperty = quad.get(QuadReader.PROPERTY);
            NodeId nextObject = quad.get(QuadReader.OBJECT);
            if (nextProperty.equals(property) && QuadReader.isSame(nextObject, object)) {
                continue;
            }
            property = nextProperty;
            object = nextObject;
            count(all, property, Set.of(), sign);
            Set<NodeId> ofObject = object.isPtr() && !quads.isType(property) ? classes.apply(object) : Set.of();
            for (NodeId one : ofSubject) {
                count(byClass.computeIfAbsent(one, c -> new Partition()), property, ofObject, sign);
            }
        }
    }

    private static void count(Partition partition, NodeId property, Set<NodeId> objects, int sign) {
        partition.triples += sign;
        Property counted = partition.properties.computeIfAbsent(property, p -> new Property());
        counted.triples += sign;
        objects.forEach(object -> counted.objects.merge(object, (long) sign, Long::sum));
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
    long documents() {
        return documents;
    }

    /** A class and what its instances have; sorted by IRIs as all that follows. */
    record Class(String iri, long entities, long triples, List<Used> properties) {}

    /** A property, in how many triples it is, and the classes of its objects. */
    record Used(String iri, long triples, List<Range> ranges) {}

    /** A class, and how many triples have an instance of it as their object. */
    record Range(String iri, long triples) {}

    List<Class> classes() {
        List<Class> found = new ArrayList<>();
        byClass.forEach((id, one) -> {
            if (one.entities > 0) {
                found.add(new Class(quads.iri(id), one.entities, one.triples, used(one)));
            }
        });
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
            if (property.triples > 0) {
                used.add(new Used(quads.iri(id), property.triples, ranges(property)));
            }
        });
        used.sort((a, b) -> a.iri().compareTo(b.iri()));
        return used;
    }

    private List<Range> ranges(Property property) {
        List<Range> ranges = new ArrayList<>();
        property.objects.forEach((id, triples) -> {
            if (triples > 0) {
                ranges.add(new Range(quads.iri(id), triples));
            }
        });
        ranges.sort((a, b) -> a.iri().compareTo(b.iri()));
        return ranges;
    }
}
