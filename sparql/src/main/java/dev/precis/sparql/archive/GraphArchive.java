package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.jena.riot.RiotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The truth: every graph as one file of sorted N-Quads, a manifest with version, digests and origin of each, a register
 * of all names that were ever given, and a log of what commits changed. Graphs come and go in batches, each of which is
 * in or is not, wherever the process dies.
 */
public final class GraphArchive implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GraphArchive.class);

    private final StoreLock lock;
    private final Path store;
    private final ArchiveFolder folder;
    private final GraphReader reader;
    private final InstantSource clock;
    // guarded by this; replaced as a whole, so that what was given out stays as it was
    private Manifest manifest;
    private Register register;
    // what was announced and not carried out, since that failed: it comes first
    private Optional<NextState> unfinished = Optional.empty();

    private GraphArchive(StoreLock lock, Path store, InstantSource clock) throws IOException {
        this.lock = lock;
        this.store = store;
        this.clock = clock;
        this.folder = new ArchiveFolder(store);
        this.reader = new GraphReader(folder, lock.isHeld(), lock.isHeld() ? this::manifest : folder::peek);
        if (lock.isHeld()) {
            StoreFormat.mark(store);
        }
        this.manifest = lock.isHeld() ? folder.recover() : folder.peek();
        this.register = folder.register();
    }

    /** As {@link #open(Path, InstantSource)}, by the clock of the system. */
    public static GraphArchive open(Path store) {
        return open(store, InstantSource.system());
    }

    /**
     * Opens the archive of a store for this process alone, and creates it if it is not there.
     *
     * @throws StoreRefusedException if there is something else in that folder, or the manifest is damaged
     * @throws UncheckedIOException if a process has it open, which the message names
     */
    public static GraphArchive open(Path store, InstantSource clock) {
        StoreFormat.checkWritable(store);
        return open(StoreLock.take(store), store, clock);
    }

    /** Whether a process has the store open for writing. */
    public static boolean isInUse(Path store) {
        return StoreLock.isTaken(store);
    }

    /** Opens the archive of a store for reading alone, also while another process writes to it. */
    public static GraphArchive openForReading(Path store) {
        StoreFormat.check(store);
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

    public Path store() {
        return store;
    }

    /** The pages that the graphs were read from. */
    public Snapshots snapshots() {
        return Snapshots.ofPages(store);
    }

    /** The pictures in the texts of the graphs. */
    public Snapshots pictures() {
        return Snapshots.ofPictures(store);
    }

    private synchronized Manifest manifest() {
        return manifest;
    }

    /** All committed rows, in the order of the graphs' names. */
    public List<ArchiveEntry> entries() {
        return List.copyOf(manifest().rows().values());
    }

    /** What is committed of that graph. */
    public Optional<ArchiveEntry> entry(String graph) {
        return Optional.ofNullable(manifest().rows().get(graph));
    }

    /** Where in its history this is: what followers compare with how far they got. */
    public ArchiveVersion version() {
        return manifest().version();
    }

    /** Whether that graph is committed and undamaged, made from inputs with that digest. */
    public boolean isCurrent(String graph, String inputs) {
        return entry(graph)
                .filter(row -> row.inputs().equals(inputs) && isWhole(row))
                .isPresent();
    }

    /** All that was ever registered, in the order of the graphs' names. */
    public synchronized List<Registration> registrations() {
        return List.copyOf(register.rows().values());
    }

    /** What is registered of that graph. */
    public synchronized Optional<Registration> registration(String graph) {
        return Optional.ofNullable(register.rows().get(graph));
    }

    /**
     * The name that something got when it was kept first.
     *
     * @param keys what it is known by, the one that tells most first
     */
    public synchronized Optional<String> graphOf(Collection<String> keys) {
        return register.graph(keys);
    }

    /**
     * All that the register of some store says, in the order of the graphs' names.
     *
     * @throws StoreRefusedException if the file is no register, or a damaged one
     */
    public static List<Registration> registrations(Path file) {
        try {
            return Register.ofStore(file);
        } catch (StoreRefusedException e) {
            throw new StoreRefusedException(
                    file + " is no register, expected the register.jsonl of a store: " + e.getMessage(),
                    new IOException(e));
        }
    }

    /**
     * Starts with what the register of another store knows: names, instants and tombstones are as they were there.
     *
     * <p>A store that began with them, and of which a process died since, goes on.
     *
     * @throws StoreRefusedException if anything else was ever kept here
     */
    public synchronized void begin(List<Registration> known) {
        Register other = Register.of(known);
        if (!known.isEmpty() && known.stream().allMatch(this::isKnown)) {
            return;
        }
        boolean empty = manifest.rows().values().stream().noneMatch(ArchiveEntry::isRead);
        if (!empty || !register.rows().isEmpty() && !register.equals(other)) {
            throw new StoreRefusedException(
                    store,
                    "is not fresh, it knows " + register.rows().size() + " names: a register is what a store begins"
                            + " with; name a folder that is empty or not there");
        }
        folder.write(other);
        register = other;
    }

    private boolean isKnown(Registration row) {
        return registration(row.graph())
                .filter(kept -> kept.first().equals(row.first()))
                .isPresent();
    }

    /**
     * Begins a batch, which is to be closed.
     *
     * @throws IllegalStateException if the store is open for reading alone
     */
    public ArchiveBatch batch() {
        if (!lock.isHeld()) {
            throw new IllegalStateException("store " + store + " is not open for writing");
        }
        try {
            return new ArchiveBatch(this, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to store " + store + ": " + e.getMessage(), e);
        }
    }

    /**
     * Brings a follower up to date: by what happened since it was, or, where that is no longer known, by everything.
     */
    public void bringUpToDate(Follower follower) {
        ArchiveVersion version = version(); // what is logged behind it meanwhile is not read
        since(follower.version(), version)
                .ifPresentOrElse(changes -> follower.follow(changes, version), follower::followAnew);
    }

    /**
     * The last change of each graph between two versions, in the order of the graphs' names.
     *
     * @param until this archive's, now or before
     * @return nothing if the archive no longer knows what happened since
     */
    public Optional<List<Change>> since(ArchiveVersion known, ArchiveVersion until) {
        try {
            return folder.log().between(known, until);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the changes of store " + store, e);
        }
    }

    /** Does what a batch holds, and keeps it durably; tells what it changed. */
    synchronized List<Change> commit(ArchiveBatch batch) {
        try {
            if (unfinished.isPresent()) {
                carryOut(unfinished.get());
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            NextState next = new NextState(manifest, register, batch.steps(), batch.name(), now);
            if (next.isAsBefore() && batch.isEmpty()) {
                return List.of();
            }
            announce(next);
            carryOut(next);
            return next.changes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot commit to store " + store + ": " + e.getMessage(), e);
        }
    }

    /** From when this is said on disk, the batch is in, though its files may not be in their places. */
    private void announce(NextState next) throws IOException {
        try {
            folder.announce(manifest, next.manifest(), register, next.register());
        } finally {
            unfinished = folder.isAnnounced() ? Optional.of(next) : Optional.empty();
        }
    }

    /** Forgets the files of a batch, unless what is announced needs them. */
    synchronized void drop(ArchiveBatch batch) {
        if (unfinished
                .filter(next -> next.manifest().staged().equals(batch.name()))
                .isEmpty()) {
            folder.drop(batch.name());
        }
    }

    private void carryOut(NextState next) throws IOException {
        folder.carryOut(manifest, next.manifest());
        unfinished = Optional.empty();
        manifest = next.manifest();
        register = next.register().orElse(register);
    }

    /**
     * Reads a committed graph, or a newer version of it if there is one by now.
     *
     * @throws UncheckedIOException if its file is missing or is not what the manifest says
     */
    public NamedGraph read(ArchiveEntry row) {
        return reader.read(row);
    }

    /**
     * A graph as it was when it was taken out last; empty if it is not kept.
     *
     * @throws UncheckedIOException if its file cannot be read
     */
    public Optional<NamedGraph> removed(String graph) {
        String base = registration(graph)
                .flatMap(Registration::removed)
                .map(Registration.Tombstone::base)
                .orElse("");
        return folder.removed(graph).map(file -> {
            try {
                return new NamedGraph(graph, base, NQuads.read(Files.readAllBytes(file), graph));
            } catch (IOException | RiotException e) {
                throw new UncheckedIOException(file + ": " + e.getMessage(), new IOException(e));
            }
        });
    }

    /** Whether the file of a committed graph is what the manifest says. */
    public boolean isWhole(ArchiveEntry row) {
        return defect(row).isEmpty();
    }

    /** Gives the store back. What batches hold and did not commit is lost. */
    @Override
    public synchronized void close() {
        try (lock) {
            if (lock.isHeld() && unfinished.isEmpty()) {
                folder.tidy(manifest, register);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.debug("manifest and register of {} stay as they were appended to", store, e);
        }
    }

    /** Whether another process commits, or has committed since this was opened. */
    public boolean isChanging() {
        return folder.isAnnounced() || !folder.peek().version().equals(version());
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
        return folder.defect(row, !lock.isHeld());
    }
}
