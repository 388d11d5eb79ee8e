package dev.precis.pipeline.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.run.Runs;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.SourceProfiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When crawls are due, whatever becomes of the clock. */
class ScheduledCrawlsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration DECADE = Duration.ofDays(3653);
    private static final Duration AT_MOST = Duration.ofHours(26);

    @TempDir
    private Path folder;

    private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

    @Test
    void aRunOfTheFutureByAClockThatWasWrongPutsNoCrawlOff() throws IOException {
        Runs.of(folder, "blog")
                .add(new Runs.Run(Runs.Kind.CRAWL, NOW.plus(DECADE), NOW.plus(DECADE), 0, "done", List.of()));
        try (ScheduledCrawls crawls = crawls()) {
            assertThat(crawls.next("blog").orElseThrow()).isBetween(NOW, NOW.plus(AT_MOST));
        }
    }

    @Test
    void aClockThatIsSetBackWhileItIsServedPutsNoCrawlOff() throws IOException {
        clock.set(NOW.plus(DECADE));
        try (ScheduledCrawls crawls = crawls()) {
            assertThat(crawls.next("blog").orElseThrow()).isAfter(NOW.plus(DECADE));
            clock.set(NOW);
            assertThat(crawls.next("blog").orElseThrow()).isBetween(NOW, NOW.plus(AT_MOST));
        }
    }

    @Test
    void whatWasIngestedPutsNoCrawlOff() throws IOException {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        Runs runs = Runs.of(folder, "blog");
        runs.add(new Runs.Run(Runs.Kind.CRAWL, yesterday, yesterday, 0, "done", List.of()));
        runs.add(new Runs.Run(Runs.Kind.INGEST, NOW, NOW, 0, "done", List.of()));
        clock.set(NOW.minus(Duration.ofDays(1)));
        try (ScheduledCrawls crawls = crawls()) {
            assertThat(crawls.next("blog").orElseThrow()).isBetween(yesterday, yesterday.plus(AT_MOST));
        }
    }

    /** Of one blog that is due every night, and none of which runs here. */
    private ScheduledCrawls crawls() throws IOException {
        Files.createDirectories(folder.resolve("sources/blog"));
        Files.writeString(folder.resolve("sources/blog/profile.yaml"), """
            name: Blog
            home: https://blog.example/
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            crawl: {schedule: "0 3 * * *"}
            """);
        SequencedMap<String, SourceProfile> profiles = new SourceProfiles("test").readAll(folder.resolve("sources"));
        return new ScheduledCrawls(
                folder,
                folder.resolve("sources"),
                profiles.values(),
                arguments -> {
                    throw new IllegalStateException("nothing is due: " + arguments);
                },
                new PrintWriter(Writer.nullWriter()),
                clock::get);
    }
}
