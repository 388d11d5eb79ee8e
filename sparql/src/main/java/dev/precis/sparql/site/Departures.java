package dev.precis.sparql.site;

import dev.precis.ontology.Reused.Prov;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.FormerNames;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.Registration.Tombstone;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.redirect.FormerAddresses;
import dev.precis.sparql.redirect.OldAddress;
import dev.precis.sparql.redirect.RegisteredAddresses;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** What became of names that were public once, as they are served. */
public final class Departures {
    /** Of a site from which nothing was ever taken. */
    public static final Departures NONE = new Departures(Optional.empty(), "", FormerAddresses.NONE);

    private final Optional<GraphArchive> archive;
    private final BaseSwap swap;
    private final Map<String, Former> former = new HashMap<>();
    private final Map<String, Map<String, String>> successors = new HashMap<>();
    private final FormerAddresses addresses;
    private Known known = new Known(Optional.empty(), Map.of(), RegisteredAddresses.NONE);

    /** @param base the base of the site; empty for that of each graph */
    public Departures(GraphArchive archive, String base) {
        this(archive, base, FormerAddresses.NONE);
    }

    /** @param addresses of the sites that were here before */
    public Departures(GraphArchive archive, String base, FormerAddresses addresses) {
        this(Optional.of(archive), base, addresses);
    }

    private Departures(Optional<GraphArchive> archive, String base, FormerAddresses addresses) {
        this.archive = archive;
        this.swap = new BaseSwap(base);
        this.addresses = addresses;
    }

    /**
     * Something that is not here any more.
     *
     * @param iri its name
     * @param instant when it went, in whole seconds
     * @param reason for people; may be empty
     * @param successor what stands for it now; empty if nothing does
     * @param summary whether it was a summary, not something that a summary spoke of
     * @param concepts the topics and types of research that it had, if it was a summary
     */
    public record Departed(
            String iri,
            Instant instant,
            String reason,
            Optional<String> successor,
            boolean summary,
            Set<String> concepts) {
        public Departed {
            concepts = Set.copyOf(concepts);
        }

        /** What is said of it as data (PROV-O: invalidation). */
        Graph graph() {
            Model model = ModelFactory.createDefaultModel();
            Resource removal = model.createResource(iri + "#removal", Prov.Activity);
            removal.addProperty(Prov.endedAtTime, instant.toString(), XSDDatatype.XSDdateTime);
            if (!reason.isEmpty()) {
                removal.addProperty(DCTerms.description, reason);
            }
            model.createResource(iri)
                    .addProperty(Prov.wasInvalidatedBy, removal)
                    .addProperty(Prov.invalidatedAtTime, instant.toString(), XSDDatatype.XSDdateTime);
            return model.getGraph();
        }

        private Departed(String iri, Instant instant, String reason, Optional<String> successor) {
            this(iri, instant, reason, successor, false, Set.of());
        }
    }

    /** What a graph that was taken out spoke of, and which topics and types it had. */
    private record Former(Set<String> things, Set<String> concepts) {
        static final Former NONE = new Former(Set.of(), Set.of());

        static Former of(NamedGraph graph) {
            return new Former(graph.things(), Set.copyOf(graph.labels()));
        }
    }

    private record Known(
            Optional<ArchiveVersion> version, Map<String, Departed> byName, RegisteredAddresses registered) {}

    /** What an address of a site that was here before leads to, be that there or not; the base may be in it. */
    Optional<String> formerly(Base base, Address address) {
        RegisteredAddresses registered = state().registered();
        return asked(base, address)
                .flatMap(old -> addresses.target(old, base.iri(), registered).stream())
                .findFirst();
    }

    /** The summary that was read at an address of a site that was here before. */
    Optional<String> readAt(Base base, Address address) {
        RegisteredAddresses registered = state().registered();
        return asked(base, address).flatMap(old -> registered.at(old).stream()).findFirst();
    }

    private static Stream<OldAddress> asked(Base base, Address address) {
        String local = base.local(address.iri());
        return Stream.of("/" + local, base.path() + local)
                .distinct()
                .map(path -> OldAddress.of(path, address.parameters()));
    }

    /** All such addresses, and what they lead to. */
    public Map<OldAddress, String> formerly(Base base, List<String> resources) {
        return addresses.all(base.iri(), resources, state().registered());
    }

    /** What became of a name; empty if nothing is known of it, or it is still there. */
    public Optional<Departed> of(String iri) {
        return Optional.ofNullable(known().get(iri));
    }

    /** All names that something became of, in their order. */
    public List<Departed> all() {
        return known().values().stream()
                .sorted(Comparator.comparing(Departed::iri))
                .toList();
    }

    /** All summaries that went, in no order. */
    public List<Departed> summaries() {
        return known().values().stream().filter(Departed::summary).toList();
    }

    /** The summaries below a root that went last. */
    public List<Departed> newest(String root, int most) {
        return summaries().stream()
                .filter(departed -> departed.iri().startsWith(root))
                .sorted(Comparator.comparing(Departed::instant).reversed().thenComparing(Departed::iri))
                .limit(most)
                .toList();
    }

    private Map<String, Departed> known() {
        return state().byName();
    }

    private synchronized Known state() {
        if (archive.isPresent()) {
            ArchiveVersion version = archive.get().version();
            if (known.version().filter(version::equals).isEmpty()) {
                known = new Known(Optional.of(version), find(archive.get()), registered(archive.get()));
            }
        }
        return known;
    }

    /** The summaries by the addresses in the register, what was taken out too: its name says why. */
    private RegisteredAddresses registered(GraphArchive store) {
        Map<String, String> bases = new HashMap<>();
        store.entries().forEach(row -> bases.put(row.graph(), row.base()));
        Map<String, String> found = new HashMap<>();
        for (Registration row : store.registrations()) {
            String base = row.removed().map(Tombstone::base).orElseGet(() -> bases.getOrDefault(row.graph(), ""));
            row.addresses().forEach(address -> found.put(address, swap.apply(row.graph(), base)));
        }
        return addresses.registered(found);
    }

    private Map<String, Departed> find(GraphArchive store) {
        Map<String, Departed> found = new HashMap<>();
        for (Registration row : store.registrations()) {
            row.removed().ifPresent(tombstone -> {
                String name = swap.apply(row.graph(), tombstone.base());
                Former was = former(store, row.graph(), tombstone);
                found.put(name, departed(name, tombstone, true, was.concepts()));
                if (tombstone.successor().isEmpty()) {
                    was.things()
                            .forEach(thing -> found.putIfAbsent(thing, departed(thing, tombstone, false, Set.of())));
                }
            });
        }
        replaced(store, found);
        FormerNames.read(store.store()).forEach(other -> {
            String name = swap.apply(other.iri(), other.base());
            found.putIfAbsent(
                    name, new Departed(name, other.instant(), "it is called otherwise now", Optional.empty()));
        });
        return found;
    }

    /** Topics and types that others stand for, as the graphs of their schemes tell. */
    private void replaced(GraphArchive store, Map<String, Departed> found) {
        store.entries().stream()
                .filter(row -> !row.isRead())
                .forEach(row -> successors(store, row)
                        .forEach((name, successor) -> found.putIfAbsent(
                                name, new Departed(name, row.modified(), "", Optional.of(successor)))));
    }

    /** What such a graph says of what stands for what; read once, not again with every commit. */
    private Map<String, String> successors(GraphArchive store, ArchiveEntry row) {
        String key = row.graph() + " " + row.sha256();
        if (!successors.containsKey(key) && store.isWhole(row)) {
            Map<String, String> told = new HashMap<>();
            swap.apply(store.read(row))
                    .graph()
                    .find(Node.ANY, DCTerms.isReplacedBy.asNode(), Node.ANY)
                    .forEachRemaining(triple -> told.put(
                            triple.getSubject().getURI(), triple.getObject().getURI()));
            successors.put(key, told);
        }
        return successors.getOrDefault(key, Map.of());
    }

    /** Its file is read once, not again with every commit. */
    private Former former(GraphArchive store, String graph, Tombstone tombstone) {
        return former.computeIfAbsent(
                graph + " " + tombstone.removed(),
                key -> store.removed(graph).map(swap::apply).map(Former::of).orElse(Former.NONE));
    }

    private Departed departed(String name, Tombstone tombstone, boolean summary, Set<String> concepts) {
        return new Departed(
                name,
                tombstone.removed(),
                tombstone.reason(),
                tombstone.successor().map(successor -> swap.apply(successor, tombstone.base())),
                summary,
                concepts);
    }
}
