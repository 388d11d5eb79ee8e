package dev.precis.pipeline.app;

import static dev.precis.pipeline.app.Cli.files;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Data sets of a store: what is in them, that they stay as they are, and how they are served. */
@Timeout(180)
class ReleaseCommandTest {
    @TempDir
    private static Path ingested;

    @TempDir
    private Path folder;

    @BeforeAll
    static void ingestOnce() {
        Outcome ingest = Cli.run(
                "ingest",
                "--store",
                ingested.resolve("store"),
                "--sources",
                Sources.FOLDER,
                Cli.summary(ingested, "Listening"),
                Cli.summary(ingested, "Silence"));
        assertThat(ingest.code()).as(ingest.err()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        DurableFiles.copyTree(ingested.resolve("store"), store());
    }

    @Test
    void theSameStoreGivesTheSameBytesWhateverTheClockSays() throws Exception {
        Outcome first = release(folder.resolve("a"));
        waitASecond();
        Outcome second = release(folder.resolve("b"));

        assertThat(first.code()).as(first.err()).isZero();
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(files(folder.resolve("a"))).isEqualTo(files(folder.resolve("b")));
        assertThat(only(folder.resolve("a")).getFileName()).hasToString(nameOfVersion());
    }

    @Test
    void allItsFilesAreWhatItsChecksumsAndItsDescriptionSay() throws IOException {
        Path release = only(released());
        var files = files(release);

        List<String> sums = Files.readAllLines(release.resolve("SHA256SUMS"));
        assertThat(sums).hasSize(files.size() - 1);
        for (String line : sums) {
            byte[] bytes = Files.readAllBytes(release.resolve(line.substring(66)));
            assertThat(line).startsWith(Sha256.of(bytes) + "  ");
        }
        JsonNode description = new ObjectMapper().readTree(Files.readAllBytes(release.resolve("datapackage.json")));
        assertThat(description.get("resources")).hasSize(6).allSatisfy(resource -> {
            byte[] bytes =
                    Files.readAllBytes(release.resolve(resource.get("path").asText()));
            assertThat(resource.get("bytes").asInt()).isEqualTo(bytes.length);
            assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + Sha256.of(bytes));
        });
        assertThat(files.get("CITATION.cff"))
                .contains("cff-version: 1.2.0", "type: dataset", "version: \"" + release.getFileName() + "\"");
    }

    @Test
    void itsStatementsAreThoseOfAnExportButForTheEndpointWhichMayNotLast() throws IOException {
        Path release = only(released());
        for (String suffix : List.of("nq", "ttl", "jsonld")) {
            String format = suffix.replace("nq", "nquads").replace("ttl", "turtle");
            Path out = folder.resolve("out." + suffix);
            Outcome export = run("export", "--format", format, "--base-uri", Served.ROOT, out);
            assertThat(export.code()).as(export.err()).isZero();
            String exported = Files.readString(out);
            assertThat(exported).contains(Served.ROOT + "sparql");
            assertThat(unpacked(release, "summaries." + suffix))
                    .isEqualTo(exported.replaceAll("(?m)^.*sparqlEndpoint.*/sparql.*\n", ""));
        }
    }

    /** What is written while it is read is what a server has in memory. */
    @Test
    void itsListsAreThoseThatAreServed() throws Exception {
        Path release = only(released());
        try (Served served = new Served(store(), folder.resolve("drop"));
                HttpClient client = HttpClient.newHttpClient()) {
            for (String place : List.of("works.csl.json", "works.bib", "api/effect-sizes.csv")) {
                URI address = URI.create("http://localhost:" + served.port() + "/" + place);
                String sent = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .body();
                assertThat(unpacked(release, place.replaceFirst(".*/", "")))
                        .as(place)
                        .isEqualTo(sent)
                        .hasSizeGreaterThan(100);
            }
        }
    }

    @Test
    void theColumnsThatADescriptionNamesAreThoseOfTheTable() throws IOException {
        Path release = only(released());
        JsonNode resources = new ObjectMapper()
                .readTree(release.resolve("datapackage.json").toFile())
                .get("resources");
        for (JsonNode resource : resources) {
            if (resource.has("schema")) {
                List<String> names = resource.get("schema").get("fields").findValuesAsText("name");
                String table = unpacked(release, resource.get("name").asText());
                assertThat(table).startsWith(String.join(",", names) + "\r\n");
            }
        }
    }

    @Test
    void whatIsReleasedIsNotWrittenAgain() throws IOException {
        var before = files(released());
        Outcome again = release(folder.resolve("releases"));

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).contains("is there already");
        assertThat(files(folder.resolve("releases"))).isEqualTo(before);
    }

    @Test
    void theNextOneTellsWhatChangedSince() throws Exception {
        String first = only(released()).getFileName().toString();
        waitASecond();
        assertThat(run("ingest", Cli.summary(folder, "Rupture")).code()).isZero();
        assertThat(run("remove", "--reason", "taken back", Served.ROOT + "summary/2022-01/silence")
                        .code())
                .isZero();
        Outcome second = release(folder.resolve("releases"));
        assertThat(second.code()).as(second.err()).isZero();

        Path release = folder.resolve("releases").resolve(nameOfVersion());
        List<String> changes = unpacked(release, "changes.csv").lines().toList();
        assertThat(changes)
                .anyMatch(line -> line.startsWith(Served.ROOT + "summary/2022-01/rupture,added,"))
                .anyMatch(line -> line.startsWith(Served.ROOT + "summary/2022-01/silence,removed,"))
                .noneMatch(line -> line.contains("/listening,"));
        assertThat(Files.readString(release.resolve("dcat.ttl"))).contains("dump#" + first);
    }

    @Test
    void aFolderOfReleasesUnderAnotherBaseIsLeftAlone() throws IOException {
        var before = files(released());
        Outcome other = run("release", "--base-uri", "https://other.example/", folder.resolve("releases"));

        assertThat(other.code()).isEqualTo(1);
        assertThat(other.err()).contains(Served.ROOT, "https://other.example/");
        assertThat(files(folder.resolve("releases"))).isEqualTo(before);
    }

    @Test
    void aServerOffersWhatIsReleasedWhileItRuns() throws Exception {
        try (Served served = new Served(store(), folder.resolve("drop"))) {
            assertThat(get(served, "dump").statusCode()).isEqualTo(404);

            Outcome release = run("release");
            assertThat(release.code()).as(release.err()).isZero();

            Path made = only(store().resolve("releases"));
            String page = new String(get(served, "dump").body(), StandardCharsets.UTF_8);
            for (String name : files(made).keySet()) {
                String path = "dump/" + made.getFileName() + "/" + name;
                assertThat(page).contains("href=\"/" + path + "\"");
                HttpResponse<byte[]> file = get(served, path);
                assertThat(file.statusCode()).as(path).isEqualTo(200);
                assertThat(file.body()).isEqualTo(Files.readAllBytes(made.resolve(name)));
                assertThat(file.headers().firstValue("Last-Modified")).hasValue(httpDate());
                assertThat(file.headers().firstValue("Content-Encoding")).isEmpty();
            }
            assertThat(get(served, "dump/" + made.getFileName() + "/../../manifest.json")
                            .statusCode())
                    .isIn(400, 404);
            assertThat(new String(get(served, ".well-known/void.ttl").body(), StandardCharsets.UTF_8))
                    .contains("void:dataDump")
                    .contains("dump/" + made.getFileName() + "/summaries.nq.gz");
            assertThat(new String(get(served, "sitemap.xml").body(), StandardCharsets.UTF_8))
                    .contains("<loc>" + Served.ROOT + "dump</loc>");
        }
    }

    private Path released() {
        Outcome release = release(folder.resolve("releases"));
        assertThat(release.code()).as(release.err()).isZero();
        return folder.resolve("releases");
    }

    private Outcome release(Path target) {
        return run("release", target);
    }

    private Outcome run(String command, Object... arguments) {
        return Cli.run(
                Stream.concat(Stream.of(command, "--store", store(), "--sources", Sources.FOLDER), Stream.of(arguments))
                        .toArray());
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Instant version() {
        try (GraphArchive archive = GraphArchive.openForReading(store())) {
            return archive.version().committed();
        }
    }

    private String nameOfVersion() {
        return version().toString().replaceAll("(..):(..):(..)Z", "$1$2$3Z");
    }

    private String httpDate() {
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .format(version().atZone(ZoneOffset.UTC));
    }

    private static void waitASecond() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1100);
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.toList();
            assertThat(found).hasSize(1);
            return found.getFirst();
        }
    }

    private static String unpacked(Path release, String name) throws IOException {
        byte[] packed = Files.readAllBytes(release.resolve(name + ".gz"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static HttpResponse<byte[]> get(Served served, String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + served.port() + "/" + path);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }
}
