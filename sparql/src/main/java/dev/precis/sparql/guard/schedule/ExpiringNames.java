package dev.precis.sparql.guard.schedule;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Remembers names for a while, the last ones where there are too many. */
final class ExpiringNames {
    private static final int MOST = 4_096;

    private final long nanos;
    private final LongSupplier clock;
    private final Map<String, Long> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST;
        }
    };

    /** @param clock nanoseconds since some moment, never going back */
    ExpiringNames(Duration time, LongSupplier clock) {
        this.nanos = time.toNanos();
        this.clock = clock;
    }

    synchronized void add(String name) {
        until.remove(name); // so that it counts as the latest
        until.put(name, clock.getAsLong() + nanos);
    }

    synchronized void remove(String name) {
        until.remove(name);
    }

    /** How long the name is remembered yet; zero if it is not. */
    synchronized Duration left(String name) {
        long left = until.getOrDefault(name, clock.getAsLong()) - clock.getAsLong();
        if (left <= 0) {
            until.remove(name);
        }
        return Duration.ofNanos(Math.max(0, left));
    }
}
