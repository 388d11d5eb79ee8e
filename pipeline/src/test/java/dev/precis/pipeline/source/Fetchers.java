package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.SourceProfile;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** Fetchers for tests: over real HTTP, with pauses that take no time. */
public final class Fetchers {
    private Fetchers() {}

    public static HttpFetcher patient(
            SourceProfile.Crawl crawl, Predicate<URI> scope, Path log, Function<String, byte[]> snapshots) {
        return new HttpFetcher(
                crawl,
                scope,
                new CheckedNames(SystemDefaultDnsResolver.INSTANCE, true),
                CaptureLog.read(log),
                snapshots,
                new ManualClock());
    }
}
