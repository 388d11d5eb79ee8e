package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an editor does with pages that could not be published. */
@Timeout(180)
class QuarantineCommandTest {
    private static final String SUMMARY = """
        ---
        title: Sleeping Owls
        month: 2022-01
        citation: "Doe, J. (2020). What owls keep. Psychotherapy, 12, 34-56."
        topics: [Sleep]
        ---

        A text on owls that sleep.
        """;

    @TempDir
    private Path folder;

    @BeforeEach
    void withhold() throws IOException {
        OwlBlog.in(folder.resolve("sources")).withProfile("");
        topics("Worry");
        Cli.write(folder.resolve("in/sleep.md"), SUMMARY);
        Outcome ingest =
                run("ingest", "--source", "owl", folder.resolve("in/sleep.md").toString());
        assertThat(ingest.code()).as(ingest.err()).isEqualTo(1);
        Files.delete(folder.resolve("in/sleep.md"));
    }

    private void topics(String label) {
        OwlBlog.write(folder.resolve("sources/owl/topics.ttl"), """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic> a skos:ConceptScheme .
            <topic/one> a skos:Concept ; skos:prefLabel "%s"@en ; skos:inScheme <topic> .
            """.formatted(label));
    }

    private Outcome run(String... words) {
        Stream<Object> place = Stream.of("--store", folder.resolve("store"), "--sources", folder.resolve("sources"));
        return Cli.run(Stream.concat(Stream.of((Object[]) words), place).toArray());
    }

    private String id() {
        return run("quarantine", "list").out().split(" ")[0];
    }

    @Test
    void listsAndShowsWhatWhereAndWhy() throws IOException {
        Outcome list = run("quarantine", "list");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("  read  ", "sleep.md:5", "no topic", "1 in quarantine");
        assertThat(run("quarantine", "list", "--format", "json").out())
                .startsWith("{\"id\":\"" + id())
                .contains("\"stage\":\"read\"", "\"snapshot\":\"", "\"where\":\"file:");

        Outcome show = run("quarantine", "show", id());
        String snapshot = show.out().replaceAll("(?s).*snapshot +(\\S+).*", "$1");
        assertThat(Path.of(snapshot)).hasContent(SUMMARY);
        assertThat(run("quarantine", "show", "zz").code()).isEqualTo(2);
    }

    @Test
    void publishesByNewSettingsWithoutTheInput() {
        assertThat(run("quarantine", "retry").code()).isEqualTo(1);
        topics("Sleep");
        Outcome retried = run("quarantine", "retry", id());

        assertThat(retried.code()).as(retried.err()).isZero();
        assertThat(retried.out()).contains("1 new");
        assertThat(run("quarantine", "list").out()).isEqualTo("0 in quarantine\n");
    }

    @Test
    void hearsNoMoreOfWhatIsIgnored() throws IOException {
        assertThat(run("quarantine", "ignore", id()).code()).isZero();
        assertThat(run("quarantine", "list").out()).isEqualTo("0 in quarantine\n");
        assertThat(run("quarantine", "list", "--all").out()).contains("(ignored)");

        Cli.write(folder.resolve("in/sleep.md"), SUMMARY);
        assertThat(run("ingest", "--source", "owl", folder.resolve("in").toString())
                        .code())
                .isZero();
        Cli.write(folder.resolve("in/sleep.md"), SUMMARY + "And more.");
        assertThat(run("ingest", "--source", "owl", folder.resolve("in").toString())
                        .code())
                .isEqualTo(1);
        assertThat(run("quarantine", "list").out()).contains("1 in quarantine");
    }
}
