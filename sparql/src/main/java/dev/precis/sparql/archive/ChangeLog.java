package dev.precis.sparql.archive;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All changes that commits made, one JSON line each, appended and never rewritten. It can be read from any version on;
 * the manifest says up to which one it holds.
 */
final class ChangeLog {
    /** So many are remembered for those who follow closely. */
    private static final int MOST_REMEMBERED = 10_000;

    private final Path file;
    // where the lines of the version before the next one end, once that is known
    private long known;
    private long end;
    // the versions that this process wrote last, without a gap; guarded by this
    private final Deque<Logged> remembered = new ArrayDeque<>();
    private int rememberedChanges;

    private record Logged(ArchiveVersion version, List<Change> changes) {}

    ChangeLog(Path file) {
        this.file = file;
    }

    /**
     * Appends the changes of one version durably. What an earlier attempt at it left, whole or cut, is taken back
     * first.
     */
    void append(Collection<Change> changes, ArchiveVersion now) throws IOException {
        long version = now.number();
        if (known != version - 1 || end > file.toFile().length()) {
            forget();
            end = read(change -> {}, version - 1);
        }
        byte[] bytes = lines(changes);
        DurableFiles.continueAt(file, end, bytes);
        known = version;
        end += bytes.length;
        remember(new Logged(now, List.copyOf(changes)));
    }

    private synchronized void forget() {
        remembered.clear();
        rememberedChanges = 0;
    }

    private synchronized void remember(Logged last) {
        remembered.addLast(last);
        rememberedChanges += last.changes().size();
        while (rememberedChanges > MOST_REMEMBERED) {
            rememberedChanges -= remembered.removeFirst().changes().size();
        }
    }

    /** The lines of changes. */
    static byte[] lines(Collection<Change> changes) {
        StringBuilder lines = new StringBuilder();
        changes.forEach(change -> lines.append(line(change)));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The last change of each graph after a version, in the order of the graphs' names.
     *
     * @param since the version that is known
     * @param until the version of the archive
     * @return nothing if that version is none of this history, or the log does not reach back that far
     */
    Optional<List<Change>> between(ArchiveVersion since, ArchiveVersion until) throws IOException {
        Optional<List<Change>> recent = remembered(since, until);
        return recent.isPresent() ? recent : read(since, until);
    }

    private synchronized Optional<List<Change>> remembered(ArchiveVersion since, ArchiveVersion until) {
        Set<ArchiveVersion> versions = new HashSet<>();
        SortedMap<String, Change> last = new TreeMap<>();
        for (Logged logged : remembered) {
            versions.add(logged.version());
            if (logged.version().number() > since.number() && logged.version().number() <= until.number()) {
                logged.changes().forEach(change -> last.put(change.graph(), change));
            }
        }
        boolean whole = versions.contains(since)
                && versions.contains(until)
                && since.number() <= until.number()
                && end <= file.toFile().length();
        return whole ? Optional.of(List.copyOf(last.values())) : Optional.empty();
    }

    private Optional<List<Change>> read(ArchiveVersion since, ArchiveVersion until) throws IOException {
        SortedMap<String, Change> last = new TreeMap<>();
        Set<ArchiveVersion> versions = new HashSet<>();
        versions.add(ArchiveVersion.FIRST);
        read(
                change -> {
                    versions.add(new ArchiveVersion(change.version(), change.instant()));
                    if (change.version() > since.number()) {
                        last.put(change.graph(), change);
                    }
                },
                until.number());
        long after = versions.stream()
                .filter(version -> version.number() > since.number())
                .count();
        boolean whole = versions.contains(since) && after == until.number() - since.number();
        return whole ? Optional.of(List.copyOf(last.values())) : Optional.empty();
    }

    /** Copies what there is up to a version. */
    byte[] until(long version) throws IOException {
        StringBuilder lines = new StringBuilder();
        read(change -> lines.append(line(change)), version);
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Reads up to a version, or to what is no line of this log; gives the position behind the last line read. */
    private long read(Consumer<Change> sink, long until) throws IOException {
        long position = 0;
        // a stream and not a channel: for an interrupted thread, every file would look cut
        try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16)) {
            for (byte[] line = DurableFiles.line(in); line.length > 0; line = DurableFiles.line(in)) {
                Optional<Change> change = change(line);
                if (change.isEmpty() || change.get().version() > until) {
                    return position;
                }
                sink.accept(change.get());
                position += line.length;
            }
            return position;
        } catch (FileNotFoundException none) {
            return 0;
        }
    }

    private static String line(Change change) {
        return DigestedLines.line(DigestedLines.JSON
                .createObjectNode()
                .put("version", change.version())
                .put("instant", change.instant().toString())
                .put("graph", change.graph())
                .put("base", change.base())
                .put("change", change.kind().name().toLowerCase(Locale.ROOT)));
    }

    private static Optional<Change> change(byte[] line) {
        try {
            JsonNode json = DigestedLines.JSON.readTree(line);
            return Optional.of(new Change(
                    json.required("version").asLong(),
                    Instant.parse(json.required("instant").asText()),
                    json.required("graph").asText(),
                    json.required("base").asText(),
                    Change.Kind.valueOf(json.required("change").asText().toUpperCase(Locale.ROOT))));
        } catch (IOException | RuntimeException cut) {
            return Optional.empty();
        }
    }
}
