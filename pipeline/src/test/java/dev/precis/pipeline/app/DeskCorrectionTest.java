package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the desk writes into the corrections of a source, and what comes of it. */
@Timeout(120)
class DeskCorrectionTest {
    private static final String ENTRY = "- {summary: %s, set: {title: Walking}}\n".formatted(ServedDesk.SUMMARY);

    @TempDir
    private Path folder;

    private ServedDesk desk;
    private DeskClient editor;

    @BeforeEach
    void enter() throws Exception {
        desk = new ServedDesk(folder);
        editor = new DeskClient(desk);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void save(String entry) throws IOException, InterruptedException {
        assertThat(editor.send("save", "do", "save", "summary", ServedDesk.SUMMARY, "entry", entry)
                        .statusCode())
                .isEqualTo(303);
    }

    private String export(Path store) throws IOException {
        Path file = folder.resolve("export.nq");
        Outcome exported = Cli.run("export", "--format", "nquads", "--store", store, file);
        assertThat(exported.code()).as(exported.err()).isZero();
        return Files.readString(file);
    }

    @Test
    void whatIsPublishedAtOnceIsWhatAFreshIngestGives() throws Exception {
        String before = export(desk.store());
        List<String> captures = Files.readAllLines(desk.store().resolve("captures.jsonl"));
        save(ENTRY);
        assertThat(desk.store().resolve("captures.jsonl"))
                .as("nothing was captured")
                .hasContent(String.join("\n", captures));
        String corrected = export(desk.store());
        assertThat(corrected).isNotEqualTo(before).contains("\"Walking\"@en");

        Path fresh = folder.resolve("fresh");
        Outcome ingested = Cli.run(
                "ingest",
                desk.sources().resolve("owl/archive"),
                "--source",
                "owl",
                "--no-index",
                "--store",
                fresh,
                "--sources",
                desk.sources());
        assertThat(ingested.code()).as(ingested.err()).isZero();
        assertThat(export(fresh)).isEqualTo(corrected);
    }

    @Test
    void whatPeopleWroteIntoTheFileStays() throws Exception {
        String own =
                "# by hand\n-   summary: https://owl.example/2020/04/post-2/ # the second\n    set: {author: Someone}";
        Cli.write(desk.corrections(), own);
        save(ENTRY);

        assertThat(desk.corrections()).hasContent(own + "\n" + ENTRY);
    }

    @Test
    void whatHasAFlawOrWouldNotBeReadIsNotWritten() throws Exception {
        String flawed = editor.send(
                        "save",
                        "do",
                        "save",
                        "summary",
                        ServedDesk.SUMMARY,
                        "entry",
                        "- {summary: %s, set: {titel: Walking}}".formatted(ServedDesk.SUMMARY))
                .body();
        assertThat(flawed)
                .contains("is unknown, the nearest known is", "Look again")
                .doesNotContain("Save and publish");
        assertThat(desk.corrections()).doesNotExist();

        Cli.write(desk.corrections(), "{summary: https://owl.example/2020/04/post-2/, set: {author: Someone}}\n");
        String lost = editor.send("save", "do", "save", "summary", ServedDesk.SUMMARY, "entry", ENTRY)
                .body();
        assertThat(lost).contains("role=\"alert\"").doesNotContain("Save and publish");
        assertThat(Files.readString(desk.corrections())).doesNotContain("Walking");
    }
}
