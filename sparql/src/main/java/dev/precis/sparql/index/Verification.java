package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.system.Txn;

/**
 * Compares every part of a store with the manifest: files, snapshots, and the index as it is, quad by quad. Nothing is
 * changed. An empty list says that all agree.
 */
public final class Verification {
    private final GraphArchive archive;
    private final Derivation derivation;
    private final List<Difference> differences = new ArrayList<>();

    private Verification(GraphArchive archive, Derivation derivation) {
        this.archive = archive;
        this.derivation = derivation;
    }

    /** The archive alone: every row has its file and its snapshot, whole, and no file is unknown. */
    public static List<Difference> ofArchive(GraphArchive archive) {
        Verification verification = new Verification(archive, Derivation.NONE);
        verification.files();
        return List.copyOf(verification.differences);
    }

    /** The archive and the index on disk, which nobody has open; that there is no index is a difference too. */
    public static List<Difference> ofStore(GraphArchive archive, String application, Derivation derivation) {
        Verification verification = new Verification(archive, derivation);
        verification.files();
        Stamp stamp = Stamp.read(Index.folder(archive));
        if (verification.isUsable(stamp, Stamp.maker(application))) {
            verification.closedIndex(stamp);
        }
        return List.copyOf(verification.differences);
    }

    /** The archive and the index that is open and served. */
    static List<Difference> ofOpen(GraphArchive archive, Stamp stamp, Generation generation, Derivation derivation) {
        Verification verification = new Verification(archive, derivation);
        verification.files();
        verification.index(stamp, generation);
        return List.copyOf(verification.differences);
    }

    private void files() {
        Set<String> known = new HashSet<>();
        for (ArchiveEntry row : archive.entries()) {
            known.add(row.file());
            archive.defect(row).ifPresent(defect -> report("graphs/" + row.file(), defect));
            if (!row.snapshot().isEmpty() && !archive.snapshots().isWhole(row.snapshot())) {
                report(row.graph(), "its snapshot " + row.snapshot() + " is missing or damaged");
            }
        }
        try {
            archive.files().stream()
                    .filter(file -> !known.contains(file))
                    .forEach(file -> report("graphs/" + file, "no row of the manifest names this file"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUsable(Stamp stamp, String maker) {
        if (stamp.isNone()) {
            report("index", "there is none, or it was given up; a rebuild is due");
            return false;
        }
        if (!stamp.maker().equals(maker)) {
            report("index", "it was made by " + stamp.maker() + "; a rebuild is due");
            return false;
        }
        return true;
    }

    private void closedIndex(Stamp stamp) {
        try {
            Generation generation = Generation.open(
                    Index.folder(archive).resolve(stamp.generation()),
                    !stamp.graphs().isEmpty());
            try {
                index(stamp, generation);
            } finally {
                generation.close();
            }
        } catch (RuntimeException unreadable) {
            report("index", "it cannot be read: " + unreadable);
        }
    }

    private void index(Stamp stamp, Generation generation) {
        try {
            Txn.executeRead(
                    generation.dataset(),
                    () -> differences.addAll(new IndexCheck(archive, stamp, generation, derivation).run()));
        } catch (RuntimeException damaged) {
            // TDB2 has no checksums: damage shows as exceptions of any kind
            report("index", "it cannot be read: " + damaged);
        }
    }

    private void report(String where, String what) {
        differences.add(new Difference(where, what));
    }
}
