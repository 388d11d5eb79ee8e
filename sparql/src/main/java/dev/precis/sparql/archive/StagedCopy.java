package dev.precis.sparql.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Another state for a store that holds copies: its files are laid down beside those that hold, looked at once more, and
 * then take their places as those of a commit do. Until then, and wherever a process dies, the store is what it was.
 */
final class StagedCopy {
    private final Path store;
    private final ArchiveFolder folder;
    private final Path staged;
    // what each file laid down must be, by its path in the folder of the batch
    private final SortedMap<String, String> digests = new TreeMap<>();

    StagedCopy(Path store, ArchiveFolder folder) throws IOException {
        this.store = store;
        this.folder = folder;
        this.staged = store.resolve(ArchiveFolder.STAGED).resolve(ArchiveFolder.COPY);
        DurableFiles.deleteTree(staged);
        Files.createDirectories(staged);
    }

    /** Lays a graph down. */
    void graph(ArchiveEntry row, byte[] bytes) throws IOException {
        lay(row.sha256(), bytes);
    }

    /** Lays any other file down, unless the store has it as it is to be. */
    void besides(String path, byte[] bytes) throws IOException {
        Path there = store.resolve(path);
        if (!Files.isRegularFile(there) || !Arrays.equals(Files.readAllBytes(there), bytes)) {
            lay(ArchiveFolder.BESIDES + "/" + path, bytes);
        }
    }

    private void lay(String path, byte[] bytes) throws IOException {
        Path file = staged.resolve(path);
        DurableFiles.createParent(file);
        DurableFiles.write(file, bytes, false);
        digests.put(path, Sha256.of(bytes));
    }

    /** How many files are laid down. */
    int size() {
        return digests.size();
    }

    /** A source of whose settings none are among those, though the store has some. */
    Optional<String> lostSource(String settings, Set<String> kept) throws IOException {
        Path folder = store.resolve(settings);
        return DurableFiles.files(folder).stream()
                .map(file -> folder.relativize(file).getName(0).toString())
                .filter(source -> kept.stream().noneMatch(path -> path.startsWith(settings + "/" + source + "/")))
                .findFirst();
    }

    /**
     * Makes the store what a manifest says, out of what is laid down and what it has.
     *
     * @throws IOException if a file is not what was laid down, or a graph is neither there nor laid down; the store
     *     stays as it is
     */
    void carryOut(Manifest before, Manifest state) throws IOException {
        check(state);
        Manifest next = new Manifest(state.version(), ArchiveFolder.COPY, state.rows());
        if (size() > 0
                || !before.rows().equals(next.rows())
                || !before.version().equals(next.version())) {
            folder.announce(next);
            folder.carryOut(before, next);
        }
    }

    private void check(Manifest state) throws IOException {
        for (var laid : digests.entrySet()) {
            if (!Sha256.of(Files.readAllBytes(staged.resolve(laid.getKey()))).equals(laid.getValue())) {
                throw new IOException("what was written to " + staged.resolve(laid.getKey()) + " is not what is there");
            }
        }
        for (ArchiveEntry row : state.rows().values()) {
            if (!digests.containsKey(row.sha256()) && folder.defect(row, false).isPresent()) {
                throw new IOException(
                        row.file() + ": " + folder.defect(row, false).orElse(""));
            }
        }
    }

    /** Takes out graphs that the state does not name, and files of a folder that are not among those. */
    void clear(Manifest state, String besides, Set<String> kept) throws IOException {
        Set<String> named = new HashSet<>();
        state.rows().values().forEach(row -> named.add(row.file()));
        for (String file : folder.list()) {
            if (!named.contains(file)) {
                folder.delete(file);
            }
        }
        for (Path file : DurableFiles.files(store.resolve(besides))) {
            if (!kept.contains(store.relativize(file).toString().replace('\\', '/'))) {
                Files.delete(file);
            }
        }
    }

    /** Forgets what is laid down and was not carried out. */
    void drop() {
        if (!folder.isAnnounced()) {
            DurableFiles.deleteTree(store.resolve(ArchiveFolder.STAGED));
        }
    }
}
