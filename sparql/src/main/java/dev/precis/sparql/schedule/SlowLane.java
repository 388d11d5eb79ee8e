package dev.precis.sparql.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The places for queries that take long: a few that run, some that wait in turn, not many of one client. */
final class SlowLane {
    private static final long LOOK_EVERY = 50;

    private final Capacity capacity;
    private final Semaphore running;
    private final Map<String, Integer> places = new HashMap<>();
    private int taken;

    SlowLane(Capacity capacity) {
        this.capacity = capacity;
        this.running = new Semaphore(capacity.slow(), true);
    }

    /** Takes a place to wait or run in. */
    synchronized void enter(String client, Duration retryAfter) {
        int own = places.getOrDefault(client, 0);
        if (own >= capacity.perClient()) {
            throw new Overload(
                    true,
                    retryAfter,
                    "You have " + own + " long queries under way, which is the most that one client may have: wait for"
                            + " their answers first.");
        }
        if (taken >= capacity.slow() + capacity.waiting()) {
            throw busy(retryAfter);
        }
        places.put(client, own + 1);
        taken++;
    }

    synchronized void leave(String client) {
        places.computeIfPresent(client, (c, own) -> own > 1 ? own - 1 : null);
        taken--;
    }

    /** How many run or wait. */
    synchronized int taken() {
        return taken;
    }

    /**
     * Waits for the turn to run.
     *
     * @return whether it has come; else nobody waits for the answer any more
     * @throws Overload if it does not come by then, as {@link System#nanoTime()} tells
     */
    boolean await(long latest, BooleanSupplier abandoned, Duration retryAfter) throws InterruptedException {
        while (!running.tryAcquire(LOOK_EVERY, TimeUnit.MILLISECONDS)) {
            if (abandoned.getAsBoolean()) {
                return false;
            }
            if (System.nanoTime() - latest >= 0) {
                throw busy(retryAfter);
            }
        }
        return true;
    }

    /** Lets the next one run. */
    void release() {
        running.release();
    }

    private static Overload busy(Duration retryAfter) {
        return new Overload(false, retryAfter, "Too many long queries are under way here: try again later.");
    }
}
