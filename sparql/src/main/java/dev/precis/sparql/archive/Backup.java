package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A copy of the canonical files of a store: one state of all graphs, each checked against its digest, and the pages
 * that they were read from. The store may be written to meanwhile. The copy is a store; its index is built when it is
 * opened.
 */
public final class Backup {
    private static final int ATTEMPTS = 20;

    private final Path store;
    private final ArchiveFolder folder;
    private int copied;

    private Backup(Path store) {
        this.store = store;
        this.folder = new ArchiveFolder(store);
    }

    /**
     * What was done.
     *
     * @param graphs in the copy
     * @param copied files that the target had not
     */
    public record Result(int graphs, int copied) {}

    /** Of that store, which may be in use. */
    public static Backup of(Path store) {
        return new Backup(store);
    }

    /**
     * Copies.
     *
     * @param target a folder that is not there, is empty, or holds an earlier backup, which this brings up to date
     * @throws UncheckedIOException if the target is something else or cannot be written, or a file is damaged
     */
    public Result into(Path target) {
        try {
            check(target);
            for (int attempt = 1; ; attempt++) {
                Manifest state = folder.peek();
                try {
                    copy(state, target);
                    return new Result(state.rows().size(), copied);
                } catch (IOException changed) {
                    // a writer was faster than this, so that there is a newer state to copy; or a file is damaged
                    if (attempt == ATTEMPTS || folder.peek().equals(state)) {
                        throw changed;
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot back up " + store + ": " + e.getMessage(), e);
        }
    }

    private static void check(Path target) throws IOException {
        if (Files.isDirectory(target) && !Files.exists(target.resolve(ArchiveFolder.MANIFEST))) {
            try (Stream<Path> files = Files.list(target)) {
                if (files.findFirst().isPresent()) {
                    throw new IOException(target + " holds something that is no backup");
                }
            }
        }
    }

    private byte[] read(ArchiveEntry row) throws IOException {
        try {
            return folder.readAnyhow(row);
        } catch (IOException e) {
            throw new IOException(row.file() + ": " + e.getMessage(), e);
        }
    }

    private void copy(Manifest state, Path target) throws IOException {
        ArchiveFolder copy = new ArchiveFolder(target);
        Snapshots pages = new Snapshots(store);
        Set<String> kept = new HashSet<>();
        for (ArchiveEntry row : state.rows().values()) {
            kept.add(row.file());
            if (copy.defect(row).isPresent()) {
                DurableFiles.write(copy.file(row), read(row));
                copied++;
            }
            if (!row.snapshot().isEmpty()) {
                copied += pages.copy(row.snapshot(), new Snapshots(target));
            }
        }
        // the manifest last: until then the earlier backup holds, as far as its files do
        DurableFiles.write(
                target.resolve(ArchiveFolder.REGISTER), folder.register().write());
        DurableFiles.write(
                target.resolve(ArchiveFolder.CHANGES),
                folder.log().until(state.version().number()));
        DurableFiles.write(target.resolve(ArchiveFolder.MANIFEST), state.write());
        for (String file : copy.list()) {
            if (!kept.contains(file)) {
                copy.delete(file);
            }
        }
    }
}
