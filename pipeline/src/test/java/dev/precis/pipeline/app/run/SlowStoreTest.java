package dev.precis.pipeline.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.app.run.Inputs.Input;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.source.LegacySite;
import dev.precis.pipeline.source.SourceProfiles;
import dev.precis.sparql.archive.GraphArchive;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A store that takes its time holds a crawl up: nothing is fetched meanwhile, so that nothing heaps up. */
@Timeout(60)
class SlowStoreTest {
    private static final long WHILE = Duration.ofMillis(10).toNanos();

    @TempDir
    private Path folder;

    @Test
    void nothingIsFetchedWhileWhatWasReadIsKept() throws IOException {
        List<Integer> meanwhile = new ArrayList<>();
        try (LegacySite site = new LegacySite();
                GraphArchive archive = GraphArchive.open(folder.resolve("store"))) {
            SourceProfile profile = profile(site);
            new Reading(
                            archive,
                            true,
                            new Progress(new PrintWriter(Writer.nullWriter()), false),
                            Duration.ZERO,
                            ago -> {
                                int before = site.requests().size();
                                LockSupport.parkNanos(WHILE);
                                meanwhile.add(site.requests().size() - before);
                                return false;
                            })
                    .read(Map.of(profile, List.of(new Input.Address(profile.home()))));
        }
        assertThat(meanwhile).hasSizeGreaterThan(10).containsOnly(0);
    }

    private SourceProfile profile(LegacySite site) throws IOException {
        Path source = Files.createDirectories(folder.resolve("sources/blog"));
        Files.writeString(source.resolve("profile.yaml"), """
            name: Blog
            home: %s
            publisher: Us
            licence: https://creativecommons.org/licenses/by/4.0/
            listing: {filters: [cat_1, cat_2]}
            crawl: {delay: 0ms, retries: 0}
            """.formatted(site.address("/pprnet/blog")));
        return new SourceProfiles("test").read(source);
    }
}
