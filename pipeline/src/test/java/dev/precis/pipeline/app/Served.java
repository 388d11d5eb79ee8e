package dev.precis.pipeline.app;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SequencedMap;
import picocli.CommandLine;

/** A store that this process serves, on a port of its own, to commands that do not know it. */
final class Served implements AutoCloseable {
    static final String ROOT = "http://localhost:3030/";

    private final GraphArchive archive;
    private final Publication publication;

    /** @param drop the folder to watch */
    Served(Path store, Path drop) {
        this(store, drop, Sources.FOLDER, "pprnet");
    }

    /**
     * @param sources the folder of settings
     * @param source id of the source of what is dropped
     */
    Served(Path store, Path drop, Path sources, String source) {
        this(store, drop, sources, source, new Main());
    }

    /**
     * @param main runs what commands ask for
     * @param given options of the server
     */
    Served(Path store, Path drop, Path sources, String source, Main main, String... given) {
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles(main.program()).readAll(sources);
        archive = GraphArchive.open(store);
        EndpointOptions options = new EndpointOptions();
        new CommandLine(options).parseArgs(given);
        publication = new Publication(
                archive,
                new Publication.Plan(
                        ROOT,
                        options.server(0, true),
                        drop,
                        Objects.requireNonNull(profiles.get(source)),
                        sources,
                        profiles.values()),
                options,
                new PrintWriter(new StringWriter()),
                main);
    }

    int port() {
        return publication.port();
    }

    /** Serves no more, and keeps the store. */
    void stop() {
        publication.close();
    }

    @Override
    public void close() {
        stop();
        archive.close();
    }
}
