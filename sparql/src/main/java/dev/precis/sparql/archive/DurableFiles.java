package dev.precis.sparql.archive;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Files that are there whole or not at all, and still there after the power failed. */
public final class DurableFiles {
    /** What the names of files end in that are being written. */
    private static final String NEW = ".new";

    private DurableFiles() {}

    /** Replaces a file at once: written beside it, forced to disk, renamed. */
    public static void write(Path target, byte[] bytes) {
        Path beside = target.resolveSibling(target.getFileName() + NEW);
        try {
            Path folder = createParent(target);
            write(beside, bytes, true);
            move(beside, target);
            syncFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + target, e);
        }
    }

    /** The name of a file, by its own or by that which it has while it is being written. */
    static String meant(String name) {
        return name.endsWith(NEW) ? name.substring(0, name.length() - NEW.length()) : name;
    }

    /** Adds lines at the end of a file, durably; after half a line of a process that died they begin a new one. */
    static void append(Path target, String lines) throws IOException {
        boolean open = Files.exists(target);
        try (FileOutputStream out = new FileOutputStream(target.toFile(), true)) {
            out.write(((open ? "\n" : "") + lines).getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
        if (!open) {
            syncFolder(createParent(target));
        }
    }

    /**
     * Goes on with a file from a place in it, durably: what stands behind that place, such as what a process left that
     * died, is cut off first, so that this can be done again.
     *
     * @param from in bytes
     */
    public static void continueAt(Path target, long from, byte[] bytes) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(target.toFile(), "rw")) {
            out.setLength(from);
            out.seek(from);
            out.write(bytes);
            out.getFD().sync();
        }
    }

    /**
     * All of a file.
     *
     * @throws FileNotFoundException if there is none
     */
    static byte[] bytes(Path file) throws IOException {
        // a stream and not a channel: for an interrupted thread, every file would look damaged
        try (InputStream in = new FileInputStream(file.toFile())) {
            return in.readAllBytes();
        }
    }

    /** The next line with its line feed; nothing at the end, and where the last line has none. */
    static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.write(next);
            if (next == '\n') {
                return line.toByteArray();
            }
        }
        return new byte[0];
    }

    /** The lines of a file, none if there is no such file; bytes that are no text spoil their own line only. */
    public static List<String> lines(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Creates the folder of a file, if need be. */
    static Path createParent(Path file) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file has a folder");
        return Files.createDirectories(folder);
    }

    /** Writes a file plainly; with {@code sync} it is on the disk afterwards. */
    public static void write(Path target, byte[] bytes, boolean sync) throws IOException {
        // a stream and not a channel: an interrupt of the thread would close a channel in the middle
        try (FileOutputStream out = new FileOutputStream(target.toFile())) {
            out.write(bytes);
            if (sync) {
                out.getFD().sync();
            }
        }
    }

    /** Forces a file that was written before to the disk. */
    static void sync(Path file) throws IOException {
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.getFD().sync();
        }
    }

    /** Renames over what may be there. */
    static void move(Path source, Path target) throws IOException {
        Files.move(source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Renames to a place whose folder may not be there yet; gives that place. */
    static Path place(Path source, Path target) throws IOException {
        createParent(target);
        move(source, target);
        return target;
    }

    /** Forces a folder's list of names to the disk: a rename is durable only then. */
    public static void syncFolder(Path folder) throws IOException {
        if (File.separatorChar == '\\') {
            return; // Windows cannot open a folder
        }
        boolean interrupted = Thread.interrupted(); // a channel refuses to work for an interrupted thread
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Forces the lists of names of all folders on the way from a root to files: a new folder is durable when that of
     * its parent is forced, too. The deepest come first.
     */
    static void syncFolders(Path root, List<Path> files) throws IOException {
        TreeSet<Path> folders = new TreeSet<>(Comparator.reverseOrder());
        for (Path file : files) {
            Path relative = root.relativize(file);
            for (int depth = 1; depth < relative.getNameCount(); depth++) {
                folders.add(root.resolve(relative.subpath(0, depth)));
            }
        }
        folders.add(root);
        for (Path folder : folders) {
            syncFolder(folder);
        }
    }

    /** All files in a folder and those under it; none if it is not there. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> !Files.isDirectory(path)).toList();
        }
    }

    /** Copies all files of a folder and of those under it, plainly. */
    public static void copyTree(Path source, Path target) throws IOException {
        for (Path file : files(source)) {
            Path copy = target.resolve(source.relativize(file).toString());
            createParent(copy);
            try (InputStream in = Files.newInputStream(file)) {
                Files.copy(in, copy); // and not the file, whose permissions would come with it
            }
        }
    }

    /** Deletes a folder with all it holds, if it is there. */
    public static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
