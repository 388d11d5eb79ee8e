package dev.precis.pipeline.route.drop;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How long what failed is left alone before it is tried again: twice as long each time. */
final class Patience {
    private final Duration first;
    private final Duration longest;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();

    Patience(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    private record Wait(long until, Duration length) {}

    /** Something failed, once more. */
    void begin(String name) {
        waits.compute(name, (key, before) -> {
            Duration twice = before == null ? first : before.length().multipliedBy(2);
            Duration length = twice.compareTo(longest) > 0 ? longest : twice;
            return new Wait(System.nanoTime() + length.toNanos(), length);
        });
    }

    /** It failed no more. */
    void end(String name) {
        waits.remove(name);
    }

    /** What waits, each with the seconds until it is tried again; 0 for what is tried by now. */
    SortedMap<String, Long> left() {
        SortedMap<String, Long> left = new TreeMap<>();
        waits.forEach((name, wait) -> left.put(
                name,
                Math.max(0, Duration.ofNanos(wait.until() - System.nanoTime()).toSeconds())));
        return left;
    }

    /** Whether it may be tried. */
    boolean isOver(String name) {
        Wait wait = waits.get(name);
        return wait == null || System.nanoTime() - wait.until() >= 0;
    }
}
