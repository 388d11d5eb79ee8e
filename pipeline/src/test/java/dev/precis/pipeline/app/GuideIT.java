package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guide to the endpoint shows is what clients print; those that are not on this machine are left out. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideIT {
    private static final Path GUIDE = Path.of("..", "docs", "endpoint.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("```(\\w+)\n((?:(?!```).)*)```\n\n```text\n((?:(?!```).)*)```\n", Pattern.DOTALL);

    /** The one that Debian's packages are for. */
    private static final String PYTHON = "/usr/bin/python3";

    /** What reads a program from its standard input. */
    private static final Map<String, List<String>> PROGRAMS = Map.of(
            "sh", List.of("sh", "-e"),
            "python", List.of(PYTHON, "-W", "ignore", "-"),
            "r", List.of("Rscript", "-"),
            "js", List.of("node", "--input-type=module"));
    /** What tells, by its exit, whether a machine can run examples. */
    private static final Map<String, List<String>> PROBES = Map.of(
            "sh", List.of("curl", "--etag-save", "/dev/null", "--version"),
            "python", List.of(PYTHON, "-c", "import SPARQLWrapper, pandas, rdflib"),
            "r", List.of("Rscript", "-e", "library(metafor)"),
            "js", List.of("node", "--eval", "fetch"));

    @TempDir
    private static Path folder;

    private SampleSite site;

    /** A program of the guide, and what it prints. */
    record Example(String language, String program, String output) {
        @Override
        public String toString() {
            return language + ": " + program.lines().findFirst().orElse("");
        }
    }

    static List<Example> examples() throws IOException {
        Matcher shown = EXAMPLE.matcher(Files.readString(GUIDE));
        List<Example> examples = new ArrayList<>();
        while (shown.find()) {
            examples.add(new Example(shown.group(1), shown.group(2), shown.group(3)));
        }
        return examples;
    }

    @BeforeAll
    void serveTheSampleArchive() {
        site = new SampleSite(folder);
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @Test
    void everyLanguageOfTheGuideIsKnown() throws IOException {
        assertThat(examples()).hasSizeGreaterThan(8).allMatch(example -> PROGRAMS.containsKey(example.language()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theExamplePrintsWhatIsShown(Example example) throws Exception {
        assumeTrue(exit(PROBES.getOrDefault(example.language(), List.of())) == 0, example.language() + " is not here");
        // the data keep their names, whatever port they are served on
        String program = example.program()
                .replace("http://localhost:3030/sparql", site.address("sparql"))
                .replace("http://localhost:3030/api", site.address("api"));

        assertThat(printed(PROGRAMS.getOrDefault(example.language(), List.of()), program))
                .isEqualTo(example.output());
    }

    private static int exit(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }

    private static String printed(List<String> command, String program) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        try (Writer in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(program);
        }
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed.replace("\r\n", "\n");
    }
}
