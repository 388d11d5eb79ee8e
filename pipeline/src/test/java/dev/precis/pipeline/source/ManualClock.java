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
    private Duration off = Duration.ZERO;

    /** Sets what the calendar says ahead, or back; the time that goes by stays what it is. */
    synchronized void jump(Duration by) {
        off = off.plus(by);
    }

    @Override
    public synchronized Instant now() {
        return START.plus(off).plus(pauses.stream().reduce(Duration.ZERO, Duration::plus));
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
