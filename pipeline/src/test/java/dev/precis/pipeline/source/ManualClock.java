package dev.precis.pipeline.source;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still but for the pauses asked of it, which it takes no time for. */
final class ManualClock implements CrawlClock {
    static final Instant START = Instant.parse("2024-01-02T03:04:05Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Duration elapsed = Duration.ofSeconds(-7);

    @Override
    public synchronized Instant now() {
        return START.plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
    }

    @Override
    public synchronized Duration elapsed() {
        return elapsed;
    }

    @Override
    public synchronized void sleep(Duration pause) {
        pauses.add(pause);
        elapsed = elapsed.plus(pause);
    }

    synchronized List<Long> pausesInSeconds() {
        return pauses.stream().map(Duration::toSeconds).toList();
    }
}
