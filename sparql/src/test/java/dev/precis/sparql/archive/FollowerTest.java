package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.index.MemoryFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who follow an archive are told, whatever they missed. */
class FollowerTest {
    private static final NamedGraph ALLIANCE = Graphs.summary("summary/2020-09/alliance", "Alliance");
    private static final NamedGraph ALLIANCE_2 = Graphs.summary("summary/2020-09/alliance", "The Alliance");
    private static final NamedGraph BURNOUT = Graphs.summary("summary/2020-10/burnout", "Burnout");
    private static final String ALL = "all";

    @TempDir(factory = MemoryFolder.class)
    Path store;

    private final Mirror mirror = new Mirror();
    private Instant now = Instant.parse("2020-09-01T12:00:00Z");
    private GraphArchive archive;

    /** Notes what it is told. */
    private static final class Mirror implements Follower {
        private final List<String> told = new ArrayList<>();
        private ArchiveVersion version = ArchiveVersion.NONE;
        private ArchiveVersion newest = ArchiveVersion.NONE;

        @Override
        public ArchiveVersion version() {
            return version;
        }

        @Override
        public void follow(List<Change> changes, ArchiveVersion to) {
            changes.forEach(change -> told.add(change.kind() + " "
                    + change.graph().substring(change.graph().lastIndexOf('/') + 1) + " " + change.version()));
            version = to;
        }

        @Override
        public void followAnew() {
            told.add(ALL);
            version = newest;
        }
    }

    @BeforeEach
    void open() {
        archive = GraphArchive.open(store, (InstantSource) () -> now);
    }

    @AfterEach
    void close() {
        archive.close();
    }

    @Test
    void whoComesFirstTakesInEverything() {
        Graphs.keep(archive, ALLIANCE);

        assertThat(bringUpToDate()).containsExactly(ALL);
        assertThat(bringUpToDate()).isEmpty();
    }

    @Test
    void whoFollowsAnEmptyArchiveIsToldOfTheFirstCommit() {
        mirror.version = archive.version();
        Graphs.keep(archive, ALLIANCE, BURNOUT);

        assertThat(bringUpToDate()).containsExactly("PUT alliance 1", "PUT burnout 1");
    }

    @Test
    void isToldTheLastThatHappenedToEachGraph() {
        Graphs.keep(archive, ALLIANCE, BURNOUT);
        bringUpToDate();
        Graphs.keep(archive, ALLIANCE_2);
        Graphs.keep(archive, ALLIANCE);
        Graphs.remove(archive, BURNOUT);

        assertThat(bringUpToDate()).containsExactly("PUT alliance 3", "REMOVED burnout 4");
        assertThat(mirror.version).isEqualTo(archive.version());
    }

    @Test
    void goesOnAfterARestart() {
        Graphs.keep(archive, ALLIANCE);
        bringUpToDate();
        Graphs.keep(archive, BURNOUT);
        archive.close();
        open();
        Graphs.remove(archive, ALLIANCE);

        assertThat(bringUpToDate()).containsExactly("REMOVED alliance 3", "PUT burnout 2");
    }

    @Test
    void whoIsOfAnotherHistoryTakesInEverything() {
        Graphs.keep(archive, ALLIANCE);
        mirror.version = new ArchiveVersion(1, now.minusSeconds(1));
        assertThat(bringUpToDate()).containsExactly(ALL);

        mirror.version = new ArchiveVersion(7, now);
        assertThat(bringUpToDate()).containsExactly(ALL);
    }

    @Test
    void whereTheLogIsGoneEverythingIsTakenInOnce() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        bringUpToDate();
        Files.delete(store.resolve("changes.jsonl"));
        Graphs.keep(archive, BURNOUT);
        assertThat(bringUpToDate()).containsExactly(ALL);

        Graphs.keep(archive, ALLIANCE_2);
        assertThat(bringUpToDate()).containsExactly("PUT alliance 3");
    }

    @Test
    void whatStandsBehindTheLastCommitIsNoPartOfTheLog() throws IOException {
        Graphs.keep(archive, ALLIANCE);
        bringUpToDate();
        archive.close();
        Path log = store.resolve("changes.jsonl");
        String line = Files.readString(log);
        for (String behind :
                List.of(line.replace("\"version\":1", "\"version\":2"), line.substring(0, 30), "\u00e4\n")) {
            Files.writeString(log, behind, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        }
        open();
        assertThat(bringUpToDate()).isEmpty();

        Graphs.keep(archive, BURNOUT);
        assertThat(bringUpToDate()).containsExactly("PUT burnout 2");
        assertThat(Files.readAllLines(log)).hasSize(2);
    }

    private List<String> bringUpToDate() {
        mirror.told.clear();
        mirror.newest = archive.version();
        archive.bringUpToDate(mirror);
        return mirror.told;
    }
}
