package dev.precis.sparql.site;

import static dev.precis.sparql.archive.Graphs.BASE;

import dev.precis.sparql.archive.ArchiveBatch;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Origin;
import dev.precis.sparql.archive.Sha256;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.face.Faces;
import dev.precis.sparql.guard.schedule.Conditions;
import dev.precis.sparql.index.Derivation;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.release.Releases;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** An archive with a blog, its index and the site over both, as a server has them. */
public final class ServedArchive implements AutoCloseable {
    private final GraphArchive archive;
    private final GraphStore store;
    private final Site site;

    public ServedArchive(Path folder) {
        this(folder, Derivation.NONE, Feeds.Hub.NONE);
    }

    /** @param derivation what is in the index besides */
    public ServedArchive(Path folder, Derivation derivation) {
        this(folder, derivation, Feeds.Hub.NONE);
    }

    ServedArchive(Path folder, Feeds.Hub hub) {
        this(folder, Derivation.NONE, hub);
    }

    private ServedArchive(Path folder, Derivation derivation, Feeds.Hub hub) {
        archive = GraphArchive.open(folder);
        Graphs.keep(archive, Graphs.graph(BASE + "blog", BASE, """
            @base <http://localhost:3030/> .
            @prefix schema: <http://schema.org/> .
            <blog> a schema:Blog ; schema:name "A Blog"@en ; schema:inLanguage "en" .
            """));
        store = GraphStore.open(archive, "", "1", derivation);
        site = new SiteComposition(
                        store.dataset(),
                        store::version,
                        BASE,
                        none -> Optional.empty(),
                        none -> Optional.empty(),
                        store::changed,
                        Conditions.standard(),
                        new Departures(archive, ""),
                        store::changedSince,
                        "",
                        Releases.none(),
                        hub,
                        Faces.NONE)
                .site();
    }

    public Site site() {
        return site;
    }

    /** Publishes summaries as if they had been read from pages: so it is known when each was modified. */
    public void keep(Collection<NamedGraph> graphs) {
        try (ArchiveBatch batch = archive.batch()) {
            graphs.forEach(graph -> batch.put(
                    graph, new Origin("", Sha256.of(graph.graph().toString()), Sha256.of(graph.name()), List.of())));
            batch.commit();
        }
        store.follow();
    }

    /** Publishes {@link #summary} of these numbers. */
    public void keep(int from, int to) {
        keep(IntStream.range(from, to).mapToObj(ServedArchive::summary).toList());
    }

    /** A summary like any other. */
    public static NamedGraph summary(int number) {
        return Graphs.summary("summary/2020-09/s" + number, "Summary " + number);
    }

    /** Takes summaries back. */
    public void remove(NamedGraph... graphs) {
        Graphs.remove(archive, graphs);
        store.follow();
    }

    @Override
    public void close() {
        store.close();
        archive.close();
    }
}
