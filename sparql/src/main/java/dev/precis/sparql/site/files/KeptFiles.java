package dev.precis.sparql.site.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A folder that is brought up to date: only what changed is written, and what no longer belongs is removed. A list in
 * it says which files are ours; no other is ever touched.
 */
final class KeptFiles {
    /** The list: a path a line. */
    static final String LIST = ".precis-site";

    private final Path folder;
    private final Set<String> earlier;
    private final SortedSet<String> now = new TreeSet<>();
    private final MadeFrom madeFrom;
    private int written;
    private int removed;
    private long bytes;

    KeptFiles(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
        this.earlier = read(folder.resolve(LIST));
        this.madeFrom = new MadeFrom(folder);
        madeFrom.forget();
    }

    /** How many files an export left in a folder; empty unless they are as they were, and made from the same. */
    static Optional<Integer> whole(Path folder, String inputs) throws IOException {
        Set<String> list = read(folder.resolve(LIST));
        return !list.isEmpty() && MadeFrom.isWhole(folder, list, inputs) ? Optional.of(list.size()) : Optional.empty();
    }

    private static Set<String> read(Path list) throws IOException {
        try {
            return new TreeSet<>(Files.readAllLines(list));
        } catch (NoSuchFileException first) {
            return Set.of();
        }
    }

    /** Whether that place has been given in this run. */
    boolean has(String path) {
        return now.contains(path);
    }

    /** A file as it has to be, and since when it has been so. */
    void put(String path, byte[] content, Instant since) throws IOException {
        Path file = place(path);
        bytes += content.length;
        madeFrom.add(path, content);
        if (!Files.isRegularFile(file) || !Arrays.equals(Files.readAllBytes(file), content)) {
            Path part = prepare(path, file);
            Files.write(part, content);
            move(part, file, since);
        }
    }

    /** A copy of a file that never changes. */
    void put(String path, Path original, Instant since) throws IOException {
        Path file = place(path);
        bytes += Files.size(original);
        madeFrom.add(path, original);
        if (!Files.isRegularFile(file) || Files.mismatch(file, original) >= 0) {
            Path part = prepare(path, file);
            Files.copy(original, part, StandardCopyOption.REPLACE_EXISTING);
            move(part, file, since);
        }
    }

    private Path place(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize()) || path.isEmpty()) {
            throw new IOException("'" + path + "' is no place in a folder");
        }
        if (Files.exists(file) && !earlier.contains(path) && !now.contains(path)) {
            throw new IOException(file + " is there and was written by no export before: name an empty folder");
        }
        now.add(path);
        return file;
    }

    /** The list has it before it is there, so that a run that dies leaves nothing that is nobody's. */
    private Path prepare(String path, Path file) throws IOException {
        if (!earlier.contains(path)) {
            Files.writeString(folder.resolve(LIST), path + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file.resolveSibling(file.getFileName() + ".part");
    }

    private void move(Path part, Path file, Instant since) throws IOException {
        Files.setLastModifiedTime(part, FileTime.from(since));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        written++;
    }

    /**
     * Removes what an earlier run wrote and this one did not, and empty folders with it.
     *
     * @param inputs names all that the files are made from; empty if they are not to be taken for whole
     */
    void finish(String inputs) throws IOException {
        for (String path : earlier) {
            Path file = folder.resolve(path).normalize();
            if (!now.contains(path) && file.startsWith(folder.normalize()) && Files.deleteIfExists(file)) {
                removed++;
                deleteEmptyFolders(file);
            }
        }
        Path part = folder.resolve(LIST + ".part");
        Files.write(part, now);
        Files.move(part, folder.resolve(LIST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (!inputs.isEmpty()) {
            madeFrom.write(inputs);
        }
    }

    /** Those that a file was the last in. */
    private void deleteEmptyFolders(Path removed) throws IOException {
        for (Path parent = removed.getParent();
                parent != null && !parent.equals(folder.normalize());
                parent = parent.getParent()) {
            try (Stream<Path> files = Files.list(parent)) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }

    int count() {
        return now.size();
    }

    int written() {
        return written;
    }

    int removed() {
        return removed;
    }

    long bytes() {
        return bytes;
    }
}
