package dev.precis.sparql.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.archive.ArchiveEntry;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.Graphs;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Victim;
import dev.precis.sparql.words.Phrase;
import dev.precis.sparql.words.TextProperty;
import dev.precis.sparql.words.TextSearch;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills, with no warning, a process whose index follows one batch after another, and looks at what it leaves. */
class IndexKillIT {
    // -Dkill.rounds=200 for a night
    private static final int ROUNDS = Integer.getInteger("kill.rounds", 4);
    private static final int GRAPHS = 3;
    private static final String BASE = "https://blog.example/";
    private static final Derivation VOID = new VoidStatistics();

    @TempDir(factory = MemoryFolder.class)
    Path store;

    @Test
    void quadsWordsAndWhatIsDerivedAgreeWhereverItDies() throws Exception {
        Random random = new Random(11);
        for (int round = 1; round <= ROUNDS; round++) {
            int told = new Victim(Follower.class, store).runAndKill(1 + random.nextInt(8), random.nextInt(60));

            try (GraphArchive archive = GraphArchive.open(store);
                    GraphStore index = GraphStore.open(archive, BASE, "1", VOID)) {
                assertThat(index.verify()).isEmpty();
                assertThat(said(index, "number")).hasSize(GRAPHS);
                long last = archive.entries().getFirst().version();
                assertThat(last).isGreaterThanOrEqualTo(told);
                assertThat(said(index, "n" + last)).hasSize(GRAPHS);
                assertThat(said(index, "n" + (last - 1))).isEmpty();
            }
        }
    }

    private static Set<String> said(GraphStore index, String word) {
        return TextSearch.of(index.dataset()).graphs(Phrase.of(word, false), List.of(TextProperty.HEADLINE));
    }

    /** The process to be killed: batch n gives all its graphs the title n, and is told when the index has it. */
    static final class Follower {
        private Follower() {}

        public static void main(String[] arguments) {
            try (GraphArchive archive = GraphArchive.open(Path.of(arguments[0]));
                    GraphStore index = GraphStore.open(archive, BASE, "1", VOID)) {
                long version = archive.entries().stream()
                        .mapToLong(ArchiveEntry::version)
                        .max()
                        .orElse(0);
                for (long n = version + 1; ; n++) {
                    String title = "Number n" + n;
                    Graphs.keep(
                            archive,
                            IntStream.range(0, GRAPHS)
                                    .mapToObj(i -> Graphs.summary("summary/2020-09/post-" + i, title))
                                    .toArray(NamedGraph[]::new));
                    if (n % 5 == 0) {
                        index.rebuild();
                    } else {
                        index.follow();
                    }
                    System.out.println(n);
                }
            }
        }
    }
}
