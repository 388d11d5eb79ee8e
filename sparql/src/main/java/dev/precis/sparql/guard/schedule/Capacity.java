package dev.precis.sparql.guard.schedule;

import java.time.Duration;

/**
 * How many queries there may be at once.
 *
 * @param quick known to be quick run at once
 * @param trial not known yet run at once
 * @param queue wait for either; more are refused
 * @param slow run at once in the slow lane
 * @param waiting wait for the slow lane; more are refused
 * @param perClient run in or wait for the slow lane for one client; more are refused
 * @param quantum processor time in which a query is quick
 * @param overrun how long a query that ran out of time is not tried again
 */
public record Capacity(
        int quick, int trial, int queue, int slow, int waiting, int perClient, Duration quantum, Duration overrun) {

    /** What suits the processors of this machine. */
    public static Capacity standard() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Capacity(
                2 * processors,
                Math.max(2, processors),
                256,
                Math.max(2, processors),
                16,
                4,
                Duration.ofMillis(250),
                Duration.ofSeconds(30));
    }
}
