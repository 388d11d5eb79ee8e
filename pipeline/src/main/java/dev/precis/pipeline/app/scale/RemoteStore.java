package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.Follower;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.Difference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A store of SPARQL 1.1 elsewhere that follows an archive: it gets each graph whole, in the order of the commits, and
 * every batch is counted there before it holds. What was done twice, since something broke in between, is as if it was
 * done once.
 */
final class RemoteStore implements Follower {
    static final Duration LEASE = Duration.ofMinutes(1);
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int BATCH = 100;
    // a server and a command within it may follow to the same place
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private final GraphArchive archive;
    private final BaseSwap swap;
    private final RemoteClient client;
    private final Path file;
    private final Lease lease;
    private final ReentrantLock lock;
    private volatile RemotePosition position;

    /**
     * @param base that graphs are to have there; empty for each graph's own
     * @param address what the store is known by
     */
    RemoteStore(
            GraphArchive archive,
            String base,
            RemoteClient client,
            String address,
            Duration time,
            Duration pause,
            InstantSource clock) {
        this.archive = archive;
        this.swap = new BaseSwap(base);
        this.client = client;
        this.file = RemotePosition.file(archive.store(), address + " " + base);
        this.position = RemotePosition.read(file);
        position.write(file);
        this.lease = new Lease(client, position.holder(), time, pause, clock);
        this.lock = LOCKS.computeIfAbsent(file.toAbsolutePath().normalize(), one -> new ReentrantLock());
    }

    @Override
    public ArchiveVersion version() {
        return position.version();
    }

    /**
     * Brings the store up to date.
     *
     * @throws RemoteException if it cannot be written to, or somebody else writes to it
     */
    void level() {
        alone(() -> {
            archive.bringUpToDate(this);
            return true;
        });
    }

    /** Takes the store for itself; what that no longer knows is done anew. */
    private <T> T alone(Supplier<T> task) {
        lock.lock();
        try {
            RemotePosition known = RemotePosition.read(file);
            // its word holds: it is written when everything before it was counted there, and goes with what is restored
            position = known.at(lease.take());
            if (!position.equals(known)) {
                position.write(file);
            }
            return task.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void follow(List<Change> changes, ArchiveVersion version) {
        List<Change> ordered = changes.stream()
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
        for (int from = 0; from < ordered.size(); from += BATCH) {
            int to = Math.min(from + BATCH, ordered.size());
            List<Change> batch = ordered.subList(from, to);
            write(batch.stream().flatMap(change -> write(change).stream()).toList());
            reached(to == ordered.size() ? version : whole(batch, ordered.get(to)));
        }
        if (!version.equals(version())) {
            reached(version);
        }
    }

    /** The last version of which nothing is left to do. */
    private ArchiveVersion whole(List<Change> done, Change next) {
        return done.reversed().stream()
                .filter(change -> change.version() < next.version())
                .findFirst()
                .map(change -> new ArchiveVersion(change.version(), change.instant()))
                .orElseGet(this::version);
    }

    /** Nothing if what was put is not there any more: its removal is yet to come. */
    private Optional<RemoteClient.Write> write(Change change) {
        return change.kind() == Change.Kind.REMOVED
                ? Optional.of(removal(swap.apply(change.graph(), change.base())))
                : archive.entry(change.graph()).map(this::write);
    }

    private RemoteClient.Write write(ArchiveEntry row) {
        NamedGraph graph = swap.apply(archive.read(row));
        return new RemoteClient.Write(graph.name(), RemoteComparison.triples(graph.graph()));
    }

    private static RemoteClient.Write removal(String graph) {
        return new RemoteClient.Write(graph, new byte[0]);
    }

    /** Writes and counts: a store that says yes and keeps nothing is found out at once. */
    private void write(List<RemoteClient.Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        client.write(writes);
        Map<String, Long> wanted = new HashMap<>();
        writes.forEach(write -> wanted.put(write.graph(), lines(write.triples())));
        Map<String, Long> there = client.counts(wanted.keySet());
        wanted.forEach((graph, count) -> {
            long found = there.getOrDefault(graph, 0L);
            if (found != count) {
                throw RemoteException.of("<" + graph + "> has " + found + " statements there where " + count
                        + " were written: it is written again");
            }
        });
    }

    private static long lines(byte[] triples) {
        long lines = 0;
        for (byte one : triples) {
            lines += one == '\n' ? 1 : 0;
        }
        return lines;
    }

    private void reached(ArchiveVersion version) {
        lease.reached(version); // first: what is known here alone would be believed after the store was restored
        position = position.at(version);
        position.write(file);
    }

    /**
     * Compares all graphs, and writes what is not there as it should be: a break in between costs no more than that.
     */
    @Override
    public void followAnew() {
        ArchiveVersion version = archive.version();
        mend(new RemoteComparison(archive, swap, client, lease, version()).all());
        reached(version);
    }

    /**
     * Compares every graph by its hash, after bringing the store up to date.
     *
     * @param mend whether to write what differs again
     * @return what differed; after mending, what still does is in {@link Checked#left}
     */
    Checked verify(boolean mend) {
        return alone(() -> {
            archive.bringUpToDate(this);
            RemoteComparison comparison = new RemoteComparison(archive, swap, client, lease, version());
            List<RemoteComparison.Found> found = comparison.all();
            int otherwise = comparison.otherwise();
            List<RemoteComparison.Found> left = found;
            if (mend && !found.isEmpty()) {
                mend(found);
                left = comparison.of(found);
            }
            return new Checked(archive.entries().size(), otherwise, differences(found), differences(left));
        });
    }

    private static List<Difference> differences(List<RemoteComparison.Found> found) {
        return found.stream().map(RemoteComparison.Found::difference).toList();
    }

    /** Puts back what was lost there, and takes out what should not be; gives how many graphs that were. */
    int mendLosses() {
        return alone(() -> {
            archive.bringUpToDate(this);
            List<RemoteComparison.Found> found = new RemoteComparison(archive, swap, client, lease, version()).byName();
            mend(found);
            return found.size();
        });
    }

    /**
     * What a comparison found.
     *
     * @param otherwise graphs that have all their values there, some of them written otherwise
     * @param left what is not as it should be, and could not be mended or was not to be
     */
    record Checked(int graphs, int otherwise, List<Difference> differences, List<Difference> left) {
        Checked {
            differences = List.copyOf(differences);
            left = List.copyOf(left);
        }
    }

    private void mend(List<RemoteComparison.Found> found) {
        for (int from = 0; from < found.size(); from += BATCH) {
            List<RemoteClient.Write> writes = new ArrayList<>();
            for (RemoteComparison.Found one : found.subList(from, Math.min(from + BATCH, found.size()))) {
                writes.add(one.row()
                        .flatMap(row -> archive.entry(row.graph()))
                        .map(this::write)
                        .orElseGet(() -> removal(one.name())));
            }
            write(writes);
            lease.reached(version());
        }
    }

    /** Lets others write there. */
    void giveBack() {
        lock.lock();
        try {
            lease.giveBack(version());
        } finally {
            lock.unlock();
        }
    }
}
