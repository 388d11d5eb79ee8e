package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source whose posts look misunderstood, as its editor sees it: nothing wrong is published, and nothing is lost. */
class DoubtfulSourceIT {
    private static final String[] ANIMALS = {"owls", "voles", "hares", "larks", "moles", "crows", "bats", "eels"};

    private static final String[] AUTHORS = {"Ash", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Gorse", "Hazel"};

    @TempDir
    private Path folder;

    @BeforeEach
    void settings() throws IOException {
        profile("");
    }

    private void profile(String more) throws IOException {
        Path source = Files.createDirectories(folder.resolve("sources/meadow"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Meadow Digest
            home: https://meadow.example/
            publisher: Meadow Society
            licence: https://creativecommons.org/licenses/by/4.0/
            """ + more);
    }

    @Test
    void isWithheldWithTheSettingThatWouldMendItUntilSomebodyForcesIt() throws IOException {
        Path pages = pages(8, i -> post(i, "Reference", text(i)));

        Outcome first = ingest(pages);
        assertThat(first.code()).as(first.err()).isEqualTo(1);
        assertThat(first.err())
                .contains("8 of 8 posts have a title that others have, such as \"Reference\"", "--force");
        assertThat(first.out()).contains("8 pages read; summaries: 0 new");

        Outcome retried = Cli.run("quarantine", "retry", "--store", store(), "--sources", sources());
        assertThat(retried.code()).isEqualTo(1);
        assertThat(retried.err())
                .contains("not tried: meadow: the posts of a source are judged together", "reprocess --source meadow");

        Outcome forced = ingest(pages, "--force");
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(forced.out()).contains("8 new");

        profile("accept: [same-titles]\n");
        assertThat(ingest(pages).out()).contains("8 unchanged").doesNotContain("1 quarantined");
    }

    @Test
    void whatAProfileAcceptsIsReadAgainFromWhatIsKept() throws IOException {
        assertThat(ingest(pages(8, i -> post(i, "Reference", text(i)))).code()).isEqualTo(1);
        profile("accept: [same-titles]\n");
        Outcome again =
                Cli.run("reprocess", "--source", "meadow", "--no-index", "--store", store(), "--sources", sources());
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("8 new");
    }

    @Test
    void aKnownOneKeepsWhatItHasAndGoesOnWithWhatIsSound() throws IOException {
        Outcome first = ingest(pages(6, i -> post(i, "What " + ANIMALS[i] + " do at night", text(i))));
        assertThat(first.code()).as(first.err()).isZero();
        String before = export();

        // made anew: a box with the same words stands where the text stood, and one page is as it was
        Outcome second = ingest(pages(
                8,
                i -> post(
                        i,
                        "What " + ANIMALS[i] + " do at night",
                        i == 6 ? text(i) : "Please log in to read what we have written for our members.")));
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains("7 of 8 posts have the text of others", "what was published before stays");
        assertThat(second.out()).contains("1 new, 0 unchanged, 0 changed");
        assertThat(export())
                .contains(before.lines()
                        .filter(line -> line.contains("articleBody"))
                        .toList());
        assertThat(export()).doesNotContain("log in to read");
    }

    @Test
    void tryTellsItBeforehand() throws IOException {
        Path pages = pages(8, i -> post(i, "Reference", text(i)));
        Outcome tried = Cli.run("try", pages.toString(), "--sources", sources());
        assertThat(tried.code()).isEqualTo(1);
        assertThat(tried.out()).contains("8 of 8 posts have a title that others have");
    }

    @Test
    void whatStandsInMostPostsIsInNoText() throws IOException {
        String box = "You can also follow the digest on the wooden board next to the gate.";
        Outcome all = ingest(pages(6, i -> post(i, "What " + ANIMALS[i] + " do", text(i) + "</p><p>" + box)));
        assertThat(all.code()).as(all.err()).isZero();
        assertThat(export()).contains("articleBody").doesNotContain("wooden board");

        // a page alone is read as its source is laid out
        Path one = folder.resolve("one");
        Files.createDirectories(one);
        Files.writeString(one.resolve("7.html"), post(7, "What eels do", text(7) + "</p><p>" + box));
        assertThat(ingest(one).out()).contains("1 new");
        assertThat(export()).contains("What eels do").doesNotContain("wooden board");
    }

    @Test
    void aStoreWithOtherNamesIsRefused() throws IOException {
        Path pages = pages(6, i -> post(i, "What " + ANIMALS[i] + " do", text(i)));
        assertThat(ingest(pages).code()).isZero();
        String before = export();
        profile("base: https://elsewhere.example/\n");

        Outcome refused = ingest(pages);
        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).contains("has summaries of meadow under other names", "--base-uri");
        assertThat(export()).isEqualTo(before);
    }

    private static String text(int i) {
        return "Two hundred " + ANIMALS[i] + " were counted in a meadow, and again a year later, by the same people.";
    }

    private static String post(int i, String title, String text) {
        return """
            <html><head><title>%s</title></head><body><article><h1>%s</h1><p>%d May 2021</p>
            <p>%s, A. (20%d). Of %s in meadows. Journal of Meadows, 12, %d-99.</p><p>%s</p>
            <h4>Practice Implications</h4><p>Leave the %s where they are.</p></article></body></html>
            """.formatted(title, title, i + 1, AUTHORS[i], i + 10, ANIMALS[i], i + 10, text, ANIMALS[i]);
    }

    private Path pages(int number, java.util.function.IntFunction<String> html) throws IOException {
        Path pages = Files.createDirectories(folder.resolve("pages"));
        for (int i : IntStream.range(0, number).toArray()) {
            Files.writeString(pages.resolve(i + ".html"), html.apply(i));
        }
        return pages;
    }

    private String sources() {
        return folder.resolve("sources").toString();
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    private Outcome ingest(Path pages, String... more) {
        List<String> arguments = new ArrayList<>(
                List.of("ingest", pages.toString(), "--no-index", "--sources", sources(), "--store", store()));
        arguments.addAll(List.of("--source", "meadow"));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray());
    }

    private String export() throws IOException {
        Path file = folder.resolve("export.nq");
        Outcome export =
                Cli.run("export", "--format", "nquads", "--sources", sources(), "--store", store(), file.toString());
        assertThat(export.code()).as(export.err()).isZero();
        return Files.readString(file);
    }
}
