package dev.precis.sparql.archive;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The files of an archive and the order in which a batch of them changes. The batch is first laid down whole beside the
 * old state ({@link #stage}, {@link #announce}); from then on it is carried out ({@link #carryOut}), if need be by the
 * next process that opens the store. Wherever a process dies, the batch is in or it is not.
 */
final class ArchiveFolder {
    static final String MANIFEST = "manifest.jsonl";

    private final Path store;
    private final Path graphs;
    private final Path staged;
    private final Path manifest;
    private final Path announced;

    ArchiveFolder(Path store) {
        this.store = store;
        this.graphs = store.resolve("graphs");
        this.staged = store.resolve("staged");
        this.manifest = store.resolve(MANIFEST);
        this.announced = store.resolve("manifest.next.jsonl");
    }

    /** The state that holds, after what an earlier process announced is carried out and what it only staged is gone. */
    SortedMap<String, ArchiveEntry> recover() throws IOException {
        if (Files.exists(announced)) {
            Collection<ArchiveEntry> rows = Manifest.read(announced).values();
            carryOut(rows.stream().filter(row -> has(staged, row)).toList()); // staged may hold more than was announced
        }
        DurableFiles.deleteTree(staged);
        Files.createDirectories(graphs);
        return Manifest.read(manifest);
    }

    /** The state that holds or is about to, for a process that only reads and must not carry out anything. */
    SortedMap<String, ArchiveEntry> peek() {
        SortedMap<String, ArchiveEntry> next = Manifest.read(announced);
        return next.isEmpty() ? Manifest.read(manifest) : next;
    }

    /** Lays a new file down, outside the archive. */
    void stage(String file, byte[] bytes) throws IOException {
        Path target = staged.resolve(file);
        DurableFiles.createParent(target);
        DurableFiles.write(target, bytes, false);
    }

    /** Takes a staged file back, if there is one. */
    void unstage(String file) throws IOException {
        Files.deleteIfExists(staged.resolve(file));
    }

    /**
     * Forces the staged files of the batch to the disk, then says that they are to be: this is the point of no return.
     */
    void announce(Collection<ArchiveEntry> batch, SortedMap<String, ArchiveEntry> rows) throws IOException {
        List<Path> files = stagedFiles(batch);
        for (Path file : files) {
            DurableFiles.sync(file);
        }
        syncFolders(files);
        DurableFiles.write(announced, Manifest.write(rows));
    }

    /** Moves the staged files among those rows to their places, then the announced manifest to its own. */
    void carryOut(Collection<ArchiveEntry> rows) throws IOException {
        List<Path> moved = new ArrayList<>();
        for (Path file : stagedFiles(rows)) {
            Path target = graphs.resolve(staged.relativize(file));
            DurableFiles.createParent(target);
            DurableFiles.move(file, target);
            moved.add(target);
        }
        syncFolders(moved);
        DurableFiles.move(announced, manifest);
        DurableFiles.syncFolder(store);
    }

    /** The bytes of a graph, which are what its row says or an exception. */
    byte[] read(ArchiveEntry row) throws IOException {
        return read(graphs, row);
    }

    /** The same for a process that only reads, and may come between announcing and carrying out. */
    byte[] readAnyhow(ArchiveEntry row) throws IOException {
        try {
            return read(graphs, row);
        } catch (IOException notYet) {
            return read(staged, row);
        }
    }

    /** Where the file of a graph is. */
    Path file(ArchiveEntry row) {
        return graphs.resolve(row.file());
    }

    /** Whether the file of a graph is what its row says. */
    boolean has(ArchiveEntry row) {
        return has(graphs, row);
    }

    /** Removes a file of a graph. */
    void delete(String file) throws IOException {
        Files.deleteIfExists(graphs.resolve(file));
    }

    /** Every file there is, whether or not the manifest knows it. */
    List<String> list() throws IOException {
        try (Stream<Path> tree = Files.walk(graphs)) {
            return tree.filter(path -> !Files.isDirectory(path))
                    .map(path -> graphs.relativize(path).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static byte[] read(Path parent, ArchiveEntry row) throws IOException {
        Path file = parent.resolve(row.file());
        if (!Files.exists(file)) {
            throw new IOException("the file is missing");
        }
        byte[] bytes;
        // a stream and not a channel: for an interrupted thread, every file would look damaged
        try (InputStream in = new FileInputStream(file.toFile())) {
            bytes = in.readAllBytes();
        }
        if (!Sha256.of(bytes).equals(row.sha256())) {
            throw new IOException("the file is damaged: its SHA-256 is not " + row.sha256());
        }
        return bytes;
    }

    private static boolean has(Path parent, ArchiveEntry row) {
        try {
            read(parent, row);
            return true;
        } catch (IOException not) {
            return false;
        }
    }

    private List<Path> stagedFiles(Collection<ArchiveEntry> rows) {
        return rows.stream()
                .map(row -> staged.resolve(row.file()))
                .filter(Files::exists)
                .toList();
    }

    // a new folder is durable when its parent is forced too, so all of them up to the store, the deepest first
    private void syncFolders(List<Path> files) throws IOException {
        TreeSet<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        for (Path file : files) {
            Path relative = store.relativize(file);
            for (int depth = 1; depth < relative.getNameCount(); depth++) {
                folders.add(store.resolve(relative.subpath(0, depth)));
            }
        }
        folders.add(store);
        for (Path folder : folders) {
            DurableFiles.syncFolder(folder);
        }
    }
}
