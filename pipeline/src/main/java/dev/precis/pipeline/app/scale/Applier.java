package dev.precis.pipeline.app.scale;

import dev.precis.sparql.archive.ArchiveVersion;
import dev.precis.sparql.archive.GraphArchive;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.PrintWriter;
import java.time.Duration;

/** Brings a store elsewhere up to date whenever the archive changes: nobody waits for it. */
final class Applier implements AutoCloseable {
    private final GraphArchive archive;
    private final RemoteStore store;
    private final Duration renew;
    private final Duration check;
    private final String name;
    private final Repeated steps;
    private volatile int differences;
    private long checked = System.nanoTime();
    private long renewed;

    /**
     * @param host for people
     * @param renew the lease so often
     * @param check so often whether all graphs are there
     */
    Applier(
            GraphArchive archive,
            RemoteStore store,
            String host,
            PrintWriter log,
            Duration renew,
            Duration check,
            Repeated.Pace pace) {
        this.archive = archive;
        this.store = store;
        this.renew = renew;
        this.check = check;
        this.renewed = System.nanoTime() - renew.toNanos();
        this.name = "store at " + host;
        this.steps = new Repeated(name, this::step, log, pace);
    }

    Applier start() {
        steps.start();
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
        Gauge.builder("precis.remote.failures", this, of -> of.steps.failures())
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
        return name + ": " + state + (steps.reason().isEmpty() ? "" : "; " + steps.reason());
    }

    private void step() {
        long now = System.nanoTime();
        boolean behind = !archive.version().equals(store.version());
        if (behind || steps.failures() > 0 || now - renewed >= renew.toNanos()) {
            store.level();
            renewed = now;
        }
        if (now - checked >= check.toNanos()) {
            differences = store.mendLosses();
            checked = now;
            if (differences > 0) {
                steps.tell(differences + " graphs were lost, or too many: mended");
            }
        }
    }

    /** Ends what is under way, which the next one does again, and lets others have the store. */
    @Override
    public void close() {
        steps.close();
        try {
            store.giveBack();
        } catch (RemoteException unreachable) {
            steps.tell("was not told of the end: its lease ends by itself");
        }
    }
}
