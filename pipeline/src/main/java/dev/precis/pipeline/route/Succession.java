package dev.precis.pipeline.route;

import dev.precis.pipeline.map.ContentDigest;
import dev.precis.sparql.archive.FormerNames;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
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
     * @return the properties that the two say otherwise; none if there is no kept version
     */
    SortedSet<String> of(NamedGraph graph) {
        SortedSet<String> differences = new TreeSet<>();
        archive.entry(graph.name()).filter(archive::isWhole).map(archive::read).ifPresent(before -> {
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Set<String> names = before.things();
            names.removeAll(graph.things());
            names.forEach(name -> former.add(new FormerNames.Name(name, graph.base(), now)));
            differences.addAll(ContentDigest.differences(before, graph));
        });
        return differences;
    }

    /** Keeps what was noted. */
    void write() {
        FormerNames.add(archive.store(), former);
        former.clear();
    }
}
