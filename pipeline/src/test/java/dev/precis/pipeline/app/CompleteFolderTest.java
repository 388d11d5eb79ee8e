package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are gone from a folder that is ingested again. */
class CompleteFolderTest {
    @TempDir
    private Path folder;

    private final List<Path> files = new ArrayList<>();

    @BeforeEach
    void ingestFive() {
        for (String title : List.of("One", "Two", "Three", "Four", "Five")) {
            files.add(Cli.summary(folder.resolve("in"), title));
        }
        assertThat(ingest().out()).contains("5 new");
    }

    @Test
    void areGoneOnlyIfTheFolderIsSaidToBeAllThereIs() throws IOException {
        Files.delete(files.get(2));
        assertThat(ingest().out()).contains("4 unchanged").doesNotContain("removed");

        Outcome complete = ingest("--complete");
        assertThat(complete.code()).as(complete.err()).isZero();
        assertThat(complete.out()).contains("4 unchanged", "1 removed");

        Cli.summary(folder.resolve("in"), "Three");
        assertThat(ingest().out()).as("it is there again").contains("1 new");
    }

    @Test
    void aFolderThatHasLostMostTakesNothingAway() throws IOException {
        for (Path file : files.subList(1, 5)) {
            Files.delete(file);
        }
        Outcome complete = ingest("--complete");
        assertThat(complete.code()).isEqualTo(1);
        assertThat(complete.err()).contains("the inputs show 1 of 5 posts that are known: nothing is taken away");
        assertThat(complete.out()).doesNotContain("removed");
    }

    private Outcome ingest(String... options) {
        List<Object> words = new ArrayList<>(List.of("ingest", "--no-index", "--source", "pprnet"));
        words.addAll(List.of("--store", folder.resolve("store"), "--sources", Sources.FOLDER, folder.resolve("in")));
        words.addAll(List.of((Object[]) options));
        return Cli.run(words.toArray());
    }
}
