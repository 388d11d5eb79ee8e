package dev.precis.pipeline.source;

import java.time.Duration;
import java.time.Instant;

/** The time that a crawl sees: the calendar's for records, a monotonic one for pauses, which clock changes spare. */
interface CrawlClock {
    Instant now();

    /** Time since some fixed moment; never runs backwards. */
    Duration elapsed();

    void sleep(Duration pause) throws InterruptedException;

    static CrawlClock system() {
        return new CrawlClock() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public Duration elapsed() {
                return Duration.ofNanos(System.nanoTime());
            }

            @Override
            public void sleep(Duration pause) throws InterruptedException {
                Thread.sleep(pause);
            }
        };
    }
}
