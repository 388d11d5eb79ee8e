package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.index.Derivation;
import dev.precis.sparql.index.GraphStore;
import dev.precis.sparql.index.MemoryFolder;
import java.io.BufferedReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
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
            int acknowledged = victim().runAndKill(2 + random.nextInt(20), random.nextInt(30));

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
        Process child = victim().start();
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

    private Victim victim() {
        return new Victim(Committer.class, store);
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
                    try (ArchiveBatch batch = archive.batch()) {
                        for (int i = 0; i < BATCH; i++) {
                            batch.put(Graphs.summary("summary/2020-09/post-" + i, Long.toString(n)));
                        }
                        batch.commit();
                    }
                    System.out.println(n);
                }
            }
        }
    }
}
