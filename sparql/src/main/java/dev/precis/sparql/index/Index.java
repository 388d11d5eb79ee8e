package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.Follower;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.system.Txn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of an index: its stamp, its current generation, and how both follow the archive. For one thread. */
final class Index implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Index.class);
    private static final int BATCH = 500;
    // every transaction leaves old blocks behind, about half a megabyte: build afresh before that outgrows the index
    private static final int LEAST_WRITES = 32;
    private static final int GRAPHS_A_WRITE = 8;

    private final GraphArchive archive;
    private final Path folder;
    private final ServedGraphs served;
    private final String base;
    private final String maker;
    private final Derivation derivation;
    private Stamp stamp = Stamp.NONE;
    private Generation generation;
    private Runnable committed = () -> {};
    // since somebody asked; empty where all was built anew
    private Optional<Set<String>> changed = Optional.of(Set.of());

    /**
     * Opens the index in a folder, or builds it, and brings it up to date.
     *
     * @param found what is to be opened; {@link Stamp#NONE} builds it in any case
     */
    Index(GraphArchive archive, Path folder, Stamp found, BaseSwap swap, String maker, Derivation derivation) {
        this.archive = archive;
        this.folder = folder;
        this.served = new ServedGraphs(archive, swap);
        this.base = swap.base();
        this.maker = maker;
        this.derivation = derivation;
        this.generation = openOrBuild(found);
        try {
            bringUpToDate();
        } catch (RuntimeException | InternalError | StackOverflowError unreadable) {
            // TDB2 has no checksums: damage shows as exceptions of any kind, and only where it is read
            LOG.warn("the index in {} cannot be used and is built anew: {}", folder, unreadable.toString());
            generation.abandon();
            this.generation = build(); // which fails as well where it is a file of the archive that is damaged
            deleteOthers();
        }
        Opening.ended(folder);
    }

    /** From now on this is told at once when readers see something else. */
    void whenCommitted(Runnable listener) {
        committed = listener;
    }

    private void bringUpToDate() {
        deleteOthers();
        follow();
        if (!isDerived() && !apply(GraphChanges.NONE, stamp.followed())) {
            rebuild();
        }
    }

    private boolean isDerived() {
        return Txn.calculateRead(generation.dataset(), () -> generation.derived(derivation, stamp))
                .equals(stamp.derived());
    }

    static Path folder(GraphArchive archive) {
        return archive.store().resolve("index");
    }

    Stamp stamp() {
        return stamp;
    }

    /** What is to be read; another one after a rebuild. */
    Generation generation() {
        return generation;
    }

    /** Applies what the archive has and the index has not. */
    void follow() {
        archive.bringUpToDate(this);
    }

    @Override
    public ArchiveVersion version() {
        return stamp.followed();
    }

    @Override
    public void follow(List<Change> changes, ArchiveVersion version) {
        GraphChanges due = due(changes);
        if (due.size() > Math.max(BATCH, archive.entries().size() / 4)) {
            rebuild();
            return;
        }
        if (!due.put().isEmpty()) {
            served.checkNames(archive.entries());
        }
        List<GraphChanges> parts = due.parts(BATCH);
        for (GraphChanges part : parts) {
            if (!apply(part, part.equals(parts.getLast()) ? version : stamp.followed())) {
                rebuild();
                return;
            }
        }
        if (stamp.writes() >= Math.max(LEAST_WRITES, archive.entries().size() / GRAPHS_A_WRITE)) {
            rebuild();
        } else if (!stamp.followed().equals(version)) {
            stamp = stamp.at(version).write(folder, List.of());
        }
    }

    @Override
    public void followAnew() {
        rebuild();
    }

    /**
     * The graphs that changed since this was asked last, by the names that they are served by; nothing if all may have.
     */
    Optional<Set<String>> takeChanged() {
        Optional<Set<String>> taken = changed;
        changed = Optional.of(Set.of());
        return taken;
    }

    /** Builds a new generation beside the current one and makes it the current one. */
    void rebuild() {
        generation = build();
        changed = Optional.empty();
    }

    /** What of the changes is not in the index; where the archive has gone on, what it has by now. */
    private GraphChanges due(List<Change> changes) {
        List<ArchiveEntry> put = new ArrayList<>();
        List<Change> removed = new ArrayList<>();
        for (Change change : changes) {
            Optional<String> indexed = Optional.ofNullable(stamp.graphs().get(change.graph()));
            Optional<ArchiveEntry> row = archive.entry(change.graph());
            if (row.isEmpty()) {
                indexed.ifPresent(state -> removed.add(change));
            } else if (!row.map(ArchiveEntry::state).equals(indexed)) {
                put.add(row.get());
            }
        }
        return new GraphChanges(put, removed);
    }

    private Generation openOrBuild(Stamp found) {
        if (!found.maker().equals(maker) || !found.base().equals(base) || !Opening.begin(folder)) {
            return build();
        }
        try {
            Path place = folder.resolve(found.generation());
            Generation.check(place, !found.graphs().isEmpty());
            Generation opened = Generation.open(place, !found.graphs().isEmpty());
            stamp = found;
            return opened;
        } catch (RuntimeException | InternalError | StackOverflowError unreadable) {
            LOG.warn("the index in {} cannot be opened and is built anew: {}", folder, unreadable.toString());
            return build();
        }
    }

    private Generation build() {
        ArchiveVersion version = archive.version(); // what comes in between is followed after
        List<ArchiveEntry> rows = archive.entries();
        served.checkNames(rows);
        Room.check(folder, rows.size());
        String name = nextName();
        Generation next = Generation.of(rows.stream().map(served::read), folder.resolve(name));
        Stamp built = new Stamp(name, maker, base, 0, version, new TreeMap<>(), Derived.NOTHING, 0);
        try {
            built = built.with(GraphChanges.putting(rows), next.derive(derivation, base))
                    .built()
                    .write(folder);
        } catch (RuntimeException | Error e) {
            next.delete();
            throw e;
        }
        stamp = built;
        return next;
    }

    /**
     * Whether it went well; if not, the generation must not be written to again.
     *
     * @param version what the index agrees with afterwards
     */
    private boolean apply(GraphChanges changes, ArchiveVersion version) {
        // all is parsed before the transaction begins: nothing that the files say can abort it
        List<NamedGraph> graphs = changes.put().stream().map(served::read).toList();
        Set<Node> removed = changes.removed().stream()
                .map(change -> NodeFactory.createURI(served.name(change.graph(), change.base())))
                .collect(Collectors.toSet());
        Room.check(folder, graphs.size());
        Derived derived;
        try {
            derived = generation.apply(graphs, removed, derivation, stamp);
        } catch (RuntimeException | Error aborted) {
            // TDB2 5.6.0 corrupts itself for good when it writes after an abort (apache/jena issue 3877)
            stamp = Stamp.NONE;
            Stamp.discard(folder);
            if (aborted instanceof Error error) {
                throw error;
            }
            return false;
        }
        Stamp next = stamp.with(changes, derived).at(version);
        stamp = next.unwritten();
        changed = changed.map(before -> Stream.of(
                        before.stream(),
                        graphs.stream().map(NamedGraph::name),
                        removed.stream().map(Node::toString))
                .flatMap(names -> names)
                .collect(Collectors.toSet()));
        committed.run();
        stamp = next.write(folder, changes.names());
        return true;
    }

    private String nextName() {
        int highest = 0;
        for (Path other : generations()) {
            highest = Math.max(highest, Integer.parseInt(other.getFileName().toString()));
        }
        return Integer.toString(highest + 1);
    }

    private void deleteOthers() {
        for (Path other : generations()) {
            if (!other.getFileName().toString().equals(stamp.generation())) {
                DurableFiles.deleteTree(other);
            }
        }
    }

    private List<Path> generations() {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> child.getFileName().toString().matches("[1-9][0-9]{0,8}"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
