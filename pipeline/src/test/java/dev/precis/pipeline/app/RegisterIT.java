package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Registration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A fresh store that starts with the register of an earlier one: what was public stays what it was. */
@Timeout(180)
class RegisterIT {
    private static final String ONE = Served.ROOT + "summary/2022-01/one";
    private static final String TWO = Served.ROOT + "summary/2022-01/two";

    @TempDir
    private Path folder;

    private Path old;
    private Path fresh;
    private Path register;
    private Path one;
    private Path two;

    /** One has got another title since, Two was taken back. */
    @BeforeEach
    void live() throws IOException {
        old = folder.resolve("old");
        fresh = folder.resolve("fresh");
        register = old.resolve("register.jsonl");
        one = Cli.summary(folder, "One");
        two = Cli.summary(folder, "Two");
        assertThat(ingest(old, one, two).code()).isZero();
        Files.writeString(one, Files.readString(one).replace("title: One", "title: One and Only"));
        assertThat(ingest(old, one).code()).isZero();
        assertThat(Cli.run("remove", "--store", old, "--reason", "retracted", TWO)
                        .code())
                .isZero();
    }

    @Test
    void givesTheSameNamesAndInstantsAndLeavesAwayWhatWasTakenBack() {
        Outcome outcome = ingest(fresh, "--register", register, one, two);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains(TWO, "stays away");

        assertThat(export(fresh)).isEqualTo(export(old)).contains(ONE, "One and Only");
        assertThat(registrations(fresh)).isEqualTo(registrations(old)).hasSizeGreaterThanOrEqualTo(2);
        DurableFiles.deleteTree(folder.resolve("without"));
        assertThat(ingest(folder.resolve("without"), one, two).code()).isZero();
        assertThat(export(folder.resolve("without"))).contains("one-and-only", TWO);
    }

    @Test
    void whatWasTakenBackAnswersThatItIsGone() throws Exception {
        assertThat(ingest(fresh, "--register", register, one, two).code()).isZero();
        try (Served served = new Served(fresh, folder.resolve("drop"))) {
            assertThat(status(served, ONE)).isEqualTo(200);
            assertThat(status(served, TWO)).isEqualTo(410);
        }
    }

    @Test
    void mayBeSaidAgainWhereTheFirstRunCameToNothing() {
        assertThat(ingest(fresh, "--register", register, folder.resolve("old")).code())
                .isEqualTo(1);
        Outcome again = ingest(fresh, "--register", register, one, two);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(export(fresh)).isEqualTo(export(old));
    }

    @Test
    void mayBeSaidAgainWhereTheFirstRunDiedHalfWay() {
        Path three = Cli.summary(folder, "Three");
        assertThat(ingest(fresh, "--register", register, three).code()).isZero();
        Outcome again = ingest(fresh, "--register", register, one, two, three);
        assertThat(again.code()).as(again.err()).isZero();

        assertThat(ingest(old, three).code()).isZero();
        assertThat(export(fresh)).isEqualTo(export(old));
    }

    @Test
    void aStoreThatKnowsNamesIsRefusedAndStaysAsItWas() {
        Path other = folder.resolve("other");
        assertThat(ingest(other, two).code()).isZero();
        var before = Cli.files(other);
        Outcome outcome = ingest(other, "--register", register, one);
        assertThat(outcome.code()).isEqualTo(78);
        assertThat(outcome.err())
                .contains(other.toString(), "is not fresh", "name a folder")
                .hasLineCount(1);
        assertThat(Cli.files(other)).isEqualTo(before);
    }

    @Test
    void whatIsNoRegisterIsRefusedAndNothingIsMade() throws IOException {
        Path flipped = Files.writeString(
                folder.resolve("flipped"), Files.readString(register).replace("retracted", "retrocted"));
        Path words = Files.writeString(folder.resolve("words"), "nothing but words\n");
        for (Path none : List.of(flipped, words, old.resolve("manifest.jsonl"), old.resolve("changes.jsonl"), old)) {
            Outcome outcome = ingest(fresh, "--register", none, one);
            assertThat(outcome.code()).as(none.toString()).isEqualTo(78);
            assertThat(outcome.err()).contains(none.toString(), "expected the register.jsonl of a store");
        }
        assertThat(ingest(fresh, "--register", folder.resolve("none"), one).code())
                .isEqualTo(2);
        assertThat(fresh).doesNotExist();
    }

    private Outcome ingest(Path store, Object... words) {
        return Cli.run(Stream.concat(
                        Stream.of("ingest", "--store", store, "--sources", Sources.FOLDER, "--source", "pprnet"),
                        Arrays.stream(words))
                .toArray());
    }

    private String export(Path store) {
        Path file = folder.resolve("export.nq");
        assertThat(Cli.run("export", "--store", store, "--format", "nquads", file)
                        .code())
                .isZero();
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Registration> registrations(Path store) {
        try (GraphArchive archive = GraphArchive.openForReading(store)) {
            return archive.registrations().stream()
                    .filter(row -> row.graph().contains("/summary/"))
                    .map(row -> new Registration(
                            row.graph(), row.keys(), row.first(), row.modified(), row.content(), 0, row.removed()))
                    .toList();
        }
    }

    private static int status(Served served, String iri) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + served.port() + "/" + iri.substring(Served.ROOT.length()));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
