package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.jena.riot.RiotException;

/**
 * The truth: every graph as one file of sorted N-Quads, and a manifest with version, digest and origin of each. Graphs
 * are staged one by one and committed as a batch, which is in or is not, wherever the process dies.
 */
public final class GraphArchive implements AutoCloseable {
    private static final int ATTEMPTS = 5;

    private final StoreLock lock;
    private final Path store;
    private final ArchiveFolder folder;
    private final InstantSource clock;
    private final SortedMap<String, ArchiveEntry> rows;
    private final SortedMap<String, ArchiveEntry> staged = new TreeMap<>();
    private final Map<String, String> graphOfFile = new HashMap<>();
    // a commit failed half-way: what it has announced must not be staged over
    private boolean unfinished;

    private GraphArchive(StoreLock lock, Path store, InstantSource clock) throws IOException {
        this.lock = lock;
        this.store = store;
        this.clock = clock;
        this.folder = new ArchiveFolder(store);
        this.rows = lock.isHeld() ? folder.recover() : folder.peek();
        rows.values().forEach(row -> graphOfFile.put(row.file(), row.graph()));
    }

    /** As {@link #open(Path, InstantSource)}, by the clock of the system. */
    public static GraphArchive open(Path store) {
        return open(store, InstantSource.system());
    }

    /**
     * Opens the archive of a store for this process alone, and creates it if it is not there.
     *
     * @throws UncheckedIOException if a process has it open (the message names it), or the manifest is damaged
     */
    public static GraphArchive open(Path store, InstantSource clock) {
        return open(StoreLock.take(store), store, clock);
    }

    /** Whether a process has the store open for writing. */
    public static boolean isInUse(Path store) {
        return StoreLock.isTaken(store);
    }

    /** Opens the archive of a store for reading alone, also while another process writes to it. */
    public static GraphArchive openForReading(Path store) {
        if (!Files.isDirectory(store)) {
            throw new UncheckedIOException(new NoSuchFileException(store.toString(), null, "there is no store"));
        }
        return open(StoreLock.none(), store, InstantSource.system());
    }

    private static GraphArchive open(StoreLock lock, Path store, InstantSource clock) {
        try {
            return new GraphArchive(lock, store, clock);
        } catch (IOException e) {
            lock.close();
            throw new UncheckedIOException("cannot open store " + store + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The folder of the store. */
    public Path store() {
        return store;
    }

    /** The pages that the graphs were read from. */
    public Snapshots snapshots() {
        return new Snapshots(store);
    }

    /** All committed rows, in the order of the graphs' names. */
    public synchronized List<ArchiveEntry> entries() {
        return List.copyOf(rows.values());
    }

    /** What is committed of that graph. */
    public synchronized Optional<ArchiveEntry> entry(String graph) {
        return Optional.ofNullable(rows.get(graph));
    }

    /** Whether that graph is there, staged or committed and undamaged, made from an input with that digest. */
    public synchronized boolean isCurrent(String graph, String content) {
        ArchiveEntry stagedRow = staged.get(graph);
        if (stagedRow != null) {
            return stagedRow.content().equals(content);
        }
        ArchiveEntry row = rows.get(graph);
        return row != null && row.content().equals(content) && isWhole(row);
    }

    /**
     * Prepares to keep a graph, whole, in place of what has its name. Nothing holds before {@link #commit}.
     *
     * @param content digest of the input that the graph was made from: where it equals the kept one, nothing is done
     * @param snapshot SHA-256 of the page that it was read from, or empty
     * @throws IllegalArgumentException if the graph is empty, has blank nodes, or terms that N-Quads cannot say
     */
    public synchronized Change stage(NamedGraph graph, String content, String snapshot) {
        if (!lock.isHeld()) {
            throw new IllegalStateException("store " + store + " is not open for writing");
        }
        if (unfinished) {
            commit();
        }
        if (isCurrent(graph.name(), content)) {
            return Change.UNCHANGED;
        }
        byte[] bytes = NQuads.write(graph);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("graph <" + graph.name() + "> is empty; RDF has no such graph");
        }
        ArchiveEntry next = next(graph, Sha256.of(bytes), content, snapshot);
        ArchiveEntry row = rows.get(graph.name());
        boolean unchanged = row != null && row.sha256().equals(next.sha256()) && isWhole(row);
        try {
            if (unchanged) {
                folder.unstage(next.file());
            } else {
                folder.stage(next.file(), bytes);
            }
        } catch (IOException e) {
            staged.remove(graph.name()); // its file may be cut
            throw new UncheckedIOException("cannot stage <" + graph.name() + ">: " + e.getMessage(), e);
        }
        graphOfFile.put(next.file(), next.graph());
        staged.put(next.graph(), next);
        return unchanged ? Change.UNCHANGED : row == null ? Change.NEW : Change.CHANGED;
    }

    /**
     * Keeps everything that was staged, as one batch, durably. If this fails, the batch is still staged and a later
     * commit tries again.
     */
    public synchronized void commit() {
        if (staged.isEmpty()) {
            return;
        }
        SortedMap<String, ArchiveEntry> next = new TreeMap<>(rows);
        next.putAll(staged);
        unfinished = true;
        try {
            folder.announce(staged.values(), next);
            folder.carryOut(staged.values());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot commit to store " + store + ": " + e.getMessage(), e);
        }
        rows.putAll(staged);
        staged.clear();
        unfinished = false;
    }

    /**
     * Reads a committed graph; where only reading is allowed, a newer version of it if there is one by now.
     *
     * @throws UncheckedIOException if its file is missing or is not what the manifest says
     */
    public NamedGraph read(ArchiveEntry row) {
        ArchiveEntry wanted = row;
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] bytes = lock.isHeld() ? folder.read(wanted) : folder.readAnyhow(wanted);
                return new NamedGraph(row.graph(), row.base(), NQuads.read(bytes, row.graph()));
            } catch (IOException | RiotException e) {
                if (lock.isHeld() || attempt == ATTEMPTS) {
                    throw new UncheckedIOException(
                            row.file() + ": " + e.getMessage()
                                    + "; ingest its source again or restore it from a backup",
                            new IOException(e));
                }
                wanted = folder.peek().getOrDefault(row.graph(), row); // the writer was faster
            }
        }
    }

    /** Whether the file of a committed graph is what the manifest says. */
    public boolean isWhole(ArchiveEntry row) {
        return defect(row).isEmpty();
    }

    /** Gives the store back. What is staged and not committed is lost. */
    @Override
    public void close() {
        lock.close();
    }

    /** Whether this process has the store to itself. */
    public boolean isWritable() {
        return lock.isHeld();
    }

    /** Every file in the folder of graphs. */
    public List<String> files() throws IOException {
        return folder.list();
    }

    /** What is wrong with the file of a row, if anything is. */
    public Optional<String> defect(ArchiveEntry row) {
        try {
            folder.read(row);
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }

    private ArchiveEntry next(NamedGraph graph, String sha256, String content, String snapshot) {
        ArchiveEntry row = rows.get(graph.name());
        if (row == null) {
            String file = fileFor(graph.name());
            return new ArchiveEntry(graph.name(), graph.base(), file, 1, sha256, content, snapshot, clock.instant());
        }
        boolean same = row.sha256().equals(sha256);
        return new ArchiveEntry(
                graph.name(),
                graph.base(),
                row.file(),
                same ? row.version() : row.version() + 1,
                sha256,
                content,
                snapshot,
                same ? row.updated() : clock.instant());
    }

    private String fileFor(String graph) {
        String readable = GraphFile.of(graph);
        String owner = graphOfFile.getOrDefault(readable, graph);
        return owner.equals(graph) ? readable : GraphFile.besides(graph);
    }
}
