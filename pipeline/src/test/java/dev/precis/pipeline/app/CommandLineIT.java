package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.Sources;
import dev.precis.sparql.archive.GraphArchive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as a user types them, over the sample archive that comes with Précis. */
class CommandLineIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOURCES = Sources.FOLDER.toString();

    /** What {@code ingest data} makes; no test changes it. */
    @TempDir
    private static Path ingested;

    private static Outcome ingest = new Outcome(-1, "", "");

    @TempDir
    private Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void ingestTheSampleArchive() {
        ingest = run("ingest", "--store", ingested.toString(), Sources.DATA.toString());
    }

    @Test
    void ingestsTheSampleArchive() {
        assertThat(ingest.err()).doesNotContain("quarantined", "unreachable");
        assertThat(ingest.code()).isZero();
        assertThat(ingest.out())
                .matches("\\d+ pages read; summaries: \\d+ new, 0 unchanged, 0 changed, 0 quarantined\\R");
    }

    @Test
    void aSecondIngestChangesNothingAndSaysSo() throws IOException {
        Path store = copy();
        byte[] before = export(store, "nquads");
        String added = ingest.out().replaceFirst("(?s).*?(\\d+) new.*", "$1");
        Outcome again = run("ingest", "--store", store.toString(), "--no-index", Sources.DATA.toString());

        assertThat(again.code()).isZero();
        assertThat(again.out()).contains("summaries: 0 new, " + added + " unchanged, 0 changed, 0 quarantined");
        assertThat(export(store, "nquads")).isEqualTo(before);
    }

    @Test
    void publishesTheThreeSummariesOfTheDropFolder() throws IOException {
        assertThat(new String(export(ingested, "nquads"), StandardCharsets.UTF_8))
                .contains(
                        "summary/2021-05/in-their-own-voices-patients-on-therapy-for-depression>",
                        "summary/2021-05/after-a-patient-dies-by-suicide-the-clinicians-side>",
                        "summary/2021-11/some-therapists-some-results-the-handbook-on-who-treats>");
    }

    @ParameterizedTest
    @CsvSource({"nquads, N-Quads", "turtle, Turtle", "jsonld, JSON-LD"})
    void exportsTheSameBytesTwiceInEveryFormat(String format, String language) throws IOException {
        byte[] first = export(ingested, format);

        assertThat(export(ingested, format)).isEqualTo(first);
        DatasetGraph read = DatasetGraphFactory.create();
        RDFParser.source(new ByteArrayInputStream(first))
                .lang(RDFLanguages.nameToLang(language))
                .parse(read);
        assertThat(read.stream()).hasSizeGreaterThan(3000);
    }

    @Test
    void exportsUnderAnotherBaseWithoutReadingAgain() throws IOException {
        String own = new String(export(ingested, "nquads"), StandardCharsets.UTF_8);
        String other = new String(
                export(ingested, "nquads", "--base-uri", "https://data.example/psy"), StandardCharsets.UTF_8);

        assertThat(own).contains("<http://localhost:3030/summary/");
        assertThat(other).doesNotContain("localhost");
        assertThat(other.lines().sorted())
                .containsExactlyElementsOf(own.replace("http://localhost:3030/", "https://data.example/psy/")
                        .lines()
                        .sorted()
                        .toList());
    }

    @Test
    void verifyFindsAFlippedByteAndIngestMendsIt() throws IOException {
        Path store = copy();
        assertThat(run("verify", "--store", store.toString()))
                .satisfies(whole -> assertThat(whole.code()).as(whole.err()).isZero())
                .satisfies(whole -> assertThat(whole.out()).endsWith("0 differences" + System.lineSeparator()));
        Path damaged = flip(store);
        Outcome verify = run("verify", "--store", store.toString());

        assertThat(verify.code()).isEqualTo(1);
        assertThat(verify.err()).contains(damaged.getFileName().toString());
        run("ingest", "--store", store.toString(), Sources.DATA.toString());
        Outcome mended = run("verify", "--store", store.toString());
        assertThat(mended.code()).as(mended.err()).isZero();
    }

    @Test
    void rebuildMakesALostIndexAnew() throws IOException {
        Path store = copy();
        deleteTree(store.resolve("index"));
        Outcome lost = run("verify", "--store", store.toString());
        Outcome rebuild = run("rebuild", "--store", store.toString(), "--sources", SOURCES);
        Outcome found = run("verify", "--store", store.toString());

        assertThat(lost.code()).isEqualTo(1);
        assertThat(lost.err()).contains("index");
        assertThat(rebuild.code()).as(rebuild.err()).isZero();
        assertThat(rebuild.out()).contains("graphs indexed");
        assertThat(found.code()).as(found.err()).isZero();
    }

    @Test
    void readsCitationsFromStandardInput() throws IOException {
        JsonNode items = read("citations", """
            Fl\u00FCckiger, C., Del Re, A. C., & Horvath, A. O. (2018). The alliance in adult psychotherapy. Psychotherapy, 55, 316-340.

            no citation at all
            """);
        assertThat(items).hasSize(3);
        assertThat(items.at("/0/author/1/family").asText()).isEqualTo("Del Re");
        assertThat(items.at("/0/issued/date-parts/0/0").asInt()).isEqualTo(2018);
        assertThat(items.path(1)).isEmpty();
        assertThat(items.path(1).isObject()).isTrue();
    }

    @Test
    void givesEveryCitationOfAnOutputItsOwnId() throws IOException {
        String line = "Keefe, J. R. (2019). Naps: A view. Journal of Invented Sleep Studies, 4(2), 11\u201325.\n";
        JsonNode items = read("citations", line + line);

        assertThat(items.findValuesAsText("id")).containsExactly("keefe-2019-naps-a-view", "keefe-2019-naps-a-view-2");
        assertThat(read("citations", line).at("/0/id")).isEqualTo(items.at("/0/id"));
    }

    @Test
    void learnsFromTheSampleArchiveTheWordsThatComeWithIt() throws IOException {
        Path source = Sources.FOLDER.resolve("pprnet");
        Path copy = Files.createDirectories(folder.resolve("sources/pprnet"));
        for (String file : List.of("profile.yaml", "topics.ttl")) {
            Files.copy(source.resolve(file), copy.resolve(file));
        }
        Outcome learn = run(
                "learn",
                "--store",
                ingested.toString(),
                "--sources",
                copy.getParent().toString(),
                "pprnet");

        assertThat(learn.code()).as(learn.err()).isZero();
        assertThat(learn.out()).contains("learned from 27 summaries");
        assertThat(copy.resolve("topic-words.tsv")).hasSameTextualContentAs(source.resolve("topic-words.tsv"));
    }

    @Test
    void hasNothingToLearnFromAnEmptyStore() {
        Path empty = folder.resolve("empty");
        GraphArchive.open(empty).close();
        Outcome learn = run("learn", "--store", empty.toString(), "--sources", SOURCES, "pprnet");

        assertThat(learn.code()).isEqualTo(2);
        assertThat(learn.err()).contains("nothing to learn from", "pprnet");
    }

    @Test
    void readsFindingsFromStandardInput() throws IOException {
        JsonNode sentences = read("findings", "The effect was large (g = 0.81, 95% CI [0.60, 1.02]).\nNothing here.\n");
        assertThat(sentences).hasSize(2);
        assertThat(sentences.at("/0/text").asText()).startsWith("The effect was large");
        assertThat(sentences.at("/0/findings")).hasSize(1);
        assertThat(sentences.at("/1/findings")).isEmpty();
        assertThat(read("findings", "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | Missing required subcommand",
                "publish | publish",
                "ingest | INPUT",
                "ingest --fast x.html | --fast",
                "ingest no-such-file.html | no such file or folder: no-such-file.html",
                "ingest --source nobody {data} | no source nobody: known are pprnet, sleep-letter",
                "ingest --sources no-such-folder {data} | no folder of sources at no-such-folder",
                "ingest --base-uri not-absolute/ {data} | expected an absolute IRI such as",
                "ingest http://[broken/ | no address: http://[broken/",
                "export --format rdfxml | expected nquads, turtle, jsonld, warc, site or email, not rdfxml",
                "export | --format",
                "export --format nquads --base-uri https://data.example?a=b | expected an absolute IRI such as",
                "export --format nquads --base-uri ht!tp://x y/ | --base-uri",
                "verify | no store at ",
                "rebuild | no store at ",
                "export --format turtle | no store at ",
                "serve --port many | --port",
                "serve --source nobody | no source nobody",
                "read | subcommand",
            })
    void wrongUsageIsNamedAndChangesNothing(String line, String message) {
        List<String> words = new ArrayList<>();
        if (!line.isEmpty()) {
            Stream.of(line.split(" "))
                    .map(word -> word.replace("{data}", Sources.DATA.toString()))
                    .forEach(words::add);
            if (!line.equals("read") && !line.equals("publish")) {
                words.add(1, "--store");
                words.add(2, folder.resolve("store").toString());
            }
            if (!line.contains("--sources") && (line.startsWith("ingest") || line.matches("(?:serve|rebuild).*"))) {
                words.add(3, "--sources");
                words.add(4, SOURCES);
            }
        }
        Outcome wrong = run(words.toArray(String[]::new));

        assertThat(wrong.err()).contains(message).doesNotContain("Exception");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.out()).isEmpty();
        assertThat(folder.resolve("store")).doesNotExist();
    }

    @Test
    void whatIsRefusedIsNamedWithItsReason() throws IOException {
        Path wrong = folder.resolve("wrong.md");
        Files.writeString(wrong, "---\ntitle: No month\n---\n\nText.\n");
        Outcome ingest =
                run("ingest", "--store", folder.resolve("store").toString(), "--sources", SOURCES, wrong.toString());

        assertThat(ingest.code()).isEqualTo(1);
        assertThat(ingest.err()).contains("quarantined: wrong.md:2: ", "month");
        assertThat(ingest.out()).contains("0 new, 0 unchanged, 0 changed, 1 quarantined");
        assertThat(folder.resolve("store").resolve("quarantine.jsonl")).isNotEmptyFile();
    }

    @Test
    void anAddressThatDoesNotAnswerIsNamed() {
        Outcome ingest = run(
                "ingest",
                "--store",
                folder.resolve("store").toString(),
                "--sources",
                SOURCES,
                "http://localhost:1/blog");

        assertThat(ingest.code()).isEqualTo(1);
        assertThat(ingest.err()).contains("unreachable: http://localhost:1/blog");
    }

    @Test
    void tellsItsVersionAndHelp() {
        assertThat(run("--version").out()).matches("precis \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(run("--help").out())
                .contains("ingest", "serve", "demo", "read", "learn", "export", "verify", "rebuild");
    }

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Outcome(code, out.toString(), err.toString());
    }

    private static JsonNode read(String what, String lines) throws IOException {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
        try {
            Outcome outcome = run("read", what);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            return JSON.readTree(outcome.out());
        } finally {
            System.setIn(before);
        }
    }

    private byte[] export(Path store, String format, String... more) throws IOException {
        Path file = folder.resolve("export." + format);
        List<String> words = new ArrayList<>(List.of("export", "--store", store.toString(), "--format", format));
        words.addAll(List.of(more));
        words.add(file.toString());
        Outcome outcome = run(words.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return Files.readAllBytes(file);
    }

    /** The ingested store again, for a test that changes it. */
    private Path copy() throws IOException {
        Path copy = folder.resolve("copy");
        try (Stream<Path> tree = Files.walk(ingested)) {
            for (Path path : tree.toList()) {
                Files.copy(path, copy.resolve(ingested.relativize(path).toString()));
            }
        }
        return copy;
    }

    private static Path flip(Path store) throws IOException {
        try (Stream<Path> tree = Files.walk(store.resolve("graphs"))) {
            Path file = tree.filter(path -> path.toString().contains("2021-05"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(file, bytes);
            return file;
        }
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
