package dev.precis.sparql.guard.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Makes clients that come back at once, though they were told when to try again, wait for the next refusal: else to
 * refuse them would take the time that is meant for others.
 */
public final class Throttle {
    private static final int MOST = 10_000;
    private static final int FREE = 3;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Duration pause;
    private final LongSupplier clock;
    private final Map<String, Refusals> refusals = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusals> eldest) {
            return size() > MOST;
        }
    };

    private record Refusals(long since, int count) {}

    public Throttle() {
        this(PAUSE, System::nanoTime);
    }

    /** @param clock nanoseconds since some moment, never going back */
    Throttle(Duration pause, LongSupplier clock) {
        this.pause = pause;
        this.clock = clock;
    }

    /** Waits, if the client has been refused often lately; to be called by a thread that may wait. */
    public void refused(String client) {
        if (count(client) > FREE) {
            try {
                TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private synchronized int count(String client) {
        long now = clock.getAsLong();
        Refusals before = refusals.getOrDefault(client, new Refusals(now, 0));
        Refusals next = now - before.since() > WINDOW.toNanos()
                ? new Refusals(now, 1)
                : new Refusals(before.since(), before.count() + 1);
        refusals.put(client, next);
        return next.count();
    }
}
