package dev.precis.pipeline.route;

import dev.precis.pipeline.map.ContentDigest;
import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.FormerNames;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What becomes of the versions of graphs that others take the place of. */
final class Succession {
    private final GraphArchive archive;
    private final List<FormerNames.Name> former = new ArrayList<>();

    Succession(GraphArchive archive) {
        this.archive = archive;
    }

    /**
     * Notes which names the kept version of a graph has that another has not.
     *
     * @param content digest of what the other says
     */
    Difference of(NamedGraph graph, String content) {
        Optional<ArchiveEntry> row = archive.entry(graph.name());
        Optional<NamedGraph> kept = row.filter(archive::isWhole).map(archive::read);
        SortedSet<String> differences = new TreeSet<>();
        kept.ifPresent(before -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Set<String> names = before.things();
            names.removeAll(graph.things());
            names.forEach(name -> former.add(new FormerNames.Name(name, graph.base(), now)));
            differences.addAll(ContentDigest.differences(before, graph));
        });
        String said = row.map(ArchiveEntry::content)
                .filter(earlier -> !earlier.equals(content))
                .filter(earlier ->
                        kept.map(ContentDigest::of).filter(content::equals).isPresent())
                .orElse(content);
        return new Difference(differences, said, kept.isPresent() && differences.isEmpty());
    }

    /**
     * How a graph is not what is kept.
     *
     * @param properties those that the two say otherwise; none if nothing is kept
     * @param content digest of what it says: the one that is kept where both say the same, since an earlier version of
     *     the software may have made that of other statements
     * @param alike whether the two say the same, and differ at most in where it comes from
     */
    record Difference(SortedSet<String> properties, String content, boolean alike) {}

    /** Keeps what was noted. */
    void write() {
        FormerNames.add(archive.store(), former);
        former.clear();
    }
}
