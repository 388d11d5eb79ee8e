package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.index.Difference;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.sparql.graph.GraphFactory;

/** Compares an archive with a store elsewhere, graph by graph. */
final class RemoteComparison {
    /** The lease is renewed after so many graphs. */
    private static final int BATCH = 100;

    private final GraphArchive archive;
    private final BaseSwap swap;
    private final RemoteClient client;
    private final Lease lease;
    private final ArchiveVersion reached;
    private int otherwise;

    RemoteComparison(GraphArchive archive, BaseSwap swap, RemoteClient client, Lease lease, ArchiveVersion reached) {
        this.archive = archive;
        this.swap = swap;
        this.client = client;
        this.lease = lease;
        this.reached = reached;
    }

    /**
     * A graph that is not there as it should be.
     *
     * @param name that it has there
     * @param row what the archive has of it; empty if nothing
     */
    record Found(String name, Optional<ArchiveEntry> row, String what) {
        Difference difference() {
            return new Difference(name, what);
        }
    }

    /** Of all graphs: which are there, and whether they say the same, by the digest of their canonical texts. */
    List<Found> all() {
        SortedMap<String, Long> there = client.counts();
        List<Found> found = strays(there);
        int done = 0;
        for (ArchiveEntry row : archive.entries()) {
            String name = name(row);
            if (there.containsKey(name)) {
                compare(name, row).ifPresent(found::add);
                if (++done % BATCH == 0) {
                    lease.reached(reached);
                }
            } else {
                found.add(missing(name, row));
            }
        }
        return found;
    }

    /** Of all graphs, whether they are there, and nothing else of the same blogs. */
    List<Found> byName() {
        SortedMap<String, Long> there = client.counts();
        List<Found> found = strays(there);
        for (ArchiveEntry row : archive.entries()) {
            if (!there.containsKey(name(row))) {
                found.add(missing(name(row), row));
            }
        }
        return found;
    }

    /** Of those again, what is still so. */
    List<Found> of(List<Found> before) {
        Map<String, Long> there = client.counts(before.stream().map(Found::name).toList());
        List<Found> found = new ArrayList<>();
        for (Found one : before) {
            Optional<ArchiveEntry> row = one.row().flatMap(known -> archive.entry(known.graph()));
            if (row.isPresent()) {
                compare(one.name(), row.get()).ifPresent(found::add);
            } else if (there.containsKey(one.name())) {
                found.add(one);
            }
        }
        return found;
    }

    /** How many graphs have all their values, and write some otherwise than here: 20 for 20.0. */
    int otherwise() {
        return otherwise;
    }

    private Optional<Found> compare(String name, ArchiveEntry row) {
        Graph ours = swap.apply(archive.read(row)).graph();
        Graph theirs = client.graph(name);
        byte[] here = triples(ours);
        byte[] there;
        try {
            there = triples(theirs);
        } catch (IllegalArgumentException notOurs) {
            return Optional.of(new Found(name, Optional.of(row), "has terms that none of ours has"));
        }
        if (Arrays.equals(here, there)) {
            return Optional.empty();
        }
        if (ours.size() == theirs.size() && Arrays.equals(triples(values(ours)), triples(values(theirs)))) {
            otherwise++;
            return Optional.empty();
        }
        return Optional.of(new Found(name, Optional.of(row), "says something else there" + first(here, there)));
    }

    /** The first line that only one of the two has, so that a person sees what an engine made of it. */
    private static String first(byte[] here, byte[] there) {
        Set<String> ours = lines(here);
        Set<String> theirs = lines(there);
        Optional<String> added =
                theirs.stream().filter(line -> !ours.contains(line)).findFirst();
        Optional<String> lost =
                ours.stream().filter(line -> !theirs.contains(line)).findFirst();
        return added.map(line -> ", such as " + line).orElse("")
                + lost.map(line -> (added.isPresent() ? " where it is " : ", without ") + line)
                        .orElse("");
    }

    /** With each number, date and truth value in its canonical form. */
    private static Graph values(Graph graph) {
        Graph values = GraphFactory.createDefaultGraph();
        graph.find()
                .forEachRemaining(triple -> values.add(
                        Triple.create(triple.getSubject(), triple.getPredicate(), value(triple.getObject()))));
        return values;
    }

    private static Node value(Node node) {
        return node.isLiteral() ? NormalizeRDFTerms.getXSD11().normalize(node) : node;
    }

    /** Canonical: one graph has one such text. */
    static byte[] triples(Graph graph) {
        return NQuads.text(NQuads.triples(graph));
    }

    private static Set<String> lines(byte[] triples) {
        return new TreeSet<>(new String(triples, StandardCharsets.UTF_8).lines().toList());
    }

    private static Found missing(String name, ArchiveEntry row) {
        return new Found(name, Optional.of(row), "is not there");
    }

    /** What is under the names of our blogs and not in the archive; what others keep there is theirs. */
    private List<Found> strays(Map<String, Long> there) {
        Map<String, ArchiveEntry> ours = new TreeMap<>();
        archive.entries().forEach(row -> ours.put(name(row), row));
        Set<String> bases = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        for (Registration one : archive.registrations()) {
            one.removed().ifPresent(tombstone -> {
                gone.add(swap.apply(one.graph(), tombstone.base()));
                bases.add(swap.apply(tombstone.base(), tombstone.base()));
            });
        }
        archive.entries().forEach(row -> bases.add(swap.apply(row.base(), row.base())));
        bases.remove("");
        List<Found> found = new ArrayList<>();
        there.keySet().stream()
                .filter(name -> !ours.containsKey(name) && !name.equals(Lease.GRAPH))
                .filter(name -> gone.contains(name) || bases.stream().anyMatch(name::startsWith))
                .forEach(name -> found.add(new Found(name, Optional.empty(), "is there and not in the archive")));
        return found;
    }

    private String name(ArchiveEntry row) {
        return swap.apply(row.graph(), row.base());
    }
}
