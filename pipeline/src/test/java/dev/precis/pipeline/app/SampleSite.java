package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

/** The sample archive, ingested and served on a free port. */
final class SampleSite implements AutoCloseable {
    private static final Path SOURCES = Path.of("..", "data", "sources");

    private final GraphArchive archive;
    private final Publication publication;

    SampleSite(Path folder) {
        String store = folder.resolve("store").toString();
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        String data = SOURCES.getParent().toString();
        int exit = Main.run(out, out, "ingest", "--store", store, "--sources", SOURCES.toString(), data);
        assertThat(exit).as(said.toString()).isZero();
        SourceProfile profile = new SourceProfiles(Version.number()).read(SOURCES.resolve("pprnet"));
        archive = GraphArchive.open(folder.resolve("store"));
        EndpointOptions options = new EndpointOptions();
        Publication.Plan plan = new Publication.Plan(
                Settings.LOCAL_BASE,
                options.server(0, true),
                folder.resolve("drop"),
                profile,
                Sources.FOLDER,
                List.of(profile));
        publication = new Publication(archive, plan, options, out, new Main());
    }

    /** The address of a page. */
    String address(String path) {
        return "http://localhost:" + publication.port() + "/" + path;
    }

    @Override
    public void close() {
        publication.close();
        archive.close();
    }
}
