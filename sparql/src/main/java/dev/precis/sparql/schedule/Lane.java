package dev.precis.sparql.schedule;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A few places in which tasks run at once, and a queue for a place. A task that does not end though it was told to can
 * be given up: it goes on with lowest priority, and others have its place.
 */
final class Lane implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    /** Each of them keeps a thread and its share of the processors, so there is an end to it. */
    private static final int MOST_GIVEN_UP = 16;
    /** Of a thread that runs queries: their expressions may be deep. */
    private static final long STACK = 16L << 20;

    private final int places;
    private final int queue;
    private final Next next;
    private final ThreadFactory threads;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private int running;
    private int givenUp;
    private boolean closed;

    /** Who has the next free place, and who is refused if there is no room in the queue. */
    enum Next {
        /** Who came first has it; who comes last is refused. */
        FIRST_COME,
        /**
         * As long as more wait than there are places, who came last has it, and who came first is refused. Somebody
         * waits in vain then in any order; so it is not everybody who comes after the crowd.
         */
        LAST_COME
    }

    /** Something to be run; neither method throws. */
    interface Work {
        void run();

        /** There is no room for it; it will not be run. */
        void refused();
    }

    /**
     * @param queue how many may wait
     * @param priority of the threads, as {@link Thread#setPriority} takes it
     */
    Lane(String name, int places, int queue, Next next, int priority) {
        this.places = places;
        this.queue = queue;
        this.next = next;
        this.threads = Thread.ofPlatform()
                .name(name + "-", 0)
                .priority(priority)
                .stackSize(STACK)
                .daemon()
                .factory();
        for (int i = 0; i < places; i++) {
            threads.newThread(this::work).start();
        }
    }

    /** Something that waits for a place, runs in it and leaves it. */
    final class Task {
        private final Work work;
        private @Nullable Thread thread;
        private boolean isGivenUp;

        private Task(Work work) {
            this.work = work;
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
        if (full && next == Next.FIRST_COME) {
            return task;
        }
        waiting.addLast(task);
        notify();
        return full ? waiting.removeFirst() : null;
    }

    /** How many run or wait. */
    synchronized int size() {
        return running + waiting.size();
    }

    /** How many were given up and have not ended. */
    synchronized int givenUp() {
        return givenUp;
    }

    /** How many wait. */
    synchronized int waiting() {
        return waiting.size();
    }

    private void work() {
        boolean stays = true;
        while (stays) {
            try {
                Task task = take();
                task.work.run();
                stays = leave(task);
            } catch (InterruptedException closing) {
                return;
            }
        }
    }

    private synchronized Task take() throws InterruptedException {
        while (waiting.isEmpty()) {
            if (closed) {
                throw new InterruptedException();
            }
            wait();
        }
        Task task = next == Next.LAST_COME && waiting.size() > places ? waiting.removeLast() : waiting.removeFirst();
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
