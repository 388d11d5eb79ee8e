package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.run.Wiring;
import dev.precis.pipeline.app.scale.Scale;
import dev.precis.pipeline.app.settings.Settings;
import dev.precis.pipeline.app.settings.Version;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.GraphStore;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.ResultSetFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README shows is what happens. */
class ReadmeIT {
    private static final Path ROOT = Path.of("..");

    @TempDir
    private Path store;

    @Test
    void theQueryHasTheAnswerThatIsShown() throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int exit = Main.run(
                out,
                out,
                "ingest",
                "--store",
                store.toString(),
                "--sources",
                ROOT.resolve("data/sources").toString(),
                ROOT.resolve("data").toString());

        assertThat(exit).as(said.toString()).isZero();
        assertThat(answer(block("sparql"))).isEqualTo(block("csv"));
    }

    @Test
    void everyCommandThatIsShownIsThere() throws IOException {
        Matcher shown = Pattern.compile("\\./precis ([a-z]+)").matcher(readme());
        while (shown.find()) {
            assertThat(Scale.join(new CommandLine(new Main())).getSubcommands()).containsKey(shown.group(1));
        }
        assertThat(readme()).contains("./precis demo", "mvn verify");
    }

    private String answer(String query) {
        try (GraphArchive archive = GraphArchive.open(store);
                GraphStore index =
                        GraphStore.open(archive, Settings.LOCAL_BASE, Version.number(), Wiring.derivation())) {
            Dataset dataset = DatasetFactory.wrap(index.dataset());
            dataset.begin(ReadWrite.READ);
            try (QueryExecution execution =
                    QueryExecution.dataset(dataset).query(query).build()) {
                ByteArrayOutputStream csv = new ByteArrayOutputStream();
                ResultSetFormatter.outputAsCSV(csv, execution.execSelect());
                return csv.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
            } finally {
                dataset.end();
            }
        }
    }

    private static String block(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(readme());
        assertThat(block.find()).as("a block of " + language + " in README").isTrue();
        return block.group(1);
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
