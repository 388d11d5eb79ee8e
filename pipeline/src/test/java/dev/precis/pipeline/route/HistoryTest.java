package dev.precis.pipeline.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.route.stage.Stages;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.write.Export;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same captures say the same, in whatever order they come and over however many runs. */
class HistoryTest {
    private static final Stages STAGES = Sources.stages(Sources.profile("pprnet"));
    private static final Capture FIRST = page("blog?p=1", 1, post("Empathy Again", "felt"), post("On Rupture", "met"));
    private static final Capture SECOND =
            page("blog?p=1", 2, post("Empathy Again", "felt"), post("On Rupture", "left"));

    @TempDir
    private Path folder;

    private int stores;

    @Test
    void aNeighbourThatChangesTakesTheSourceOfTheOthersAlong() throws IOException {
        assertThat(export(List.of(FIRST), List.of(SECOND)))
                .isEqualTo(export(List.of(SECOND)))
                .contains("On Rupture", SECOND.digest())
                .doesNotContain(FIRST.digest());
    }

    @Test
    void anEarlierCaptureThatComesLaterChangesNothing() throws IOException {
        assertThat(export(List.of(SECOND), List.of(FIRST)))
                .isEqualTo(export(List.of(FIRST, SECOND)))
                .isEqualTo(export(List.of(SECOND, FIRST)))
                .isEqualTo(export(List.of(SECOND)));
    }

    @Test
    void aCaptureOfTheFutureByAClockThatWasWrongDoesNotStayUntilThen() throws IOException {
        Capture wrong = new Capture(
                FIRST.address(), Instant.now().plus(Duration.ofDays(3653)), FIRST.contentType(), FIRST.content());
        assertThat(export(List.of(wrong), List.of(SECOND))).isEqualTo(export(List.of(SECOND)));
    }

    @Test
    void aPostThatSlidesToAnotherPageIsReadFromThere() throws IOException {
        Capture top = page("blog?p=1", 2, post("A New One", "come"));
        Capture next = page("blog?p=2", 2, post("Empathy Again", "felt"), post("On Rupture", "met"));
        assertThat(export(List.of(FIRST), List.of(top, next)))
                .isEqualTo(export(List.of(top, next)))
                .isEqualTo(export(List.of(FIRST, top, next)))
                .isEqualTo(export(List.of(next, top, FIRST)));
    }

    @Test
    void ofTwoPagesThatShowAPostAlikeTheOneThatOneRunPrefersIsPreferredOverTwo() throws IOException {
        Capture near = page("blog?p=1", 1, post("Empathy Again", "felt"));
        Capture far = page("blog?p=12&o=3", 2, post("Empathy Again", "felt"));
        String both = export(List.of(near, far));
        assertThat(export(List.of(near), List.of(far))).isEqualTo(both);
        assertThat(export(List.of(far), List.of(near))).isEqualTo(both);
    }

    @Test
    void whatOnlyMovedIsToldAsUnchanged() {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("told"))) {
            ingest(archive, List.of(FIRST));
            Instant modified = archive.entry("http://localhost:3030/summary/2021-05/empathy-again")
                    .orElseThrow()
                    .modified();
            assertThat(ingest(archive, List.of(SECOND)))
                    .hasToString("1 page read; summaries: 0 new, 1 unchanged, 1 changed, 0 quarantined");
            assertThat(archive.entry("http://localhost:3030/summary/2021-05/empathy-again")
                            .orElseThrow()
                            .modified())
                    .isEqualTo(modified);
        }
    }

    private static String post(String title, String word) {
        return """
            <h3>%s</h3><p>Doe, J. (2020). The title of %s. Psychotherapy, 12, 34-56.</p>
            <p>They asked two hundred people how they had %s, and went on asking for a year.</p>
            <h4>Practice Implications</h4><p>Ask how it was %s.</p>
            """.formatted(title, title, word, word);
    }

    private static Capture page(String address, int day, String... posts) {
        String html = "<html><body><h2>May 2021</h2>" + String.join("", posts) + "</body></html>";
        return new Capture(
                URI.create("https://socialsciences.uottawa.ca/pprnet/" + address),
                Instant.parse("2021-06-0" + day + "T00:00:00Z"),
                "text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8));
    }

    @SafeVarargs
    private String export(List<Capture>... runs) throws IOException {
        try (GraphArchive archive = GraphArchive.open(folder.resolve("store" + stores++))) {
            for (List<Capture> run : runs) {
                ingest(archive, run);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new Export(archive, "", Ontology.context()).write(Export.Format.NQUADS, out);
            return out.toString(StandardCharsets.UTF_8);
        }
    }

    private static Tally ingest(GraphArchive archive, List<Capture> captures) {
        try (Ingest ingest =
                new Ingest(STAGES, new Batch(archive, STAGES, new InputDigest(STAGES.profile(), "1"), false))) {
            captures.forEach(ingest::read);
            return ingest.finish();
        }
    }
}
