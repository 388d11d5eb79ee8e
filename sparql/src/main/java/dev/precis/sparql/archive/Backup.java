package dev.precis.sparql.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A copy of what a store cannot make anew: one state of all graphs, each checked against its digest, their register and
 * history, the pages that they were read from, and the settings that they were read by. The store may be written to
 * meanwhile. The copy is a store; its index is built when it is opened. An earlier copy is replaced at once and only by
 * a whole one (ADR 32).
 */
public final class Backup {
    /** Where the settings are in a copy. */
    public static final String SETTINGS = "sources";

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);
    /** What is left of an earlier copy must be at least one part in so many. */
    private static final int LEAST_PART = 2;

    /** What was taken out, and what was learned of sources. */
    private static final List<String> BESIDE =
            List.of(ArchiveFolder.REMOVED, "layouts", "absences", "runs", "registry");

    /** What was fetched last from each address, every capture that was read, what was withheld, and former names. */
    private static final List<String> FILES =
            List.of("captures.json", "captures.jsonl", "quarantine.jsonl", FormerNames.FILE);

    private final Path store;
    private final ArchiveFolder folder;
    private final Map<String, Path> settings;
    private final boolean force;

    private Backup(Path store, Map<String, Path> settings, boolean force) {
        this.store = store;
        this.folder = new ArchiveFolder(store);
        this.settings = Map.copyOf(settings);
        this.force = force;
    }

    /**
     * What was done.
     *
     * @param graphs in the copy
     * @param copied files that the target had not, or had otherwise
     * @param damaged what of the store is not as it should be, one sentence each; where the copy has it, it is whole
     */
    public record Result(int graphs, int copied, List<String> damaged) {
        public Result {
            damaged = List.copyOf(damaged);
        }
    }

    /**
     * Of that store, which may be in use.
     *
     * @throws StoreRefusedException if that folder is no store
     */
    public static Backup of(Path store) {
        StoreFormat.check(store);
        return new Backup(store, Map.of(), false);
    }

    /** The same, and with settings: each file by its path among the settings of the copy. */
    public Backup with(Map<String, Path> files) {
        return new Backup(store, files, force);
    }

    /** The same, also if little is left of an earlier copy, or it is one of something else. */
    public Backup forced(boolean yes) {
        return new Backup(store, settings, yes);
    }

    /**
     * Copies.
     *
     * @param target a folder that is not there, is empty, or holds an earlier copy, which this brings up to date
     * @throws StoreRefusedException if the target holds something else, or is an earlier copy of which too little would
     *     be left
     * @throws UncheckedIOException if the target cannot be written, or the file of a graph is damaged; an earlier copy
     *     is as it was
     */
    public Result into(Path target) {
        try {
            if (isInside(target)) {
                throw new StoreRefusedException(target, "lies in the store itself: name a folder elsewhere");
            }
            StoreFormat.checkWritable(target);
            try (StoreLock lock = StoreLock.take(target)) {
                ArchiveFolder earlier = new ArchiveFolder(target);
                return copy(target, earlier, earlier.recover());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot back up " + store + ": " + e.getMessage(), e);
        }
    }

    private boolean isInside(Path target) throws IOException {
        Path whole = target.toAbsolutePath().normalize();
        return whole.startsWith(store.toAbsolutePath().normalize())
                || Files.exists(whole) && whole.toRealPath().startsWith(store.toRealPath());
    }

    private Result copy(Path target, ArchiveFolder earlier, Manifest before) throws IOException {
        for (int attempt = 1; ; attempt++) {
            Manifest state = folder.peek();
            StagedCopy copy = new StagedCopy(target, earlier);
            try {
                check(target, before, state);
                return copy(target, copy, earlier, before, state);
            } catch (IOException | StoreRefusedException e) {
                // a writer was faster than this, so that there is a newer state to copy; or that is what is wrong
                if (attempt == ATTEMPTS || folder.peek().equals(state)) {
                    throw e;
                }
                pause();
            } finally {
                copy.drop();
            }
        }
    }

    /** That what is there is an earlier state of the same store, of which at least half stays. */
    private void check(Path target, Manifest before, Manifest state) throws IOException {
        if (force || before.rows().isEmpty()) {
            return;
        }
        boolean same = before.version().equals(state.version())
                || folder.log()
                        .between(before.version(), folder.manifest().version())
                        .isPresent();
        if (!same) {
            throw new StoreRefusedException(
                    target,
                    "holds a copy of another store, or of a later state of this one, and stays as it is: name another"
                            + " folder, or say --force to replace it");
        }
        checkSize(target, before, state, row -> true, "graphs");
        checkSize(target, before, state, ArchiveEntry::isRead, "summaries");
    }

    private static void checkSize(
            Path target, Manifest before, Manifest state, Predicate<ArchiveEntry> counted, String what) {
        long then = before.rows().values().stream().filter(counted).count();
        long now = state.rows().values().stream().filter(counted).count();
        if (LEAST_PART * now < then) {
            throw new StoreRefusedException(
                    target,
                    "has " + then + " " + what + ", of which the store has " + now
                            + " left, and stays as it is: look what became of them, or say --force to replace it");
        }
    }

    private Result copy(Path target, StagedCopy copy, ArchiveFolder earlier, Manifest before, Manifest state)
            throws IOException {
        List<String> damaged = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        for (ArchiveEntry row : state.rows().values()) {
            boolean kept = earlier.defect(row, false).isEmpty();
            try {
                byte[] bytes = folder.readAnyhow(row);
                if (!kept) {
                    copy.graph(row, bytes);
                }
            } catch (IOException e) {
                (kept ? damaged : lost).add(ArchiveFolder.GRAPHS + "/" + row.file() + ": " + e.getMessage());
            }
        }
        if (!lost.isEmpty()) {
            throw new IOException(String.join("; ", lost)
                    + "; no copy has it: ingest its source again (an earlier backup stays as it was)");
        }
        pages(target, copy, state, damaged);
        pictures(target, copy, damaged);
        SortedSet<String> kept = others(target, copy, state);
        int copied = copy.size();
        copy.carryOut(before, state);
        copy.clear(state, SETTINGS, kept);
        return new Result(state.rows().size(), copied, damaged);
    }

    /** All pages, also those that no graph was read from: what is read anew is read from them. */
    private void pages(Path target, StagedCopy copy, Manifest state, List<String> damaged) throws IOException {
        Snapshots pages = Snapshots.ofPages(store);
        Snapshots copies = Snapshots.ofPages(target);
        Set<String> anchors = state.rows().values().stream()
                .map(ArchiveEntry::snapshot)
                .filter(digest -> !digest.isEmpty())
                .collect(Collectors.toSet());
        SortedSet<String> all = pages.all();
        all.addAll(anchors);
        for (String digest : all) {
            Optional<String> defect = anchors.contains(digest) ? pages.defect(digest) : pages.damage(digest);
            defect.ifPresent(what -> damaged.add("snapshots/" + digest.substring(0, 2) + "/" + digest + ": " + what));
            if (defect.isEmpty() || copies.damage(digest).isPresent() && pages.isWhole(digest)) {
                for (Path file : pages.files(digest)) {
                    copy.besides(store.relativize(file).toString(), Files.readAllBytes(file));
                }
            }
        }
    }

    private void pictures(Path target, StagedCopy copy, List<String> damaged) throws IOException {
        Snapshots pictures = Snapshots.ofPictures(store);
        for (String digest : pictures.all()) {
            if (pictures.isWhole(digest)) {
                for (Path file : pictures.files(digest)) {
                    copy.besides(store.relativize(file).toString(), Files.readAllBytes(file));
                }
            } else {
                damaged.add("pictures/" + digest.substring(0, 2) + "/" + digest + ": the picture is damaged");
            }
        }
    }

    /** What the copy is to have besides graphs and pages; gives the paths of the settings. */
    private SortedSet<String> others(Path target, StagedCopy copy, Manifest state) throws IOException {
        copy.besides(StoreFormat.FILE, StoreFormat.content());
        copy.besides(ArchiveFolder.REGISTER, folder.peekRegister().write());
        copy.besides(ArchiveFolder.CHANGES, folder.peekLog(state));
        Map<String, Path> others = new HashMap<>();
        SortedSet<String> kept = new TreeSet<>();
        settings.forEach((path, file) -> {
            others.put(SETTINGS + "/" + path, file);
            kept.add(SETTINGS + "/" + path);
        });
        Optional<String> lost = force ? Optional.empty() : copy.lostSource(SETTINGS, kept);
        if (lost.isPresent()) {
            throw new StoreRefusedException(
                    target,
                    "has settings of the source " + lost.get() + ", which are to be had no longer, and stays as it is:"
                            + " name their folder with --sources, or say --force to replace it");
        }
        FILES.stream()
                .filter(file -> Files.isRegularFile(store.resolve(file)))
                .forEach(file -> others.put(file, store.resolve(file)));
        for (String folderOfOthers : BESIDE) {
            for (Path file : DurableFiles.files(store.resolve(folderOfOthers))) {
                others.put(store.relativize(file).toString().replace('\\', '/'), file);
            }
        }
        for (Map.Entry<String, Path> other : others.entrySet()) {
            copy.besides(other.getKey(), Files.readAllBytes(other.getValue()));
        }
        return kept;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
