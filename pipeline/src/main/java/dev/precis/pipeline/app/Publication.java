package dev.precis.pipeline.app;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.DropRoutes;
import dev.precis.pipeline.route.DropRoutes.Outcome;
import dev.precis.pipeline.route.DropWatch;
import dev.precis.pipeline.route.Quarantine;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.endpoint.SparqlServer;
import dev.precis.sparql.page.Review;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.store.GraphArchive;
import dev.precis.sparql.store.GraphStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.Collectors;

/** A store on the web: the server and the watched folder over one archive and its index. */
final class Publication implements AutoCloseable {
    private static final Duration QUERY_TIMEOUT = Duration.ofSeconds(30);

    private final GraphArchive archive;
    private final GraphStore index;
    private final SparqlServer server;
    private final DropWatch watch;
    private final SourceProfile dropSource;
    private final PrintWriter log;

    /**
     * Opens the index, starts the server and the watch.
     *
     * @param archive stays the caller's to close
     * @param base to publish under
     * @param loopback whether only this machine is answered
     * @param drop the folder to watch
     * @param dropSource the source of what is dropped
     * @param log told of every dropped file
     */
    Publication(
            GraphArchive archive,
            String base,
            int port,
            boolean loopback,
            Path drop,
            SourceProfile dropSource,
            PrintWriter log) {
        this.archive = archive;
        this.dropSource = dropSource;
        this.log = log;
        create(drop);
        this.index = GraphStore.open(archive, base, Version.number(), Wiring.derivation());
        Quarantine quarantine = new Quarantine(archive.store());
        Site site = new Site(
                index.dataset(),
                () -> index.version() + quarantine.version(),
                base,
                archive.snapshots()::text,
                () -> quarantine.kept().stream()
                        .map(notice -> new Review.Refusal(notice.where(), notice.message()))
                        .toList(),
                InstantSource.system());
        this.server = new SparqlServer(index.dataset(), site, port, loopback, QUERY_TIMEOUT).start();
        // the first drop would wait for all the words and rules to be loaded, and is promised within two seconds
        Thread.ofVirtual().name("warm-up").start(() -> Wiring.stages(dropSource));
        this.watch = new DropWatch(new DropRoutes(drop, this::publish));
    }

    int port() {
        return server.port();
    }

    private Outcome publish(Path file) {
        Tally tally = new Reading(archive, false, new Progress(log, false)).read(Inputs.one(dropSource, file));
        index.follow();
        if (tally.refused().isEmpty() && tally.summaries() > 0) {
            log.println("published " + file.getFileName() + ": " + tally);
            return Outcome.PUBLISHED;
        }
        String reasons = tally.refused().isEmpty()
                ? file.getFileName() + ": there is no summary in it"
                : tally.refused().stream().map(Notice::toString).collect(Collectors.joining("\n"));
        report(file, reasons);
        log.println("rejected " + file.getFileName() + ": " + reasons);
        return Outcome.REJECTED;
    }

    private static void create(Path drop) {
        try {
            Files.createDirectories(drop);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + drop, e);
        }
    }

    private static void report(Path file, String reasons) {
        Path folder = file.resolveSibling(Outcome.REJECTED.folder());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file.getFileName() + ".report.txt"), reasons + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the report of " + file, e);
        }
    }

    @Override
    public void close() {
        watch.close();
        server.stop();
        index.close();
    }
}
