package dev.precis.pipeline.app.serve;

import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.route.DropRoutes;
import dev.precis.pipeline.route.DropRoutes.Outcome;
import dev.precis.pipeline.route.DropWatch;
import dev.precis.pipeline.route.Quarantine;
import dev.precis.pipeline.route.Tally;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.endpoint.ServerSettings;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.endpoint.SparqlServer;
import dev.precis.sparql.endpoint.StartingServer;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.page.Review;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A store on the web: the server and the watched folder over one archive and its index. */
public final class Publication implements AutoCloseable {
    private final GraphArchive archive;
    private final Stores.Keeper keeper;
    private final GraphStore index;
    private final SparqlServer server;
    private final Observation observation;
    private final Optional<StoreRequests> requests;
    private final Optional<DropWatch> watch;
    private final Optional<Path> temporary;
    private final SourceProfile dropSource;
    private final PrintWriter log;

    /**
     * What is published, and how.
     *
     * @param base to publish under
     * @param drop the folder to watch
     * @param dropSource the source of what is dropped
     */
    public record Plan(String base, ServerSettings server, Path drop, SourceProfile dropSource) {}

    /**
     * Opens the index, starts the server and the watch.
     *
     * @param archive stays the caller's to close
     * @param log told of every dropped file
     * @param keeper runs what commands ask for
     */
    public Publication(
            GraphArchive archive, Plan plan, EndpointOptions options, PrintWriter log, Stores.Keeper keeper) {
        this.keeper = keeper;
        this.archive = archive;
        this.dropSource = plan.dropSource();
        this.log = log;
        boolean writable = archive.isWritable();
        if (writable) {
            create(plan.drop());
        }
        this.temporary = writable ? Optional.empty() : Optional.of(temporaryFolder());
        this.index = open(plan);
        Quarantine quarantine = new Quarantine(archive.store());
        Site site = new SiteComposition(
                        index.dataset(),
                        () -> index.version() + quarantine.version(),
                        plan.base(),
                        archive.snapshots()::text,
                        archive.pictures()::bytes,
                        () -> quarantine.kept().stream()
                                .map(notice -> new Review.Refusal(notice.where(), notice.message()))
                                .toList(),
                        index::changed,
                        plan.server().conditions(),
                        new Departures(archive, plan.base()))
                .site();
        this.observation = new Observation(archive, index, options);
        this.server = new SparqlServer(index.dataset(), site, plan.server(), observation.observers()).start();
        this.requests = writable
                ? Optional.of(new StoreRequests(
                        archive.store(),
                        Map.of(
                                StoreRequests.Kind.REBUILD, none -> rebuild(),
                                StoreRequests.Kind.VERIFY, none -> verify(),
                                StoreRequests.Kind.COMMAND, this::command)))
                : Optional.empty();
        // the first drop would wait for all the words and rules to be loaded, and is promised within two seconds
        Thread.ofVirtual().name("warm-up").start(() -> Wiring.stages(dropSource));
        this.watch =
                writable ? Optional.of(new DropWatch(new DropRoutes(plan.drop(), this::publish))) : Optional.empty();
    }

    /** Opens the index, which may mean to build it; whoever asks meanwhile is told so. */
    private GraphStore open(Plan plan) {
        Optional<StartingServer> starting =
                plan.server().port() == 0 ? Optional.empty() : Optional.of(new StartingServer(plan.server()));
        try {
            return temporary
                    .map(folder ->
                            GraphStore.buildIn(folder, archive, plan.base(), Version.number(), Wiring.derivation()))
                    .orElseGet(() -> GraphStore.open(archive, plan.base(), Version.number(), Wiring.derivation()));
        } finally {
            starting.ifPresent(StartingServer::close);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("precis-index");
        } catch (IOException e) {
            throw new UncheckedIOException("no place for the index of a store that cannot be written", e);
        }
    }

    private StoreRequests.Answer rebuild() {
        index.rebuild();
        return StoreRequests.Answer.indexed(archive);
    }

    private StoreRequests.Answer verify() {
        return StoreRequests.Answer.compared(archive, index.verify());
    }

    /** Runs a command on the store that is served, as if it were alone with it. */
    private StoreRequests.Answer command(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code =
                keeper.run(Stores.served(archive), new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        index.follow();
        return new StoreRequests.Answer(
                code,
                out.toString().strip().replace('\n', ' '),
                err.toString().lines().toList());
    }

    /** The port for those who watch over the server, if there is one. */
    public Optional<Integer> adminPort() {
        return observation.adminPort();
    }

    public int port() {
        return server.port();
    }

    /** Whatever happens, a file is published, or rejected with a report, or waits and is told of. */
    private Outcome publish(Path file) {
        try {
            return read(file);
        } catch (RuntimeException | InternalError e) {
            Failure failure = Failure.of(e);
            boolean world = failure.code() == Failure.NO_ROOM || e instanceof UncheckedIOException;
            if (!world) {
                report(file, failure.sentence());
            }
            log.println((world ? "waiting " : "rejected ") + file.getFileName() + ": " + failure.sentence());
            observation.dropped(world ? "waiting" : "rejected");
            return world ? Outcome.WAITING : Outcome.REJECTED;
        }
    }

    private Outcome read(Path file) {
        Tally tally = new Reading(archive, false, new Progress(log, false)).read(Inputs.one(dropSource, file));
        index.follow();
        if (tally.refused().isEmpty() && tally.summaries() > 0) {
            log.println("published " + file.getFileName() + ": " + tally);
            observation.dropped("published");
            return Outcome.PUBLISHED;
        }
        List<Notice> told = tally.refused().isEmpty() ? tally.notices() : tally.refused();
        String reasons = told.isEmpty()
                ? file.getFileName() + ": there is no summary in it"
                : told.stream().map(Notice::toString).collect(Collectors.joining("\n"));
        report(file, reasons);
        log.println("rejected " + file.getFileName() + ": " + reasons);
        observation.dropped("rejected");
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
        watch.ifPresent(DropWatch::close);
        server.stop();
        observation.close();
        requests.ifPresent(StoreRequests::close);
        index.close();
        temporary.ifPresent(DurableFiles::deleteTree);
    }
}
