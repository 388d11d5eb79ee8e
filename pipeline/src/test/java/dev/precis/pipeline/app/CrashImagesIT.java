package dev.precis.pipeline.app;

import static dev.precis.pipeline.app.StoredContent.graphs;
import static dev.precis.pipeline.app.StoredContent.told;
import static dev.precis.pipeline.app.StoredContent.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.StoredLife.Step;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.sparql.archive.DurableFiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Derivation;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.index.Verification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every command leaves that changes a store, when its process dies at an instant that nobody chose: the batch is
 * in or it is not, and who does the same again has what an undisturbed run gives, files beside the graphs included.
 */
@Timeout(300)
class CrashImagesIT {
    // -Dcrash.images=40 for a night
    private static final int IMAGES = Integer.getInteger("crash.images", 2);

    @TempDir
    private Path folder;

    private int looked;

    @Test
    void whereverACommandDiesDoingItAgainGivesWhatAnUndisturbedRunGives() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no process can be stopped here");
        StoredLife life = new StoredLife(folder);
        Process writer = writer();
        try (LegacySite site = new LegacySite();
                Photographer photographer = new Photographer(writer, new Random(7));
                Writer orders = writer.outputWriter(StandardCharsets.UTF_8);
                BufferedReader answers = writer.inputReader(StandardCharsets.UTF_8)) {
            SortedMap<String, String> before = new TreeMap<>();
            for (Step step : Step.values()) {
                Path store = folder.resolve(step == Step.BEGIN_WITH_A_REGISTER ? "fresh" : "store");
                life.prepare(step, site, folder.resolve("store"));
                orders.write(step + " " + store + "\n");
                orders.flush();
                List<SortedMap<String, String>> images =
                        photographer.images(store, IMAGES, () -> writer.isAlive() && !isReady(answers));
                String answer = answers.readLine();
                SortedMap<String, String> after = Cli.files(store);
                assertThat(answer).as("%s", step).matches(step == Step.INGEST ? "1 .*" : "0 .*|1 unreachable.*");
                assertThat(told(after)).as("%s does something", step).isNotEqualTo(told(before));
                for (SortedMap<String, String> image : images) {
                    look(life, step, image, List.of(graphs(before), graphs(after)), told(after));
                }
                before = step == Step.RETRY ? new TreeMap<>() : after;
            }
        } finally {
            writer.destroyForcibly();
        }
        assertThat(looked).isGreaterThan(Step.values().length);
    }

    private void look(
            StoredLife life,
            Step step,
            SortedMap<String, String> image,
            List<SortedMap<String, String>> states,
            List<String> undisturbed)
            throws IOException {
        Path store = Photographer.develop(image, folder.resolve("image"));
        String what = "%s died at image %d, with %s"
                .formatted(
                        step,
                        looked++,
                        image.keySet().stream()
                                .filter(name -> name.matches(".*(staged|next|new|former|absences|runs).*"))
                                .toList());
        try (GraphArchive archive = GraphArchive.open(store)) {
            assertThat(Verification.ofArchive(archive)).as(what).isEmpty();
            assertThat(graphs(Cli.files(store))).as(what).isIn(states);
        }
        // to look once more is to miss a post twice
        if (step != Step.MISS || !told(image).equals(undisturbed)) {
            Outcome again = life.run(step, store);
            List<String> told = told(Cli.files(store));
            assertThat(without(undisturbed, told))
                    .as("%s; lost, though done again: %s", what, again)
                    .isEmpty();
            assertThat(without(told, undisturbed))
                    .as("%s; too much, done again: %s", what, again)
                    .isEmpty();
        }
        if (looked % 8 == 0) {
            try (GraphArchive archive = GraphArchive.open(store);
                    GraphStore index = GraphStore.open(archive, "", "1", Derivation.NONE)) {
                assertThat(index.verify()).as(what).isEmpty();
            }
        }
        DurableFiles.deleteTree(folder.resolve("image"));
    }

    private Process writer() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoredLife.Writer.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static boolean isReady(BufferedReader answers) {
        try {
            return answers.ready();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
