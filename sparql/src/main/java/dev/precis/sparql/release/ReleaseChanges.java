package dev.precis.sparql.release;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.BaseSwap;
import dev.precis.sparql.archive.Change;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of each graph between two releases, as the archive's own list of changes has it. */
final class ReleaseChanges {
    /** The columns of the table. */
    static final List<String> COLUMNS = List.of("graph", "change", "instant");

    private ReleaseChanges() {}

    /**
     * A row for each graph that changed, in the order of their names.
     *
     * @param since the version of the archive that was released before
     * @return nothing if the archive no longer knows, as one that was restored from a backup of before
     */
    static Optional<List<List<String>>> since(ArchiveVersion since, GraphArchive archive, BaseSwap swap) {
        return archive.since(since, archive.version()).map(changes -> {
            List<List<String>> rows = new ArrayList<>();
            for (Change change : changes) {
                kind(change, since.committed(), archive)
                        .ifPresent(kind -> rows.add(List.of(
                                swap.apply(change.graph(), change.base()),
                                kind,
                                change.instant().toString())));
            }
            return List.copyOf(rows);
        });
    }

    /**
     * {@code added}, {@code changed}, {@code removed}; {@code provenance} where a graph says the same as before and was
     * made anew; nothing of what came and went in between.
     */
    private static Optional<String> kind(Change change, Instant since, GraphArchive archive) {
        boolean later = archive.registration(change.graph())
                .map(Registration::first)
                .filter(first -> first.isAfter(since))
                .isPresent();
        if (change.kind() == Change.Kind.REMOVED) {
            return later ? Optional.empty() : Optional.of("removed");
        }
        if (later) {
            return Optional.of("added");
        }
        return Optional.of(
                archive.entry(change.graph())
                                .filter(ArchiveEntry::isRead)
                                .map(ArchiveEntry::modified)
                                .filter(modified -> !modified.isAfter(since))
                                .isPresent()
                        ? "provenance"
                        : "changed");
    }
}
