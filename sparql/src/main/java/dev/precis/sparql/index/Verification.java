package dev.precis.sparql.index;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.system.Txn;

/**
 * Compares every part of a store with the manifest: files, snapshots, and the index as it is, quad by quad. Nothing is
 * changed. An empty list says that all agree.
 */
public final class Verification {
    private static final int ATTEMPTS = 20;
    /** Milliseconds. */
    private static final long PAUSE = 100;

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

    /**
     * The same of a store that others may be writing to: what they change meanwhile is no difference.
     *
     * @throws UncheckedIOException if the folder is no store
     */
    public static List<Difference> ofFiles(Path store) {
        for (int attempt = 1; ; attempt++) {
            try (GraphArchive archive = GraphArchive.openForReading(store)) {
                List<Difference> differences = ofArchive(archive);
                if (differences.isEmpty() || attempt == ATTEMPTS || !archive.isChanging()) {
                    return differences;
                }
            }
            pause();
        }
    }

    /**
     * The archive and the index on disk, which nobody has open; that there is no index is a difference too. The index
     * of an archive that is only read is not opened: it is copied, and the copy is looked at.
     */
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
            if (!row.snapshot().isEmpty()) {
                archive.snapshots().defect(row.snapshot()).ifPresent(defect -> report(row.graph(), defect));
                pictures(row);
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

    private void pictures(ArchiveEntry row) {
        if (archive.defect(row).isEmpty()) {
            archive.read(row).pictures().stream()
                    .filter(name -> !archive.pictures().isWhole(name.replaceFirst("[.].*", "")))
                    .forEach(name -> report(row.graph(), "its picture " + name + " is missing or damaged"));
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
        Path folder = Index.folder(archive).resolve(stamp.generation());
        if (archive.isWritable()) {
            closedIndex(stamp, folder);
            return;
        }
        try {
            Path copy = Files.createTempDirectory("precis-verify");
            try {
                DurableFiles.copyTree(folder, copy);
                closedIndex(stamp, copy);
            } finally {
                DurableFiles.deleteTree(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the index, to look at it: " + e.getMessage(), e);
        }
    }

    private void closedIndex(Stamp stamp, Path folder) {
        try {
            Generation generation = Generation.open(folder, !stamp.graphs().isEmpty());
            try {
                index(stamp, generation);
            } finally {
                generation.close();
            }
        } catch (RuntimeException unreadable) {
            report("index", "it cannot be read: " + unreadable);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
