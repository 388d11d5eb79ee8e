package dev.precis.pipeline.app.run;

import java.time.Duration;

/**
 * Keeps what a long run has so far, from time to time: not more often than so long after the last time, and never so
 * often that more than about a tenth of the run goes into it.
 */
final class Checkpoint {
    private static final int SHARE = 10;

    private final Duration least;
    private long due;

    /** @param least how much of a run may be lost with the process */
    Checkpoint(Duration least) {
        this.least = least;
        this.due = System.nanoTime() + least.toNanos();
    }

    /** Keeps what there is, if it is time. */
    void look(Runnable keep) {
        long now = System.nanoTime();
        if (now - due >= 0) {
            keep.run();
            long end = System.nanoTime();
            due = end + Math.max(least.toNanos(), SHARE * (end - now));
        }
    }
}
