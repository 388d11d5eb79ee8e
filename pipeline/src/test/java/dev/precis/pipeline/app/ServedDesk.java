package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.desk.DeskKey;
import dev.precis.pipeline.app.serve.Publication;
import dev.precis.pipeline.app.settings.EndpointOptions;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SequencedMap;
import picocli.CommandLine;

/** The small blog of owls, served with a desk: pages, sources, store and watched folder in one folder. */
final class ServedDesk implements AutoCloseable {
    static final String ROOT = "http://localhost:3030/owl/";
    static final String SUMMARY = ROOT + "summary/2020-03/walking-and-talking";

    private final Path folder;
    private final OwlBlog blog;
    private final GraphArchive archive;
    private final Publication publication;

    ServedDesk(Path folder) {
        this.folder = folder;
        blog = OwlBlog.in(sources()).withProfile("labels: {implications: [What owls conclude]}\n");
        topics("Worry");
        Outcome ingested =
                Cli.run("ingest", blog.pages(), "--source", "owl", "--store", store(), "--sources", sources());
        assertThat(ingested.code()).as(ingested.err()).isZero();
        archive = GraphArchive.open(store());
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles(Version.number()).readAll(sources());
        EndpointOptions options = new EndpointOptions();
        new CommandLine(options).parseArgs("--admin-port", "0");
        publication = new Publication(
                archive,
                new Publication.Plan(
                        "http://localhost:3030/",
                        options.server(0, true),
                        drop(),
                        Objects.requireNonNull(profiles.get("owl")),
                        sources(),
                        profiles.values()),
                options,
                new PrintWriter(new StringWriter()),
                new Main());
    }

    /** The one topic that the source knows, besides walking. */
    void topics(String label) {
        OwlBlog.write(sources().resolve("owl/topics.ttl"), """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic> a skos:ConceptScheme .
            <type> a skos:ConceptScheme .
            <topic/walking> a skos:Concept ; skos:prefLabel "Walking"@en ; skos:inScheme <topic> .
            <topic/other> a skos:Concept ; skos:prefLabel "%s"@en ; skos:inScheme <topic> .
            <type/study> a skos:Concept ; skos:prefLabel "Single study"@en ; skos:inScheme <type> .
            """.formatted(label));
    }

    /** Reads a file into the served store, as somebody at the command line would. */
    Outcome ingest(String name, String text) {
        Path file = Cli.write(folder.resolve("in").resolve(name), text);
        Outcome outcome = Cli.run("ingest", file, "--source", "owl", "--store", store(), "--sources", sources());
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return outcome;
    }

    Path sources() {
        return folder.resolve("sources");
    }

    Path store() {
        return folder.resolve("store");
    }

    Path drop() {
        return folder.resolve("drop");
    }

    Path corrections() {
        return sources().resolve("owl/corrections/desk.yaml");
    }

    int port() {
        return publication.adminPort().orElseThrow();
    }

    int publicPort() {
        return publication.port();
    }

    /** The address of a page of the desk. */
    String address(String page) {
        return "http://localhost:" + port() + "/desk/" + page;
    }

    /** Where the public page of one of our names is. */
    String site(String iri) {
        return "http://localhost:" + publicPort() + iri.substring("http://localhost:3030".length());
    }

    String key() {
        try {
            return Files.readString(store().resolve(DeskKey.FILE)).strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        publication.close();
        archive.close();
    }
}
