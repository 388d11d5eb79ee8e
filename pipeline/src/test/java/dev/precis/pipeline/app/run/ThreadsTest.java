package dev.precis.pipeline.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.pipeline.Sources;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.execute.StageExecutors;
import dev.precis.pipeline.quarantine.Quarantine;
import dev.precis.pipeline.quarantine.Withheld;
import dev.precis.pipeline.route.Tally;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** However many threads read, all that comes of it is the same. */
@Timeout(300)
class ThreadsTest {
    private static final Map<String, SourceProfile> PROFILES = new SourceProfiles("test").readAll(Sources.FOLDER);

    @TempDir
    private Path folder;

    /** What a run leaves and tells. */
    private record Outcome(Map<String, String> files, List<String> withheld, String tally, Set<Notice> notices) {}

    @Test
    void theSampleArchivesAreReadAlike() throws IOException {
        Outcome alone = read("alone", StageExecutors.DIRECT);

        assertThat(alone.files()).hasSizeGreaterThan(40);
        for (int threads : List.of(2, 5)) {
            assertThat(read("by-" + threads, StageExecutors.threads(threads)))
                    .as("%d threads", threads)
                    .isEqualTo(alone);
        }
    }

    @Test
    void whatWasReadBeforeIsNotReadAgain() throws IOException {
        List<String> threads = Collections.synchronizedList(new ArrayList<>());
        StageExecutors watched = (source, settings, here) -> StageExecutors.threads(3)
                .of(
                        source,
                        settings,
                        new WatchedStages(
                                here, () -> threads.add(Thread.currentThread().getName())));
        Outcome first = read("again", watched);
        assertThat(threads).contains("stage-1", "stage-2", "stage-3").hasSizeGreaterThan(50);

        threads.clear();
        assertThat(read("again", watched).files()).isEqualTo(first.files());
        // what was read is not kept of the first two pages of a run: most runs have no more
        assertThat(threads).hasSizeLessThanOrEqualTo(2 * PROFILES.size());
    }

    @Test
    void aStageThatFailsFailsTheRunWithItsOwnWords() {
        StageExecutors failing = (source, settings, here) -> StageExecutors.threads(2)
                .of(source, settings, new WatchedStages(here, () -> {
                    throw new IllegalArgumentException("no such day");
                }));

        assertThatThrownBy(() -> read("failing", failing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no such day");
    }

    private Outcome read(String name, StageExecutors executors) throws IOException {
        Path store = folder.resolve(name);
        List<String> tallies = new ArrayList<>();
        Set<Notice> notices = new HashSet<>();
        try (GraphArchive archive = GraphArchive.open(store)) {
            for (SourceProfile profile : PROFILES.values()) {
                Tally tally = new Reading(archive, false, new Progress(new PrintWriter(Writer.nullWriter()), false))
                        .by(executors)
                        .read(Inputs.one(profile, profile.folder().resolve("archive")));
                tallies.add(tally.toString());
                notices.addAll(tally.notices());
            }
        }
        List<String> withheld =
                new Quarantine(store).all().stream().map(Withheld::id).sorted().toList();
        return new Outcome(files(store.resolve("graphs")), withheld, String.join("\n", tallies), notices);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return files;
    }
}
