package dev.precis.pipeline.app;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** A store that this process serves, on a port of its own, to commands that do not know it. */
final class Served implements AutoCloseable {
    static final String ROOT = "http://localhost:3030/";

    private final GraphArchive archive;
    private final Publication publication;

    /** @param drop the folder to watch */
    Served(Path store, Path drop) {
        archive = GraphArchive.open(store);
        EndpointOptions options = new EndpointOptions();
        publication = new Publication(
                archive,
                new Publication.Plan(
                        ROOT,
                        options.server(0, true),
                        drop,
                        new SourceProfiles("test").readAll(Sources.FOLDER).get("pprnet")),
                options,
                new PrintWriter(new StringWriter()),
                new Main());
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
