package dev.precis.pipeline.route;

import static dev.precis.pipeline.route.Posts.html;
import static dev.precis.pipeline.route.Posts.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Reused.Prov;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.pipeline.source.InputKind;
import dev.precis.pipeline.source.InputKinds;
import dev.precis.pipeline.source.LocalFiles;
import dev.precis.sparql.archive.ArchiveBatch.Novelty;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container of captures is one more kind of input: a class and its place in the list. */
class ContainerTest {
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final String BASE = "http://localhost:3030/summary/2021-05/";

    @TempDir
    private Path folder;

    private final List<String> events = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private LocalFiles files = new LocalFiles(new InputKinds(List.of()));

    /** Captures in one file, a line each: address, instant and page, tabs between them. */
    private final class CaptureLines implements InputKind {
        @Override
        public List<String> suffixes() {
            return List.of("captures");
        }

        @Override
        public boolean has(Path file) {
            return file.toString().endsWith(".captures");
        }

        @Override
        public Stream<Capture> captures(Path file, Consumer<Notice> told) throws IOException {
            return Files.lines(file).map(this::capture);
        }

        private Capture capture(String line) {
            String[] parts = line.split("\t");
            if (parts.length != 3) {
                throw new UncheckedIOException(new IOException("expected address, instant and page: " + line));
            }
            events.add("parsed");
            byte[] page = parts[2].getBytes(StandardCharsets.UTF_8);
            return new Capture(URI.create(parts[0]), Instant.parse(parts[1]), "text/html", page);
        }
    }

    @BeforeEach
    void addTheKind() {
        List<InputKind> kinds = new ArrayList<>(List.of(new CaptureLines()));
        kinds.addAll(InputKinds.of(STAGES.profile()).all());
        files = new LocalFiles(new InputKinds(kinds));
        assertThat(new InputKinds(kinds).suffixes()).contains("captures", "html", "md", "xml");
    }

    @Test
    void yieldsManyPostsFromOneFileEachWithItsInstant() throws IOException {
        Files.writeString(
                folder.resolve("a.captures"),
                line("blog?p=2", "2015-01-01T00:00:00Z", "Trust")
                        + line("blog", "2014-01-01T00:00:00Z", "Hope, before it was mended")
                        + line("blog", "2020-01-01T00:00:00Z", "Hope"));
        Files.write(
                folder.resolve("b.html"),
                html("c", "May 2021", post("Care", "A text of a saved page.")).content());

        try (GraphArchive archive = GraphArchive.open(folder.resolve("store"));
                Ingest ingest =
                        new Ingest(STAGES, new Batch(archive, STAGES, new InputDigest(STAGES.profile(), "1"), false))) {
            files.find(folder, notices::add).forEach(file -> files.read(file, ingest::read, notices::add));

            assertThat(ingest.finish().of(Novelty.NEW)).isEqualTo(3);
            assertThat(captured(archive, "trust")).containsExactly("2015-01-01T00:00:00Z");
            assertThat(captured(archive, "hope")).containsExactly("2020-01-01T00:00:00Z");
            assertThat(captured(archive, "care")).isEmpty();
        }
        assertThat(notices).isEmpty();
    }

    @Test
    void isReadCaptureByCaptureAsFarAsItGoes() throws IOException {
        Path container = Files.writeString(
                folder.resolve("a.captures"),
                line("blog?p=2", "2015-01-01T00:00:00Z", "Trust")
                        + line("blog?p=1", "2015-01-01T00:00:01Z", "Hope")
                        + "cut off");

        files.read(container, capture -> events.add("read " + capture.address().getQuery()), notices::add);

        assertThat(events).containsExactly("parsed", "read p=2", "parsed", "read p=1");
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.code()).isEqualTo("file-unreadable");
            assertThat(notice.message()).contains("a.captures", "cut off");
        });
    }

    /** One title, so that two captures of an address are versions of one post. */
    private static String line(String address, String instant, String title) {
        String name = title.replaceFirst(",.*", "");
        Capture page = html(address, "May 2021", post(name, "A text long enough to be a paragraph: " + title));
        String text = new String(page.content(), StandardCharsets.UTF_8).replace("\n", "");
        return page.address() + "\t" + instant + "\t" + text + "\n";
    }

    private static List<String> captured(GraphArchive archive, String name) {
        return archive.read(archive.entry(BASE + name).orElseThrow())
                .graph()
                .find(Node.ANY, Prov.generatedAtTime.asNode(), Node.ANY)
                .mapWith(triple -> triple.getObject().getLiteralLexicalForm())
                .toList();
    }
}
