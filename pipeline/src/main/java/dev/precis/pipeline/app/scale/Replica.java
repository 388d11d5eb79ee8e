package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Registration;
import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.archive.Snapshots;
import dev.precis.sparql.archive.StoreRefusedException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.riot.RiotException;

/**
 * An archive that is what another one is: the same graphs by byte, the same names, instants and tombstones. What was
 * told once is committed as one, so that readers see a state of that archive and none in between.
 */
final class Replica {
    private final GraphArchive archive;
    private final ReplicaSource source;
    private final Path file;
    private final boolean fresh;
    private volatile ArchiveVersion reached;
    private volatile ArchiveVersion told;

    /** @param address what the other one is known by */
    Replica(GraphArchive archive, ReplicaSource source, String address) {
        this.archive = archive;
        this.source = source;
        this.file = RemotePosition.file(archive.store(), "follow " + address);
        this.reached = RemotePosition.read(file).version();
        this.fresh = reached.equals(ArchiveVersion.NONE);
        if (fresh && !archive.entries().isEmpty()) {
            reached = archive.version(); // it may be a copy of the other one's store
        }
        this.told = reached;
    }

    /** The version of the other archive that this one has. */
    ArchiveVersion version() {
        return reached;
    }

    /** The newest that the other one told of. */
    ArchiveVersion told() {
        return told;
    }

    /**
     * Takes in what happened since.
     *
     * @return whether anything did
     * @throws RemoteException if the other one does not answer, or changed meanwhile
     * @throws StoreRefusedException if this archive has graphs that it has from nowhere
     */
    boolean follow() {
        Optional<ReplicaSource.Changes> changes = source.changes(reached);
        if (changes.isEmpty()) {
            return false;
        }
        ReplicaLine.Head head = changes.get().head();
        told = head.version();
        boolean known = !fresh
                || !reached.equals(archive.version())
                || archive.entries().isEmpty();
        if (head.anew() && !known) {
            throw new StoreRefusedException(
                    archive.store(),
                    "has graphs that are not of " + source.host()
                            + ": a replica begins with an empty folder, or a backup of the store that it follows");
        }
        try (ArchiveBatch batch = archive.batch()) {
            changes.get().lines().forEach(line -> take(batch, line));
            if (head.anew()) {
                dropOthers(
                        batch,
                        changes.get().lines().stream().map(ReplicaLine::graph).collect(Collectors.toSet()));
            }
            batch.commit();
        }
        reached = head.version();
        RemotePosition.read(file).at(reached).write(file);
        return true;
    }

    private void take(ArchiveBatch batch, ReplicaLine line) {
        if (line.row().isEmpty()) {
            batch.copyAbsence(line.graph(), line.registration());
            return;
        }
        ArchiveEntry row = line.row().get();
        boolean kept = archive.entry(line.graph())
                .filter(one -> one.sha256().equals(row.sha256()) && archive.isWhole(one))
                .isPresent();
        NamedGraph graph = kept ? archive.read(archive.entry(line.graph()).orElseThrow()) : fetch(row);
        besides(graph, row);
        batch.copy(graph, row, line.registration());
    }

    private NamedGraph fetch(ArchiveEntry row) {
        byte[] quads = source.graph(row.graph())
                .filter(bytes -> Sha256.of(bytes).equals(row.sha256()))
                .orElseThrow(() -> RemoteException.of(
                        source.host() + " has changed <" + row.graph() + "> meanwhile: it is asked again"));
        try {
            return new NamedGraph(row.graph(), row.base(), NQuads.read(quads, row.graph()));
        } catch (RiotException | IllegalArgumentException e) {
            throw RemoteException.of(source.host() + " has no graph at <" + row.graph() + ">: " + e.getMessage());
        }
    }

    /** The page that quotes are anchored in, and the pictures. */
    private void besides(NamedGraph graph, ArchiveEntry row) {
        if (row.isRead() && archive.snapshots().defect(row.snapshot()).isPresent()) {
            fetch("page", row.snapshot(), archive.snapshots());
            source.text(row.snapshot()).ifPresent(text -> archive.snapshots().putText(row.snapshot(), text));
        }
        for (String name : graph.pictures()) {
            String digest = name.substring(0, name.indexOf('.'));
            if (!archive.pictures().isWhole(digest)) {
                fetch("picture", digest, archive.pictures());
            }
        }
    }

    private void fetch(String kind, String digest, Snapshots target) {
        source.kept(kind, digest)
                .filter(kept -> Sha256.of(kept.bytes()).equals(digest))
                .ifPresent(kept -> target.put(kept.bytes(), kept.type()));
    }

    private void dropOthers(ArchiveBatch batch, Set<String> told) {
        Set<String> ours = new TreeSet<>();
        archive.entries().forEach(row -> ours.add(row.graph()));
        archive.registrations().stream().map(Registration::graph).forEach(ours::add);
        ours.removeAll(told);
        ours.forEach(graph -> batch.copyAbsence(graph, Optional.empty()));
    }
}
