package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.GraphArchive;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Brings a store elsewhere up to date whenever the archive changes, on a thread of its own: nobody waits for it. What
 * fails is tried again after pauses that grow.
 */
final class Applier implements AutoCloseable {
    private final GraphArchive archive;
    private final RemoteStore store;
    private final String host;
    private final PrintWriter log;
    private final Pace pace;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile int failures;
    private volatile String reason = "not yet looked at";
    private volatile int differences;
    private long checked = System.nanoTime();
    private long renewed;

    /**
     * How often what is done.
     *
     * @param look for changes
     * @param renew the lease
     * @param check whether all graphs are there
     * @param least pause after something failed; twice as long each time
     * @param most pause
     */
    record Pace(Duration look, Duration renew, Duration check, Duration least, Duration most) {
        static final Pace USUAL = new Pace(
                Duration.ofSeconds(1),
                RemoteStore.LEASE.dividedBy(3),
                Duration.ofMinutes(10),
                Duration.ofSeconds(1),
                Duration.ofMinutes(5));

        /** After so many failures in a row. */
        Duration after(int failures, boolean refused) {
            Duration pause = least.multipliedBy(1L << Math.min(failures - 1, 20));
            return refused || pause.compareTo(most) > 0 ? most : pause;
        }
    }

    /** @param host for people */
    Applier(GraphArchive archive, RemoteStore store, String host, PrintWriter log, Pace pace) {
        this.archive = archive;
        this.store = store;
        this.host = host;
        this.log = log;
        this.pace = pace;
        this.renewed = System.nanoTime() - pace.renew().toNanos();
        this.thread = Thread.ofPlatform().name("applier").daemon().unstarted(this::run);
    }

    Applier start() {
        thread.start();
        return this;
    }

    /** Gives figures of it. */
    void bindTo(MeterRegistry registry) {
        Gauge.builder("precis.remote.lag", this, Applier::lag)
                .description("Commits that the store elsewhere has not got; all of them where it is filled anew")
                .register(registry);
        Gauge.builder(
                        "precis.remote.applied",
                        this,
                        of -> of.store.version().committed().getEpochSecond())
                .description("When the commit was that the store elsewhere got last")
                .baseUnit("timestamp_seconds")
                .register(registry);
        Gauge.builder("precis.remote.differences", this, of -> of.differences)
                .description("Graphs that were lost in the store elsewhere, or too many, when that was looked at last")
                .register(registry);
        Gauge.builder("precis.remote.failures", this, of -> of.failures)
                .description("Attempts in a row that failed; 0 while the store elsewhere takes what it gets")
                .register(registry);
    }

    private long lag() {
        ArchiveVersion there = store.version();
        return archive.version().number() - Math.max(there.number(), 0);
    }

    /** One line. */
    String remark() {
        String state = lag() == 0 ? "has all" : "is " + lag() + " commits behind";
        return "store at " + host + ": " + state + (reason.isEmpty() ? "" : "; " + reason);
    }

    private void run() {
        while (closed.getCount() > 0) {
            Duration pause = pace.look();
            try {
                step();
                succeeded();
            } catch (RuntimeException e) {
                failures++;
                failed(e.getMessage() == null ? e.toString() : e.getMessage());
                pause = pace.after(failures, e instanceof RemoteException told && told.isRefused());
            }
            await(pause);
        }
    }

    private void step() {
        long now = System.nanoTime();
        boolean behind = !archive.version().equals(store.version());
        if (behind || failures > 0 || now - renewed >= pace.renew().toNanos()) {
            store.level();
            renewed = now;
        }
        if (now - checked >= pace.check().toNanos()) {
            differences = store.mendLosses();
            checked = now;
            if (differences > 0) {
                tell(differences + " graphs were lost, or too many: mended");
            }
        }
    }

    private void succeeded() {
        if (failures > 0) {
            tell("takes what it gets again");
        }
        failures = 0;
        reason = "";
    }

    /** Each reason once, and not with every attempt. */
    private void failed(String why) {
        if (closed.getCount() > 0 && !why.equals(reason)) {
            tell(why);
        }
        reason = why;
    }

    private void tell(String line) {
        log.println("store at " + host + ": " + line);
        log.flush();
    }

    private void await(Duration pause) {
        try {
            closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Ends what is under way, which the next one does again, and lets others have the store. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
            store.giveBack();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unreachable) {
            failed("was not told of the end: its lease ends by itself");
        }
    }
}
