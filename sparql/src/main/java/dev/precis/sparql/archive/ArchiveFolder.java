package dev.precis.sparql.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The files of an archive and the order in which a commit changes them. Each batch lays its files down in a folder of
 * its own ({@link #open}, {@link #stage}); what a commit will make of the store is said beside the old state
 * ({@link #announce}); from then on it is carried out ({@link #carryOut}), if need be by the next process that opens
 * the store. Wherever a process dies, the batch is in or it is not.
 */
final class ArchiveFolder {
    static final String GRAPHS = "graphs";
    static final String STAGED = "staged";
    static final String MANIFEST = "manifest.jsonl";
    static final String NEXT_MANIFEST = next(MANIFEST);
    static final String REGISTER = "register.jsonl";
    static final String REMOVED = "removed";
    static final String CHANGES = "changes.jsonl";

    /** The batch that is a whole other state of a store, its log included. */
    static final String COPY = "copy";
    /** In the folder of a batch: what comes with it besides graphs, each file where it is to be in the store. */
    static final String BESIDES = "besides";

    private final Path store;
    private final Path graphs;
    private final Path staged;
    private final Path removed;
    private final AtomicInteger batches = new AtomicInteger();
    private final ChangeLog log;
    private final StateFile manifest;
    private final StateFile register;

    ArchiveFolder(Path store) {
        this.store = store;
        this.graphs = store.resolve(GRAPHS);
        this.staged = store.resolve(STAGED);
        this.removed = store.resolve(REMOVED);
        this.log = new ChangeLog(store.resolve(CHANGES));
        this.manifest = new StateFile(store.resolve(MANIFEST), store.resolve(NEXT_MANIFEST), Manifest.FORMAT);
        this.register = new StateFile(store.resolve(REGISTER), store.resolve(next(REGISTER)), Register.FORMAT);
    }

    /** The state that holds, after what an earlier process announced is carried out and what it only staged is gone. */
    Manifest recover() throws IOException {
        if (isAnnounced()) {
            carryOut(manifest(), peek());
        }
        register.forget();
        DurableFiles.deleteTree(staged);
        Files.createDirectories(graphs);
        return manifest();
    }

    /** The state that holds or is about to, for a process that only reads and must not carry out anything. */
    Manifest peek() {
        return Manifest.of(manifest.announced(), store.resolve(MANIFEST));
    }

    /** What is carried out: the state before the one that {@link #peek} tells, if something is announced. */
    Manifest manifest() {
        return Manifest.of(manifest.blocks(isAnnounced()), store.resolve(MANIFEST));
    }

    /** What was ever kept. */
    Register register() {
        return Register.of(register.blocks(isAnnounced()), store.resolve(REGISTER));
    }

    /** The same for a process that only reads: as it will be when what is announced is carried out. */
    Register peekRegister() {
        return isAnnounced() ? Register.of(register.announced(), store.resolve(REGISTER)) : register();
    }

    /** The log of changes up to a state, which may be announced only. */
    byte[] peekLog(Manifest state) throws IOException {
        Manifest before = manifest();
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        lines.writeBytes(log.until(before.version().number()));
        if (!before.version().equals(state.version())) {
            lines.writeBytes(ChangeLog.lines(state.changesSince(before)));
        }
        return lines.toByteArray();
    }

    /** The log of changes. */
    ChangeLog log() {
        return log;
    }

    /** The name of a new folder for the files of a batch. */
    String open() throws IOException {
        String batch = Integer.toString(batches.incrementAndGet());
        Files.createDirectories(staged.resolve(batch));
        return batch;
    }

    /** Lays a new file of a batch down, outside the archive. */
    void stage(String batch, String sha256, byte[] bytes) throws IOException {
        DurableFiles.write(staged.resolve(batch).resolve(sha256), bytes, false);
    }

    /** Takes a file of a batch back, if there is one. */
    void unstage(String batch, String sha256) throws IOException {
        Files.deleteIfExists(staged.resolve(batch).resolve(sha256));
    }

    /** Whether no file of a batch was laid down. */
    boolean isEmpty(String batch) throws IOException {
        return DurableFiles.files(staged.resolve(batch)).isEmpty();
    }

    /** Forgets a batch. */
    void drop(String batch) {
        DurableFiles.deleteTree(staged.resolve(batch));
    }

    /**
     * Forces the staged files of a batch to the disk, then says what is to be: this is the point of no return. What is
     * there is continued, if not too much was appended to it.
     *
     * @param next names the batch
     */
    void announce(Manifest before, Manifest next, Register known, Optional<Register> added) throws IOException {
        force(next.staged());
        if (added.isPresent()) {
            Register now = added.get();
            register.announce(at -> now.write(known, at), now::write);
        }
        manifest.announce(at -> next.write(before, at), next::write);
    }

    /** The same of a whole other state. */
    void announce(Manifest next) throws IOException {
        force(next.staged());
        manifest.announce(next.write());
    }

    private void force(String batch) throws IOException {
        List<Path> files = DurableFiles.files(staged.resolve(batch));
        for (Path file : files) {
            DurableFiles.sync(file);
        }
        DurableFiles.syncFolders(store, files);
        register.forget(); // that of a batch which could not be announced
    }

    /** Writes what a new store begins with. */
    void write(Register register) {
        DurableFiles.write(store.resolve(REGISTER), register.write());
    }

    /** Whether something is announced that is not carried out. */
    boolean isAnnounced() {
        return manifest.isAnnounced();
    }

    /** Moves the staged files to their places, logs what changed, then brings register and manifest up to date. */
    void carryOut(Manifest before, Manifest next) throws IOException {
        Path batch = staged.resolve(next.staged());
        List<Path> files = DurableFiles.files(batch);
        Map<String, ArchiveEntry> byDigest = next.named(files);
        List<Path> moved = new ArrayList<>();
        Path besides = batch.resolve(BESIDES);
        for (Path file : files) {
            ArchiveEntry row = byDigest.get(file.getFileName().toString());
            if (file.startsWith(besides)) {
                moved.add(DurableFiles.place(
                        file, store.resolve(besides.relativize(file).toString())));
            } else if (row != null) {
                moved.add(DurableFiles.place(file, graphs.resolve(row.file())));
            }
        }
        // what is taken out may be wanted again
        for (ArchiveEntry row : next.removedSince(before)) {
            if (Files.exists(file(row))) {
                moved.add(DurableFiles.place(file(row), removed.resolve(row.file())));
            }
        }
        DurableFiles.syncFolders(store, moved);
        if (!next.version().equals(before.version()) && !next.staged().equals(COPY)) {
            log.append(next.changesSince(before), next.version());
        }
        register.carryOut();
        manifest.carryOut();
        DurableFiles.syncFolder(store);
        DurableFiles.deleteTree(batch);
    }

    /** Writes manifest and register as one sorted line a name, where commits were appended to them. */
    void tidy(Manifest whole, Register all) throws IOException {
        manifest.tidy(whole::write);
        register.tidy(all::write);
    }

    /** The file of a graph that was taken out, if it is there. */
    Optional<Path> removed(String graph) {
        return Stream.of(GraphFile.of(graph), GraphFile.besides(graph))
                .map(removed::resolve)
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The bytes of a graph, which are what its row says or an exception. */
    byte[] read(ArchiveEntry row) throws IOException {
        return read(graphs.resolve(row.file()), row);
    }

    /** The same for a process that only reads, and may come between announcing and carrying out. */
    byte[] readAnyhow(ArchiveEntry row) throws IOException {
        try {
            return read(row);
        } catch (IOException notYet) {
            Path file = staged.resolve(peek().staged()).resolve(row.sha256());
            if (!Files.exists(file)) {
                throw notYet; // it will never be: that is what is wrong
            }
            return read(file, row);
        }
    }

    /** Where the file of a graph is. */
    Path file(ArchiveEntry row) {
        return graphs.resolve(row.file());
    }

    /**
     * What is wrong with the file of a graph, if it is not what its row says.
     *
     * @param anyhow whether it may still be among the staged files
     */
    Optional<String> defect(ArchiveEntry row, boolean anyhow) {
        try {
            if (anyhow) {
                readAnyhow(row);
            } else {
                read(row);
            }
            return Optional.empty();
        } catch (IOException damaged) {
            return Optional.of(String.valueOf(damaged.getMessage()));
        }
    }

    /** Removes a file of a graph. */
    void delete(String file) throws IOException {
        Files.deleteIfExists(graphs.resolve(file));
    }

    /** Every file there is, whether or not the manifest knows it. */
    List<String> list() throws IOException {
        return DurableFiles.files(graphs).stream()
                .map(path -> graphs.relativize(path).toString().replace('\\', '/'))
                .sorted()
                .toList();
    }

    private static String next(String file) {
        return file.replace(".jsonl", ".next.jsonl");
    }

    private static byte[] read(Path file, ArchiveEntry row) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("the file is missing");
        }
        byte[] bytes = DurableFiles.bytes(file);
        if (!Sha256.of(bytes).equals(row.sha256())) {
            throw new IOException("the file is damaged: its SHA-256 is not " + row.sha256());
        }
        return bytes;
    }
}
