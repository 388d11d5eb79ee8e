package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What tells a store from any other folder: a file that says so and in which format the store is. Stores from before
 * there was such a file are known by their manifest; whoever writes to them adds it.
 */
public final class StoreFormat {
    static final String FILE = "store.json";

    private static final int NEWEST = 1;
    /** What lies in a folder that became a store half-way, or of which only what outlives the graphs was left. */
    private static final Set<String> PARTS = Set.of(
            "lock",
            "staged",
            "snapshots",
            "pictures",
            "index",
            "quarantine", // before it was a file
            "quarantine.jsonl",
            "drop",
            "requests",
            "absences",
            FormerNames.FILE,
            "runs",
            "captures.json",
            "captures.jsonl",
            ArchiveFolder.MANIFEST,
            ArchiveFolder.REGISTER,
            ArchiveFolder.CHANGES,
            ArchiveFolder.REMOVED,
            "layouts",
            "readings",
            "registry",
            FILE,
            "lost+found"); // of a file system, not ours

    private final Path store;

    private StoreFormat(Path store) {
        this.store = store;
    }

    /**
     * Sees to it that a folder is a store. Nothing is changed.
     *
     * @throws StoreRefusedException if it is none, is of a newer format, or has lost its manifest
     */
    public static void check(Path store) {
        StoreFormat format = new StoreFormat(store);
        if (!Files.isDirectory(store)) {
            throw new StoreRefusedException(store, "is no store: there is no such folder");
        }
        if (!format.isMarked() && !format.hasManifest() && !format.hasGraphs()) {
            throw new StoreRefusedException(store, "is no store: " + format.told() + ", and no " + FILE);
        }
        format.checkFormat();
        if (!format.hasManifest()) {
            throw format.manifestMissing();
        }
    }

    /**
     * Sees to it that a folder is a store or may become one, since it is not there or has nothing in it that is not a
     * store's. Nothing is changed.
     *
     * @throws StoreRefusedException if not
     */
    static void checkWritable(Path store) {
        StoreFormat format = new StoreFormat(store);
        if (!Files.isDirectory(store)) {
            return;
        }
        format.checkFormat();
        if (!format.hasManifest() && format.hasGraphs()) {
            throw format.manifestMissing();
        }
        List<String> others = format.others();
        if (!format.isMarked() && !format.hasManifest() && !others.isEmpty()) {
            throw new StoreRefusedException(
                    store, "is no store, and holds " + others.getFirst() + ": name an empty folder, or one to be made");
        }
    }

    /** Makes a folder that was {@link #checkWritable checked} a store, if it is none yet. */
    static void mark(Path store) {
        StoreFormat format = new StoreFormat(store);
        if (!format.hasManifest()) {
            DurableFiles.write(store.resolve(ArchiveFolder.MANIFEST), Manifest.EMPTY.write());
        }
        if (!format.isMarked()) {
            DurableFiles.write(store.resolve(FILE), content());
        }
    }

    /** What the file says. */
    static byte[] content() {
        return DigestedLines.line(DigestedLines.JSON
                        .createObjectNode()
                        .put("is", "a store of Pr\u00E9cis")
                        .put("format", NEWEST))
                .getBytes(StandardCharsets.UTF_8);
    }

    private boolean isMarked() {
        return Files.isRegularFile(store.resolve(FILE));
    }

    private boolean hasManifest() {
        return Files.isRegularFile(store.resolve(ArchiveFolder.MANIFEST))
                || Files.isRegularFile(store.resolve(ArchiveFolder.NEXT_MANIFEST));
    }

    private boolean hasGraphs() {
        Path graphs = store.resolve(ArchiveFolder.GRAPHS);
        try {
            return !DurableFiles.files(graphs).isEmpty();
        } catch (IOException e) {
            throw new StoreRefusedException(store + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void checkFormat() {
        if (!isMarked()) {
            return;
        }
        try {
            JsonNode json = DigestedLines.JSON.readTree(Files.readAllBytes(store.resolve(FILE)));
            int format = json.path("format").asInt();
            if (format > NEWEST) {
                throw new StoreRefusedException(
                        store,
                        "is a store of format " + format + ", expected " + NEWEST
                                + " or older: it is of a newer Pr\u00E9cis");
            }
        } catch (IOException e) {
            throw new StoreRefusedException(store + ": " + FILE + " cannot be read: " + e.getMessage(), e);
        }
    }

    private StoreRefusedException manifestMissing() {
        return new StoreRefusedException(
                store,
                "has lost its " + ArchiveFolder.MANIFEST
                        + ", without which nothing tells which graphs are in it: restore it from a backup, or move the"
                        + " store away and ingest again");
    }

    private String told() {
        List<String> others = others();
        return others.isEmpty() ? "it has no graphs" : "it holds " + others.getFirst();
    }

    /** What is in the folder and belongs to no store; not what is hidden, which file managers leave anywhere. */
    private List<String> others() {
        try (Stream<Path> files = Files.list(store)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith(".") && !PARTS.contains(DurableFiles.meant(name)))
                    .filter(name -> !name.equals(ArchiveFolder.GRAPHS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StoreRefusedException(store + " cannot be read: " + e.getMessage(), e);
        }
    }
}
