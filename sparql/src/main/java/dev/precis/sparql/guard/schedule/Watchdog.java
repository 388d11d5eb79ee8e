package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks at everything that runs, many times a second, and stops what has had its time or takes the last memory. */
final class Watchdog implements AutoCloseable {
    private static final long EVERY = 10;

    private final Set<RunningQuery> runs = ConcurrentHashMap.newKeySet();
    private final BooleanSupplier memoryIsShort;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("query-watchdog")
            .priority(Thread.MAX_PRIORITY)
            .daemon()
            .factory());

    Watchdog() {
        this(new Heap(new ProcessMemory())::isShort);
    }

    /** @param memoryIsShort asked after every look, by one thread */
    Watchdog(BooleanSupplier memoryIsShort) {
        this.memoryIsShort = memoryIsShort;
        clock.scheduleWithFixedDelay(this::look, EVERY, EVERY, TimeUnit.MILLISECONDS);
    }

    void begin(RunningQuery run) {
        runs.add(run);
        if (clock.isShutdown()) {
            run.stop(Ledger.Stop.SHUTDOWN);
        }
    }

    void end(RunningQuery run) {
        runs.remove(run);
    }

    private void look() {
        if (runs.isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        runs.forEach(run -> run.check(now));
        if (memoryIsShort.getAsBoolean()) {
            runs.stream()
                    .max(Comparator.comparingLong(RunningQuery::allocated))
                    .ifPresent(run -> run.stop(Ledger.Stop.MEMORY));
        }
    }

    /** Stops everything that runs. */
    @Override
    public void close() {
        clock.shutdownNow();
        runs.forEach(run -> run.stop(Ledger.Stop.SHUTDOWN));
    }
}
