package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.Sources;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int runOnStore(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--store", store().toString()));
        arguments.addAll(List.of("--sources", Sources.FOLDER.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Path store() {
        return folder.resolve("store");
    }

    private Path summary(String title) throws IOException {
        Path file = folder.resolve("summary.md");
        return Files.writeString(file, "---\ntitle: " + title + "\nmonth: 2022-01\n---\n\nA text.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "serve", "demo", "read", "try", "learn", "export", "verify", "rebuild"})
    void everyCommandHasHelp(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: precis " + command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http"})
    void refusesAPortThatIsNone(String port) {
        assertThat(runOnStore("serve", "--port", port)).isEqualTo(2);
        assertThat(err.toString()).contains("--port").contains(port);
        assertThat(store()).doesNotExist();
    }

    @Test
    void tellsWhichFormatsThereAre() throws IOException {
        Files.createDirectory(store());
        assertThat(runOnStore("export", "--format", "xml")).isEqualTo(2);
        assertThat(err.toString()).contains("nquads, turtle or jsonld").contains("xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elsewhere",
                "ftp://example.org/",
                "mailto:a@example.org",
                "http://example.org/?a=b",
                "http:///",
                "http://example.org/#a",
                "http://example.org/é"
            })
    void refusesABaseThatNoServerCouldHave(String base) {
        assertThat(runOnStore("serve", "--base-uri", base)).isEqualTo(2);
        assertThat(err.toString()).contains("--base-uri").contains(base);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "http://", "http://a b/", "https:///blog"})
    void refusesAnInputThatNamesNothing(String input) {
        assertThat(runOnStore("ingest", input)).isEqualTo(2);
        assertThat(store()).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "rebuild", "export"})
    void makesNoStoreWhereNothingIsToBeKept(String command) {
        String[] format = command.equals("export") ? new String[] {"--format=nquads"} : new String[0];
        assertThat(runOnStore(command, format)).isEqualTo(2);
        assertThat(err.toString()).contains("no store at " + store());
        assertThat(store()).doesNotExist();
    }

    @Test
    void saysWhatIsWrongWithAPlaceThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(store());
        assertThat(runOnStore("ingest", summary("A Summary").toString())).isEqualTo(1);
        assertThat(err.toString()).contains(file + ": there is a file of that name");
    }

    @Test
    void saysWhenAPortIsTaken() throws IOException {
        assertThat(runOnStore("ingest", summary("A Summary").toString())).isZero();
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(runOnStore("serve", "--port", Integer.toString(taken.getLocalPort())))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("cannot listen on port " + taken.getLocalPort());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01", "0001-01", "1022-01", "9999-12", "2022-13"})
    void refusesAMonthInWhichNobodyPosted(String month) throws IOException {
        Path file = summary("A Summary");
        Files.writeString(file, Files.readString(file).replace("2022-01", month));

        assertThat(runOnStore("ingest", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("quarantined: summary.md:3: ", "month", month);
        assertThat(out.toString()).contains("0 new", "1 quarantined");
    }

    @Test
    void mendsADamagedSummaryWhenItsSourceIsReadAgain() throws IOException {
        String input = summary("A Summary").toString();
        assertThat(runOnStore("ingest", input)).isZero();
        Path graph = store().resolve("graphs/summary/2022-01/a-summary.nq");
        byte[] whole = Files.readAllBytes(graph);
        Files.writeString(graph, "damaged");
        assertThat(runOnStore("verify")).isEqualTo(1);

        assertThat(runOnStore("ingest", input)).isZero();
        assertThat(graph).hasBinaryContent(whole);
        assertThat(runOnStore("verify")).isZero();
    }
}
