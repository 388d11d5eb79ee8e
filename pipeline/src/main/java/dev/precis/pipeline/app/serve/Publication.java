package dev.precis.pipeline.app.serve;

import com.sun.net.httpserver.HttpHandler;
import dev.precis.pipeline.app.desk.Desk;
import dev.precis.pipeline.app.desk.Office;
import dev.precis.pipeline.app.run.BlogFaces;
import dev.precis.pipeline.app.run.HubNotice;
import dev.precis.pipeline.app.run.Published;
import dev.precis.pipeline.app.run.Webhook;
import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.app.settings.Failure;
import dev.precis.pipeline.app.settings.StoreRequests;
import dev.precis.pipeline.app.settings.Stores;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.route.Watch;
import dev.precis.pipeline.route.drop.DropRoutes;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.endpoint.ServerSettings;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.endpoint.SparqlServer;
import dev.precis.sparql.endpoint.StartingServer;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.release.Releases;
import dev.precis.sparql.site.Departures;
import dev.precis.sparql.site.Feeds.Hub;
import dev.precis.sparql.site.Site;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A store on the web: the server and the watched folder over one archive and its index. */
public final class Publication implements AutoCloseable {
    /** Who ends the program waits so long at most for a webhook. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** Stands between what tells the versions of the index and those of what was released. */
    private static final char RELEASED = '+';

    private final GraphArchive archive;
    private final Stores.Keeper keeper;
    private final GraphStore index;
    private final Site site;
    private final SparqlServer server;
    private final Observation observation;
    private final Optional<StoreRequests> requests;
    private final Optional<Watch> watch;
    private final Optional<ScheduledCrawls> crawls;
    private final Optional<Path> temporary;
    private final Optional<Webhook> webhook;
    private final Optional<HubNotice> hub;
    private final Quarantine quarantine;
    private final Warming warming;
    private final Companion companion;

    /**
     * What is published, and how.
     *
     * @param base to publish under
     * @param drop the folder to watch
     * @param dropSource the source of what is dropped
     * @param sources the folder of the settings of sources
     * @param profiles of all sources
     * @param given the base that graphs have elsewhere; empty for each graph's own
     */
    public record Plan(
            String base,
            ServerSettings server,
            Path drop,
            SourceProfile dropSource,
            Path sources,
            Collection<SourceProfile> profiles,
            String given) {
        /** The same, where each blog has its own base. */
        public Plan(
                String base,
                ServerSettings server,
                Path drop,
                SourceProfile dropSource,
                Path sources,
                Collection<SourceProfile> profiles) {
            this(base, server, drop, dropSource, sources, profiles, "");
        }
    }

    /**
     * Opens the index, starts the server and the watch.
     *
     * @param archive stays the caller's to close
     * @param log told of every dropped file
     * @param keeper runs what commands ask for
     */
    public Publication(
            GraphArchive archive, Plan plan, EndpointOptions options, PrintWriter log, Stores.Keeper keeper) {
        this(archive, plan, options, log, keeper, Companion.NONE);
    }

    /**
     * The same, with what goes along with it.
     *
     * @param companion is begun and closed by this
     */
    public Publication(
            GraphArchive archive,
            Plan plan,
            EndpointOptions options,
            PrintWriter log,
            Stores.Keeper keeper,
            Companion companion) {
        this.keeper = keeper;
        this.companion = companion;
        this.archive = archive;
        boolean writable = archive.isWritable() && !companion.isOnlyWriter();
        if (writable) {
            create(plan.drop());
        }
        this.temporary = archive.isWritable() ? Optional.empty() : Optional.of(temporaryFolder());
        this.index = open(plan);
        this.quarantine = new Quarantine(archive.store());
        this.webhook = options.webhook().map(address -> new Webhook(address, log));
        this.hub = options.hub().map(address -> new HubNotice(address, log));
        Releases releases = Published.releases(archive.store());
        this.site = new SiteComposition(
                        index.dataset(),
                        () -> index.version() + RELEASED + releases.state(),
                        plan.base(),
                        archive.snapshots()::text,
                        archive.pictures()::bytes,
                        index::changed,
                        plan.server().conditions(),
                        new Departures(archive, plan.base(), Published.addresses(plan.profiles())),
                        earlier -> index.changedSince(earlier.substring(0, earlier.indexOf(RELEASED))),
                        options.contact(),
                        releases,
                        new Hub(options.hub()),
                        BlogFaces.of(plan.base(), plan.profiles()))
                .site();
        this.crawls = writable
                ? Optional.of(new ScheduledCrawls(archive.store(), plan.sources(), plan.profiles(), this::command, log))
                : Optional.empty();
        Drops dropped = new Drops(archive, this::follow, plan.dropSource(), log, this::dropped);
        Optional<DropRoutes> drops =
                writable ? Optional.of(new DropRoutes(plan.drop(), dropped::publish)) : Optional.empty();
        this.observation = new Observation(
                archive,
                index,
                options,
                () -> drops.map(routes -> routes.waiting().size()).orElse(0),
                companion::remarks,
                rooms(crawls.map(all -> desk(plan, drops, all))));
        this.server = new SparqlServer(index.dataset(), site, plan.server(), observation.observers()).start();
        crawls.ifPresent(all -> observation.runs(plan.profiles(), all));
        this.requests = crawls.map(reading -> new StoreRequests(
                archive.store(),
                Map.of(
                        StoreRequests.Kind.REBUILD,
                        none -> rebuild(),
                        StoreRequests.Kind.VERIFY,
                        none -> verify(),
                        StoreRequests.Kind.COMMAND,
                        this::command,
                        StoreRequests.Kind.READING,
                        this::command),
                reading.reader()));
        this.warming = new Warming(site, () -> Wiring.stages(plan.dropSource()));
        this.watch = drops.map(Watch::new);
        companion.begin(new Companion.Served(archive, plan.given(), observation.registry(), log, this::follow));
    }

    /** Opens the index, which may mean to build it; whoever asks meanwhile is told so. */
    private GraphStore open(Plan plan) {
        Optional<StartingServer> starting =
                plan.server().port() == 0 ? Optional.empty() : Optional.of(new StartingServer(plan.server()));
        try {
            return temporary
                    .map(folder ->
                            GraphStore.buildIn(folder, archive, plan.base(), keeper.program(), Wiring.derivation()))
                    .orElseGet(() -> GraphStore.open(archive, plan.base(), keeper.program(), Wiring.derivation()));
        } finally {
            starting.ifPresent(StartingServer::close);
        }
    }

    private Map<String, HttpHandler> rooms(Optional<Desk> desk) {
        Map<String, HttpHandler> rooms = new TreeMap<>(companion.rooms(archive));
        desk.ifPresent(one -> rooms.put(Desk.PATH, one));
        return rooms;
    }

    private Desk desk(Plan plan, Optional<DropRoutes> drops, Office.Crawls all) {
        return new Desk(new Office(
                archive,
                plan.sources(),
                plan.base(),
                this::command,
                this::follow,
                all,
                plan.drop(),
                plan.dropSource(),
                () -> drops.map(DropRoutes::waiting).map(Publication::inWords).orElse(Map.of()),
                () -> observation.health().label()));
    }

    private static Map<String, String> inWords(SortedMap<String, Long> waiting) {
        SortedMap<String, String> words = new TreeMap<>();
        waiting.forEach((name, seconds) -> words.put(name, "is tried again in " + seconds + " seconds"));
        return words;
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
        int before = withheld();
        int code = keeper.run(
                Stores.served(archive, companion.executors()),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments);
        follow();
        StoreRequests.Answer answer = new StoreRequests.Answer(
                code,
                out.toString().strip().replace('\n', ' '),
                err.toString().lines().toList());
        webhook.ifPresent(hook -> hook.tell(new Webhook.Event(
                arguments.getFirst(),
                source(arguments),
                code,
                answer.result(),
                answer.complaints(),
                before,
                withheld())));
        return answer;
    }

    /** Brings the index up to what is kept, and tells the hub. */
    private void follow() {
        String before = index.version();
        index.follow();
        hub.ifPresent(notice ->
                notice.tell(index.changedSince(before).map(site::topics).orElseGet(site::topics)));
    }

    /** How much is in quarantine, for a webhook. */
    private int withheld() {
        return webhook.isEmpty() ? 0 : quarantine.kept().size();
    }

    private static String source(List<String> arguments) {
        int option = arguments.indexOf("--source");
        return option >= 0 && option + 1 < arguments.size() ? arguments.get(option + 1) : "";
    }

    private void dropped(String outcome) {
        observation.dropped(outcome);
        if (outcome.equals("rejected")) {
            int withheld = withheld();
            webhook.ifPresent(hook -> hook.tell(new Webhook.Event(
                    "drop", "", Failure.FAILED, "a dropped file was rejected", List.of(), withheld, withheld)));
        }
    }

    /** The port for those who watch over the server, if there is one. */
    public Optional<Integer> adminPort() {
        return observation.adminPort();
    }

    public int port() {
        return server.port();
    }

    private static void create(Path drop) {
        try {
            Files.createDirectories(drop);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot watch " + drop, e);
        }
    }

    @Override
    public void close() {
        companion.close();
        watch.ifPresent(Watch::close);
        crawls.ifPresent(ScheduledCrawls::close);
        server.stop();
        warming.close();
        observation.close();
        requests.ifPresent(StoreRequests::close);
        webhook.ifPresent(hook -> hook.close(LAST_WORDS));
        hub.ifPresent(notice -> notice.close(LAST_WORDS));
        index.close();
        temporary.ifPresent(DurableFiles::deleteTree);
    }
}
