package dev.precis.pipeline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.app.Cli.Outcome;
import dev.precis.pipeline.app.run.Inputs;
import dev.precis.pipeline.app.run.Progress;
import dev.precis.pipeline.app.run.Reading;
import dev.precis.pipeline.app.settings.StopSignal;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.index.Verification;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An ingest that something comes in the way of keeps what it has, and gives the same when it is done again. */
@Timeout(300)
class InterruptedIngestTest {
    private static final int PAGES = 300;

    @TempDir
    private Path folder;

    @Test
    void toldToEndItKeepsWhatItHas() throws Exception {
        Path input = summaries(PAGES);
        Child child = Child.in(folder);
        Process process = child.start(ingest(store("stopped"), input));
        while (process.isAlive() && !child.err().contains("100 of " + PAGES)) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.destroy();
        Outcome stopped = child.ended(process);

        assertThat(stopped.code()).as(stopped.err()).isEqualTo(143);
        assertThat(stopped.err()).contains("precis: stopped; what was read so far is kept");
        try (GraphArchive archive = GraphArchive.openForReading(store("stopped"))) {
            assertThat(Verification.ofArchive(archive)).isEmpty();
            assertThat(archive.entries().stream().filter(row -> row.isRead())).hasSizeBetween(100, PAGES - 1);
        }
        Outcome again = Cli.run(ingest(store("stopped"), input));
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Cli.run(ingest(store("undisturbed"), input)).code()).isZero();
        assertThat(graphs("stopped")).isEqualTo(graphs("undisturbed"));
    }

    /** Posts of this archive are told by several pages each: by a page of their own, by lists, by lists of a topic. */
    @Test
    void whereverItIsStoppedTheNextRunGivesTheSame() {
        SourceProfile profile =
                new SourceProfiles("test").readAll(Sources.FOLDER).get("pprnet");
        Path input = profile.folder().resolve("archive");
        read(store("undisturbed"), profile, input, Integer.MAX_VALUE);
        SortedMap<String, String> undisturbed = graphs("undisturbed");

        List<Integer> kept = new ArrayList<>();
        for (int pages = 1; pages <= 9; pages += 2) {
            Path store = store("after-" + pages);
            int after = pages;
            assertThatThrownBy(() -> read(store, profile, input, after))
                    .isInstanceOf(StopSignal.StoppedException.class);
            kept.add(Cli.files(store.resolve("graphs")).size());
            read(store, profile, input, Integer.MAX_VALUE);
            assertThat(lines(graphs("after-" + pages)))
                    .as("after %d pages", pages)
                    .containsExactlyElementsOf(lines(undisturbed));
        }
        assertThat(kept).isSorted().first().isNotEqualTo(0);
    }

    private static List<String> lines(SortedMap<String, String> files) {
        return files.values().stream().flatMap(String::lines).toList();
    }

    private static void read(Path store, SourceProfile profile, Path input, int pages) {
        AtomicInteger asked = new AtomicInteger();
        try (GraphArchive archive = GraphArchive.open(store)) {
            // between two pages it is asked with no time gone, between two posts with some
            new Reading(
                            archive,
                            false,
                            new Progress(new PrintWriter(Writer.nullWriter()), false),
                            Duration.ofDays(1),
                            ago -> ago.isZero() && asked.incrementAndGet() >= pages)
                    .read(Inputs.one(profile, input));
        }
    }

    /** A process without memory ends; what it leaves is what one leaves that is killed. */
    @Test
    void whoRunsOutOfMemoryEndsAndTheNextRunGivesTheSame() throws Exception {
        Path input = summaries(100);
        Outcome starved = Child.in(folder).withHeap("18m").run(ingest(store("starved"), input));

        assertThat(starved.code()).as(starved.toString()).isEqualTo(3); // that of Java
        assertThat(Cli.run(ingest(store("starved"), input)).code()).isZero();
        assertThat(Cli.run(ingest(store("undisturbed"), input)).code()).isZero();
        assertThat(graphs("starved")).isEqualTo(graphs("undisturbed"));
    }

    @Test
    void anExportThatFailsLeavesTheOneBeforeIt() throws Exception {
        Path store = store("store");
        assertThat(Cli.run(ingest(store, summaries(3))).code()).isZero();
        Path file = folder.resolve("all.nq");
        assertThat(Cli.run("export", "--store", store, "--format", "nquads", file)
                        .code())
                .isZero();
        String before = Files.readString(file);

        Path graph = store.resolve("graphs")
                .resolve(graphs("store").keySet().stream()
                        .filter(name -> name.contains("number-2"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(graph, "cut");
        Outcome failed = Cli.run("export", "--store", store, "--format", "nquads", file);
        assertThat(failed.code()).as(failed.toString()).isEqualTo(1);
        assertThat(failed.err().lines()).hasSize(1);
        assertThat(file).hasContent(before);
    }

    @Test
    void aFolderThatCannotBeReadIsNamedAndTheRestIsRead() throws Exception {
        Child child = Child.unprivileged(folder);
        assumeTrue(child.isPossible(), "no way to give up the rights of root");
        Path input = summaries(3);
        Path closed = Files.createDirectory(input.resolve("closed"));
        Cli.summary(closed, "Hidden");
        Path shut = Cli.summary(input, "Shut");
        try {
            Files.setPosixFilePermissions(closed, java.util.Set.of());
            Files.setPosixFilePermissions(shut, java.util.Set.of());
            Outcome outcome = child.run(ingest(store("store"), input));

            assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
            assertThat(outcome.err())
                    .contains("quarantined: closed: ", closed + ": access denied")
                    .contains("quarantined: shut.md: ", shut + ": access denied");
            assertThat(outcome.out()).contains("summaries: 3 new");
        } finally {
            Files.setPosixFilePermissions(closed, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aFullDiskIsSaidInOneSentence() throws Exception {
        Path store = Files.createDirectories(store("store"));
        Child child = Child.after("mount -t tmpfs -o size=600k none '" + store + "'", folder);
        assumeTrue(child.isPossible(), "no file system can be mounted");
        Outcome full = child.run(ingest(store, summaries(PAGES)));

        assertThat(full.code()).as(full.err()).isEqualTo(75);
        assertThat(full.err().lines().filter(line -> !line.endsWith(" read"))).hasSize(1);
        assertThat(full.err())
                .contains("precis: no room left on the disk", "do the same again")
                .doesNotContain("amel");
    }

    @Test
    void aBackupForWhichThereIsNoRoomIsNone() throws Exception {
        assertThat(Cli.run(ingest(store("store"), summaries(30))).code()).isZero();
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Child child = Child.after("mount -t tmpfs -o size=200k none '" + copy + "'", folder);
        assumeTrue(child.isPossible(), "no file system can be mounted");
        Outcome full = child.run("backup", "--store", store("store"), "--sources", Sources.FOLDER, copy);

        assertThat(full.code()).as(full.err()).isEqualTo(75);
        assertThat(full.err().lines()).hasSize(1);
    }

    @Test
    void anIndexForWhichThereIsNoRoomIsNotBegun() throws Exception {
        assertThat(Cli.run(ingest(store("store"), summaries(3))).code()).isZero();
        Path index = Files.createDirectories(store("store").resolve("index"));
        Child child = Child.after("mount -t tmpfs -o size=20m none '" + index + "'", folder);
        assumeTrue(child.isPossible(), "no file system can be mounted");
        Outcome full = child.run("rebuild", "--store", store("store"), "--sources", Sources.FOLDER);

        assertThat(full.code()).as(full.err()).isEqualTo(75);
        assertThat(full.err()).contains("no room left on the disk", "the archive is complete");
    }

    private static Object[] ingest(Path store, Path input) {
        return new Object[] {"ingest", "--no-index", "--store", store, "--sources", Sources.FOLDER, input};
    }

    private Path summaries(int count) {
        Path input = folder.resolve("in");
        for (int i = 0; i < count; i++) {
            Cli.summary(input, "Number " + i);
        }
        return input;
    }

    private SortedMap<String, String> graphs(String store) {
        return Cli.files(store(store).resolve("graphs"));
    }

    private Path store(String name) {
        return folder.resolve("stores").resolve(name);
    }
}
