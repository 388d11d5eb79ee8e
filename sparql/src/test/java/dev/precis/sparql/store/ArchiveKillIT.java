package dev.precis.sparql.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, with no warning, a process that commits one batch after another, and looks at what it leaves. */
class ArchiveKillIT {
    // -Dkill.rounds=200 for a night
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final int BATCH = 6;

    @TempDir(factory = MemoryFolder.class)
    Path store;

    @Test
    void whateverWasAcknowledgedIsThereAndNoBatchIsHalfThere() throws Exception {
        Random random = new Random(7);
        for (int round = 1; round <= ROUNDS; round++) {
            int acknowledged = runAndKill(2 + random.nextInt(20), random.nextInt(30));

            try (GraphArchive archive = GraphArchive.open(store);
                    GraphStore index = GraphStore.open(archive, "", "1", Derivation.NONE)) {
                assertThat(index.verify()).isEmpty();
                Set<String> titles = archive.entries().stream()
                        .map(row -> Graphs.quads(archive.read(row)).stream()
                                .filter(quad -> quad.contains("headline"))
                                .map(quad -> quad.replaceAll(".*\"([^\"]*)\"@en.*", "$1"))
                                .collect(Collectors.joining()))
                        .collect(Collectors.toSet());
                assertThat(archive.entries()).hasSize(BATCH);
                assertThat(titles).as("all graphs are of one batch").hasSize(1);
                assertThat(Integer.parseInt(titles.iterator().next())).isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoseTheStoreIs() throws Exception {
        Process child = start();
        try (BufferedReader acknowledgements = child.inputReader()) {
            acknowledgements.readLine();

            assertThatThrownBy(() -> GraphArchive.open(store))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("in use by process " + child.pid());
        } finally {
            child.toHandle().destroyForcibly(); // unlike that of the process, it leaves the stream open
            child.waitFor();
        }
        GraphArchive.open(store).close();
    }

    /**
     * Lets a process commit so many batches, waits that many milliseconds more, kills it; gives the last batch it told
     * of.
     */
    private int runAndKill(int commits, int milliseconds) throws Exception {
        Process child = start();
        int last = 0;
        try (BufferedReader acknowledgements = child.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < commits; i++) {
                last = Integer.parseInt(acknowledgements.readLine());
            }
            child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
            child.toHandle().destroyForcibly(); // unlike that of the process, it leaves the stream open
            child.waitFor();
            for (String line = acknowledgements.readLine(); line != null; line = acknowledgements.readLine()) {
                last = Integer.parseInt(line);
            }
        }
        return last;
    }

    private Process start() throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Committer.class.getName(),
                store.toString());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /**
     * The process to be killed: batch n gives all its graphs the title n, and is told on standard output when it is in.
     */
    static final class Committer {
        private Committer() {}

        public static void main(String[] arguments) {
            try (GraphArchive archive = GraphArchive.open(Path.of(arguments[0]))) {
                long version = archive.entries().stream()
                        .mapToLong(ArchiveEntry::version)
                        .max()
                        .orElse(0);
                for (long n = version + 1; ; n++) {
                    for (int i = 0; i < BATCH; i++) {
                        archive.stage(
                                Graphs.summary("summary/2020-09/post-" + i, Long.toString(n)), "content " + n, "");
                    }
                    archive.commit();
                    System.out.println(n);
                }
            }
        }
    }
}
