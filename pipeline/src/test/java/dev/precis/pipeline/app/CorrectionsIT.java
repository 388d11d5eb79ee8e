package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.Cli.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor's corrections, from the file to what is published. */
class CorrectionsIT {
    private static final String SUMMARY = "http://localhost:3030/owl/summary/2020-03/walking-and-talking";

    @TempDir
    private Path folder;

    private OwlBlog blog;

    @BeforeEach
    void publish() {
        blog = OwlBlog.in(folder.resolve("sources")).withProfile("labels: {implications: [What owls conclude]}\n");
        OwlBlog.write(folder.resolve("sources/owl/topics.ttl"), """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic> a skos:ConceptScheme .
            <type> a skos:ConceptScheme .
            <topic/walking> a skos:Concept ; skos:prefLabel "Walking"@en ; skos:inScheme <topic> .
            <topic/worry> a skos:Concept ; skos:prefLabel "Worry"@en ; skos:inScheme <topic> .
            """);
        Outcome ingested = ingest();
        assertThat(ingested.code()).as(ingested.err()).isZero();
        assertThat(ingested.out()).isEqualTo(ingested(3, 0, 0));
    }

    private static String ingested(int fresh, int unchanged, int changed) {
        return "3 pages read; summaries: %d new, %d unchanged, %d changed, 0 quarantined\n"
                .formatted(fresh, unchanged, changed);
    }

    private void correct(String yaml) throws IOException {
        Path file = folder.resolve("sources/owl/corrections/2020.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, yaml);
    }

    private Outcome ingest() {
        return run("ingest", blog.pages().toString(), "--no-index", "--source", "owl", "--store", store());
    }

    private String store() {
        return folder.resolve("store").toString();
    }

    private Outcome run(String... arguments) {
        return Cli.run(Stream.concat(Stream.of(arguments), Stream.of("--sources", folder.resolve("sources")))
                .toArray());
    }

    private String export() throws IOException {
        Path file = folder.resolve("export.nq");
        assertThat(run("export", "--format", "nquads", "--store", store(), file.toString())
                        .code())
                .isZero();
        return Files.readString(file);
    }

    @Test
    void aCorrectionIsPublishedWithWhoseItIsAndWhatWasRead() throws IOException {
        correct("""
            - summary: https://owl.example/2020/03/post-1/
              reason: The proofs had another title.
              by: Eve Editor
              set: {title: Walking, citation: {volume: "5"}}
            """);
        assertThat(ingest().out()).isEqualTo(ingested(0, 2, 1));
        assertThat(export())
                .contains(
                        "<" + SUMMARY + "> <http://schema.org/headline> \"Walking\"@en",
                        "<" + SUMMARY + "#correction-1> <https://w3id.org/precis/ns#asRead> \"Walking and talking\"",
                        "<http://www.w3.org/ns/prov#wasAttributedTo> <http://localhost:3030/owl/person/eve-editor>",
                        "\"The proofs had another title.\"@en",
                        "<http://purl.org/ontology/bibo/volume> \"5\"");
        assertThat(ingest().out()).isEqualTo(ingested(0, 3, 0));
    }

    @Test
    void whatIsTakenBackIsAsItWas() throws IOException {
        String before = export();
        correct("- {summary: %s, set: {title: Walking}, flags: {dismiss: [author-list-truncated]}}\n"
                .formatted(SUMMARY));
        ingest();
        assertThat(export()).isNotEqualTo(before);

        correct("# nothing any more\n");
        ingest();
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void aStoreMadeAnewIsTheSame() throws IOException {
        correct("- {summary: %s, set: {title: Walking, date: 2020-04}}\n".formatted(SUMMARY));
        ingest();
        String corrected = export();
        assertThat(run("ingest", blog.pages().toString(), "--no-index", "--source", "owl", "--store", store() + "2")
                        .code())
                .isZero();
        assertThat(run(
                                "export",
                                "--format",
                                "nquads",
                                "--store",
                                store() + "2",
                                folder.resolve("2.nq").toString())
                        .code())
                .isZero();
        assertThat(folder.resolve("2.nq")).hasContent(corrected);
        assertThat(corrected).contains("<" + SUMMARY + "> <http://schema.org/datePublished> \"2020-04\"");
    }

    @Test
    void whatFitsNothingIsToldAndAFlawEndsTheRunBeforeAnythingIsRead() throws IOException {
        correct("- {summary: https://owl.example/gone, set: {title: Walking}}\n");
        assertThat(ingest().err()).contains("corrections/2020.yaml:1: corrects https://owl.example/gone");

        correct("- {summary: https://owl.example/gone, set: {titel: Walking}}\n");
        Outcome refused = ingest();
        assertThat(refused.code()).isEqualTo(78);
        assertThat(refused.err()).contains("2020.yaml:1: field '[0].set.titel': is unknown, the nearest known is");
        assertThat(refused.out()).isEmpty();
    }

    @Test
    void theReviewIsAFileOfCorrectionsThatLeavesAllAsItIs() throws IOException {
        String before = export();
        Outcome review = run("review", "--format", "yaml", "--store", store());
        assertThat(review.code()).as(review.err()).isZero();
        assertThat(review.out())
                .contains(
                        "# printed: Roe, J., Doe, K., . . . Poe, L. (2014)",
                        "author:",
                        "\"Roe, J.\"",
                        "- \"author-list-truncated\"");

        correct(review.out()
                .replaceAll("(?m)^ *- \"author-list-truncated\"$", "")
                .replaceAll("dismiss: *\n", "dismiss: []\n"));
        assertThat(ingest().code()).isZero();
        assertThat(export().lines().filter(line -> !line.contains("#correction-")))
                .containsExactlyElementsOf(before.lines().toList());
    }

    @Test
    void theReviewTellsWhatToLookAtInWordsAndToPrograms() {
        assertThat(run("review", "--store", store()).out())
                .contains("Walking and talking  <" + SUMMARY + ">", "  printed: Roe, J.", "3 to look at, 0 withheld");
        assertThat(run("review", "--store", store(), "--format", "json").out())
                .contains("\"flag\" : \"author-list-truncated\"", "\"page\" : \"https://owl.example/2020/03/post-1/\"");
    }
}
