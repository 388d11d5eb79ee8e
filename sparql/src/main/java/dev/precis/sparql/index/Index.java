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

/** The folder of an index: its stamp, its current generation, and how both follow the archive. For one thread. */
final class Index implements Follower {
    private static final int BATCH = 500;
    // every transaction leaves old blocks behind, about half a megabyte: build afresh before that grows large
    private static final int MOST_WRITES = 256;
    // TDB2 maps sparse files, and a mapped page for which the disk has no room ends in an InternalError
    private static final long LEAST_SPACE = 64L << 20;
    private static final long SPACE_PER_GRAPH = 32L << 10;

    private final GraphArchive archive;
    private final Path folder;
    private final ServedGraphs served;
    private final String base;
    private final String maker;
    private final Derivation derivation;
    private Stamp stamp = Stamp.NONE;
    private Generation generation;

    /** Opens the index, or builds it, and brings it up to date. */
    Index(GraphArchive archive, BaseSwap swap, String maker, Derivation derivation) {
        this.archive = archive;
        this.folder = folder(archive);
        this.served = new ServedGraphs(archive, swap);
        this.base = swap.base();
        this.maker = maker;
        this.derivation = derivation;
        this.generation = openOrBuild(Stamp.read(folder));
        deleteOthers();
        follow();
        if (!isDerived() && !apply(GraphChanges.NONE)) {
            rebuild();
        }
    }

    private boolean isDerived() {
        return Derived.of(Txn.calculateRead(generation.dataset(), () -> generation.derived(derivation, stamp)))
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
        for (GraphChanges part : due.parts(BATCH)) {
            if (!apply(part)) {
                rebuild();
                return;
            }
        }
        if (stamp.writes() >= MOST_WRITES) {
            rebuild();
        } else if (!stamp.followed().equals(version)) {
            stamp = stamp.at(version);
            stamp.write(folder);
        }
    }

    @Override
    public void followAnew() {
        rebuild();
    }

    /** Builds a new generation beside the current one and makes it the current one. */
    void rebuild() {
        generation = build();
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
        if (!found.maker().equals(maker) || !found.base().equals(base)) {
            return build();
        }
        try {
            Generation opened = Generation.open(
                    folder.resolve(found.generation()), !found.graphs().isEmpty());
            stamp = found;
            return opened;
        } catch (RuntimeException unreadable) {
            return build(); // TDB2 has no checksums: damage shows as exceptions of any kind
        }
    }

    private Generation build() {
        ArchiveVersion version = archive.version(); // what comes in between is followed after
        List<ArchiveEntry> rows = archive.entries();
        served.checkNames(rows);
        checkSpace(rows.size());
        String name = nextName();
        Generation next = Generation.create(folder.resolve(name));
        Stamp built = new Stamp(name, maker, base, 0, version, new TreeMap<>(), Derived.NOTHING);
        try {
            built = built.with(
                    GraphChanges.putting(rows), next.load(rows.stream().map(served::read), derivation, base));
            built.write(folder);
        } catch (RuntimeException | Error e) {
            next.delete();
            throw e;
        }
        stamp = built;
        return next;
    }

    /** Whether it went well; if not, the generation must not be written to again. */
    private boolean apply(GraphChanges changes) {
        // all is parsed before the transaction begins: nothing that the files say can abort it
        List<NamedGraph> graphs = changes.put().stream().map(served::read).toList();
        Set<Node> removed = changes.removed().stream()
                .map(change -> NodeFactory.createURI(served.name(change.graph(), change.base())))
                .collect(Collectors.toSet());
        checkSpace(graphs.size());
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
        stamp = stamp.with(changes, derived);
        stamp.write(folder);
        return true;
    }

    private void checkSpace(int graphs) {
        try {
            Files.createDirectories(folder);
            long space = Files.getFileStore(folder).getUsableSpace();
            long needed = LEAST_SPACE + graphs * SPACE_PER_GRAPH;
            if (space < needed) {
                throw new IOException("the disk is almost full: %d MB are free, %d MB needed; the archive is complete, "
                                .formatted(space >> 20, needed >> 20)
                        + "the index will follow when there is room");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": " + e.getMessage(), e);
        }
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
