package dev.precis.sparql.guard.schedule;

import com.sun.management.ThreadMXBean;
import dev.precis.sparql.guard.limit.Ledger;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/** A query that is being run by the thread that made this. */
final class RunningQuery {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Ledger ledger;
    private final long deadline;
    private final LongSupplier quantum;
    private final long thread = Thread.currentThread().threadId();
    private final long processorTime = THREADS.getThreadCpuTime(thread);
    private final long allocated = THREADS.getThreadAllocatedBytes(thread);

    /**
     * @param deadline when it must have ended, as {@link System#nanoTime()} tells
     * @param quantum nanoseconds of processor time that it may have, as things are at the moment
     */
    RunningQuery(Ledger ledger, long deadline, LongSupplier quantum) {
        this.ledger = ledger;
        this.deadline = deadline;
        this.quantum = quantum;
    }

    /** Nanoseconds of processor time that it has had. */
    long processorTime() {
        return THREADS.getThreadCpuTime(thread) - processorTime;
    }

    /** Bytes that it has asked for, whether or not they are needed any more. */
    long allocated() {
        return THREADS.getThreadAllocatedBytes(thread) - allocated;
    }

    void stop(Ledger.Stop why) {
        ledger.stop(why);
    }

    /** Stops it if its time is over. */
    void check(long now) {
        if (now - deadline >= 0) {
            stop(Ledger.Stop.TIME);
        } else if (processorTime() > quantum.getAsLong()) {
            stop(Ledger.Stop.SLOW);
        }
    }
}
