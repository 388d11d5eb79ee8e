package dev.precis.pipeline.app;

import dev.precis.ontology.IriTemplate;
import dev.precis.pipeline.app.desk.Desk;
import dev.precis.pipeline.app.desk.DeskKey;
import dev.precis.pipeline.app.serve.Companion;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.StoreLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the site, the feeds and the SPARQL endpoint, and watches the drop folder, until it is stopped. */
@Command(name = "serve", description = "Serve the site, the feeds and /sparql, and watch the drop folder.")
class ServeCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private Settings settings = new Settings();

    @Option(names = "--port", paramLabel = "N", description = "Port (default: 3030); 0 picks a free one.")
    private int port = Settings.PORT;

    @Option(names = "--public", description = "Listen on every address of this machine, not on loopback only.")
    private boolean everywhere;

    @Option(names = "--drop", paramLabel = "DIR", description = "Folder to watch (default: drop in the store).")
    private @Nullable Path drop;

    @Mixin
    private EndpointOptions endpoint = new EndpointOptions();

    @Option(names = "--source", paramLabel = "ID", description = "The source of what is dropped.")
    private String source = "";

    @Override
    public Integer call() {
        checkOptions();
        try (StopSignal stop = new StopSignal();
                GraphArchive archive = companion().isOnlyWriter()
                        ? GraphArchive.open(settings.store())
                        : open(settings.existingStore())) {
            serve(archive, stop);
        }
        return 0;
    }

    /** A store that cannot be written is served all the same; nothing new is taken then. */
    private static GraphArchive open(Path store) {
        return StoreLock.isAllowed(store) ? GraphArchive.open(store) : GraphArchive.openForReading(store);
    }

    /** Wrong usage is told before anything is touched. */
    void checkOptions() {
        if (port < 0 || port > LAST_PORT) {
            throw settings.usage("--port: expected 0 to " + LAST_PORT + ", not " + port);
        }
        endpoint.check(settings);
        companion().check();
        settings.checkSource(source, settings.profiles(Path.of("")));
    }

    Settings settings() {
        return settings;
    }

    /** What was joined to this command, if anything was. */
    private Companion companion() {
        return Optional.ofNullable(command).map(CommandSpec::mixins).map(Map::values).stream()
                .flatMap(Collection::stream)
                .map(CommandSpec::userObject)
                .filter(Companion.class::isInstance)
                .map(Companion.class::cast)
                .findFirst()
                .orElse(Companion.NONE);
    }

    PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("picocli sets the command before it calls it");
        }
        return command.commandLine().getOut();
    }

    /** Serves until the process is told to stop. */
    void serve(GraphArchive archive, StopSignal stop) {
        SequencedMap<String, SourceProfile> profiles = settings.profiles(Path.of(""));
        SourceProfile root = Settings.root(profiles.values());
        SourceProfile dropSource = profiles.getOrDefault(source, root);
        int chosen = port == 0 ? freePort() : port;
        String base = settings.base(profiles.values(), chosen);
        Path folder = drop == null ? settings.store().resolve("drop") : drop;
        Publication.Plan plan = new Publication.Plan(
                base,
                endpoint.server(chosen, !everywhere),
                folder,
                dropSource,
                settings.sources(Path.of("")),
                profiles.values(),
                settings.hasBase() ? base : "");
        try (Publication publication =
                new Publication(archive, plan, endpoint, out(), settings.keeper(), companion())) {
            String local =
                    "http://localhost:" + publication.port() + URI.create(base).getRawPath();
            out().println("Home:   " + local);
            out().println("SPARQL: " + IriTemplate.ENDPOINT.of(local));
            out().println("Feed:   " + local + root.path() + "feed.rss");
            publication.adminPort().ifPresent(admin -> tellOfAdmin(admin, archive));
            out().println(
                            companion().isOnlyWriter()
                                    ? "Drop:   none, since this follows another server: nothing else is taken"
                                    : archive.isWritable()
                                            ? "Drop:   new summaries (Markdown, JSON) into " + folder
                                            : "Drop:   none, since the store cannot be written: nothing new is taken");
            stop.await();
        }
    }

    private void tellOfAdmin(int port, GraphArchive archive) {
        out().println("Admin:  http://localhost:" + port + "/metrics");
        if (archive.isWritable() && !companion().isOnlyWriter()) {
            out().println("Desk:   http://localhost:" + port + Desk.PATH + " (its key is the text of "
                    + archive.store().resolve(DeskKey.FILE) + ")");
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
    }
}
