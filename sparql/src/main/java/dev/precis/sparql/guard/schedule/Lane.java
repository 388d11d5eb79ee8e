package dev.precis.sparql.guard.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few places in which tasks run at once, and a queue for a place. Where what is tried has a longer queue than there
 * are places, the newest is next: somebody waits in vain then in any order, so it is not everybody who comes after. A
 * task that does not end though it was told to can be given up: it goes on with lowest priority, and others have its
 * place.
 */
final class Lane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** Each of them keeps a thread and its share of the processors, so there is an end to it. */
    private static final int MOST_GIVEN_UP = 16;
    /** Of a thread that runs queries: their expressions may be deep. */
    private static final long STACK = 16L << 20;

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final int places;
    private final int queue;
    private final Kind kind;
    private final long quantum;
    private final long shortQuantum;
    private final ThreadFactory threads;
    private final NavigableSet<Task> waiting = new TreeSet<>();
    private int running;
    private int givenUp;
    private boolean closed;

    /** What there may be in a lane. */
    enum Kind {
        /** What was quick before. */
        QUICK(Thread.NORM_PRIORITY, false),
        /** What nothing is known of. */
        FIRST_TRY(Thread.NORM_PRIORITY - 2, true),
        /** What was stopped for the sake of others. */
        SECOND_TRY(Thread.NORM_PRIORITY - 3, true),
        /** What takes long. */
        SLOW(Thread.MIN_PRIORITY, false);

        private final int priority;
        private final boolean newestFirst;

        Kind(int priority, boolean newestFirst) {
            this.priority = priority;
            this.newestFirst = newestFirst;
        }
    }

    /** Something to be run; no method throws. */
    interface Work {
        /** When it was asked for, as {@link System#nanoTime()} told. */
        long asked();

        void run();

        /** There is no room for it; it will not be run. */
        void refused();
    }

    /**
     * @param queue how many may wait
     * @param quantum nanoseconds of processor time for each
     * @param shortQuantum the same while others wait
     */
    Lane(Kind kind, int places, int queue, long quantum, long shortQuantum) {
        this.kind = kind;
        this.places = places;
        this.queue = queue;
        this.quantum = quantum;
        this.shortQuantum = shortQuantum;
        this.threads = Thread.ofPlatform()
                .name("query-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-", 0)
                .priority(kind.priority)
                .stackSize(STACK)
                .daemon()
                .factory();
        for (int i = 0; i < places; i++) {
            threads.newThread(this::work).start();
        }
    }

    /** Something that waits for a place, runs in it and leaves it. */
    final class Task implements Comparable<Task> {
        private final Work work;
        private final long number = NUMBERS.getAndIncrement();
        private @Nullable Thread thread;
        private boolean isGivenUp;

        private Task(Work work) {
            this.work = work;
        }

        /** The older before the newer. */
        @Override
        public int compareTo(Task other) {
            long later = work.asked() - other.work.asked(); // a time that has passed zero is still in order
            return later == 0 ? Long.compare(number, other.number) : Long.signum(later);
        }

        /** Takes it out of the queue; whether it was there. */
        boolean withdraw() {
            synchronized (Lane.this) {
                return waiting.remove(this);
            }
        }

        /** Lets others have its place, if it is in one. */
        void giveUp() {
            Lane.this.giveUp(this);
        }
    }

    /** Has something run as soon as there is a place, or refused. */
    Task submit(Work work) {
        Task task = new Task(work);
        Task refused = enqueue(task);
        if (refused != null) {
            refused.work.refused();
        }
        return task;
    }

    private synchronized @Nullable Task enqueue(Task task) {
        if (closed) {
            return task;
        }
        boolean full = waiting.size() >= queue + places - running;
        if (full && !kind.newestFirst) {
            return task;
        }
        waiting.add(task);
        notify();
        return full ? waiting.pollFirst() : null;
    }

    /** How many run or wait. */
    synchronized int size() {
        return running + waiting.size();
    }

    /** How many were given up and have not ended. */
    synchronized int givenUp() {
        return givenUp;
    }

    Kind kind() {
        return kind;
    }

    /** Nanoseconds of processor time that each may have, as things are. */
    synchronized long quantum() {
        return waiting.isEmpty() ? quantum : shortQuantum;
    }

    private void work() {
        boolean stays = true;
        while (stays) {
            try {
                Task task = take();
                run(task.work);
                stays = leave(task);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    /** Whatever happens in it, the thread goes on, or there would be a place less. */
    private static void run(Work work) {
        try {
            work.run();
        } catch (Throwable bug) {
            LOG.error("a query ended in a way that it should not", bug);
        }
    }

    private synchronized Task take() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
        Task task = kind.newestFirst && waiting.size() > places ? waiting.last() : waiting.first();
        waiting.remove(task);
        task.thread = Thread.currentThread();
        running++;
        return task;
    }

    /** Whether the thread is to take another. */
    private synchronized boolean leave(Task task) {
        task.thread = null;
        if (task.isGivenUp) {
            givenUp--;
            return false;
        }
        running--;
        return true;
    }

    private synchronized void giveUp(Task task) {
        Thread thread = task.thread;
        if (thread == null || task.isGivenUp || givenUp >= MOST_GIVEN_UP) {
            return;
        }
        LOG.warn("a query does not end: {}", Arrays.toString(thread.getStackTrace()));
        thread.setPriority(Thread.MIN_PRIORITY);
        task.isGivenUp = true;
        givenUp++;
        running--;
        threads.newThread(this::work).start();
    }

    /** Takes nothing more; what waits is still run. */
    @Override
    public synchronized void close() {
        closed = true;
        notifyAll();
    }
}
