package dev.precis.sparql.schedule;

import dev.precis.sparql.engine.Ledger;
import dev.precis.sparql.engine.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs queries in three lanes. What is of a shape that was quick before runs in the quick one; what is new is tried in
 * a lane beside it, so that nothing new is in the way of what is known. Who is not done within its quantum of processor
 * time is stopped and starts again in the slow lane, where few run at once, with lowest priority; who is of the same
 * shape later goes there at once. Nothing of an answer has been sent before it is complete, so that nobody notices.
 */
public final class Lanes implements AutoCloseable {
    /** Of a thread that runs queries: their expressions may be deep. */
    private static final long STACK = 16L << 20;

    private static final long LOOK_EVERY = 50;
    /** How long after its deadline a query is waited for that does not look whether it is to stop. */
    private static final long GRACE = 500_000_000;

    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);
    private static final int CROWDED = 5;
    private static final int BELOW_NORMAL = Thread.NORM_PRIORITY - 2;

    private final Capacity capacity;
    private final Watch watch = new Watch();
    private final ThreadPoolExecutor quick;
    private final ThreadPoolExecutor trial;
    private final SlowLane slow;
    private final Memory quickShapes = new Memory(KNOWN_FOR, System::nanoTime);
    private final Memory slowShapes = new Memory(KNOWN_FOR, System::nanoTime);
    private final Memory overruns;

    public Lanes(Capacity capacity) {
        this.capacity = capacity;
        this.slow = new SlowLane(capacity);
        this.overruns = new Memory(capacity.overrun(), System::nanoTime);
        this.quick = pool("query-quick-", capacity.quick(), Thread.NORM_PRIORITY);
        this.trial = pool("query-trial-", capacity.trial(), BELOW_NORMAL);
    }

    private ThreadPoolExecutor pool(String name, int threads, int priority) {
        return new ThreadPoolExecutor(
                threads,
                threads,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(capacity.queue()),
                Thread.ofPlatform()
                        .name(name, 0)
                        .priority(priority)
                        .stackSize(STACK)
                        .daemon()
                        .factory());
    }

    /**
     * Runs a query and waits for its answer.
     *
     * @throws Overload if too many others run
     * @throws Stopped if it was stopped, or was so not long ago and is not tried again yet
     * @throws Refusal if it costs too much
     */
    public <T extends Closeable> T run(Job<T> job) throws IOException {
        Duration left = overruns.left(job.identity());
        if (left.isPositive()) {
            throw new Stopped(Ledger.Stop.TIME, left);
        }
        long start = System.nanoTime();
        long deadline = start + job.limits().time().toNanos();
        if (!slowShapes.left(job.shape()).isPositive()) {
            boolean known = quickShapes.left(job.shape()).isPositive();
            try {
                return runQuick(job, known ? quick : trial, deadline);
            } catch (Stopped stopped) {
                if (stopped.reason() != Ledger.Stop.SLOW) {
                    throw stopped;
                }
                quickShapes.remove(job.shape());
                slowShapes.add(job.shape());
            }
        }
        return runSlow(job, start, deadline);
    }

    /** How many queries run or wait in the slow lane. */
    public int slowOnes() {
        return slow.taken();
    }

    /** How many queries run or wait in the two other lanes. */
    public int quickOnes() {
        return quick.getActiveCount()
                + quick.getQueue().size()
                + trial.getActiveCount()
                + trial.getQueue().size();
    }

    private <T extends Closeable> T runQuick(Job<T> job, ThreadPoolExecutor lane, long deadline) throws IOException {
        Ledger ledger = new Ledger(job.limits());
        CompletableFuture<T> answer = new CompletableFuture<>();
        try {
            lane.execute(() -> {
                if (slowShapes.left(job.shape()).isPositive()) {
                    // found out while this waited
                    answer.completeExceptionally(new Stopped(Ledger.Stop.SLOW, Duration.ZERO));
                } else {
                    attempt(job, new Attempt(ledger, deadline, quantum(lane)), answer);
                }
            });
        } catch (RejectedExecutionException full) {
            throw new Overload(false, Duration.ofSeconds(1), "Too many queries are under way here: try again later.");
        }
        return await(job, ledger, deadline, answer);
    }

    /** Where many wait, each is given less: who is stopped loses no more than that. */
    private long quantum(ThreadPoolExecutor lane) {
        boolean crowded = lane.getQueue().size() > 2 * lane.getCorePoolSize();
        return capacity.quantum().toNanos() / (crowded ? CROWDED : 1);
    }

    private <T extends Closeable> T runSlow(Job<T> job, long start, long deadline) throws IOException {
        slow.enter(job.client(), job.limits().time());
        try {
            // half of the time is for waiting: who had less would hardly have its answer
            long latest = start + (deadline - start) / 2;
            if (!slow.await(latest, job.abandoned(), job.limits().time())) {
                throw new Stopped(Ledger.Stop.GONE, Duration.ZERO);
            }
            Ledger ledger = new Ledger(job.limits());
            CompletableFuture<T> answer = new CompletableFuture<>();
            Thread.ofPlatform()
                    .name("query-slow")
                    .priority(Thread.MIN_PRIORITY)
                    .stackSize(STACK)
                    .daemon()
                    .start(() -> {
                        try {
                            attempt(job, new Attempt(ledger, deadline, Long.MAX_VALUE), answer);
                        } finally {
                            slow.release();
                        }
                    });
            return await(job, ledger, deadline, answer);
        } catch (Stopped stopped) {
            if (stopped.reason() == Ledger.Stop.TIME || stopped.reason() == Ledger.Stop.MEMORY) {
                overruns.add(job.identity());
            }
            throw stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stopped(Ledger.Stop.SHUTDOWN, Duration.ZERO);
        } finally {
            slow.leave(job.client());
        }
    }

    private record Attempt(Ledger ledger, long deadline, long quantum) {}

    private <T extends Closeable> void attempt(Job<T> job, Attempt attempt, CompletableFuture<T> answer) {
        Run run = new Run(attempt.ledger(), attempt.deadline(), attempt.quantum());
        run.check(System.nanoTime());
        watch.begin(run);
        try {
            T whole = job.attempt().run(attempt.ledger());
            if (run.processorTime() < capacity.quantum().toNanos()) {
                slowShapes.remove(job.shape());
                quickShapes.add(job.shape());
            }
            if (!answer.complete(whole)) {
                whole.close(); // nobody waits for it any more
            }
        } catch (Throwable failure) {
            answer.completeExceptionally(failure);
        } finally {
            watch.end(run);
        }
    }

    private <T extends Closeable> T await(Job<T> job, Ledger ledger, long deadline, CompletableFuture<T> answer)
            throws IOException {
        while (true) {
            try {
                return answer.get(LOOK_EVERY, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                if (job.abandoned().getAsBoolean()) {
                    ledger.stop(Ledger.Stop.GONE);
                }
                if (System.nanoTime() - deadline >= GRACE) {
                    ledger.stop(Ledger.Stop.TIME);
                    answer.completeExceptionally(new Stopped(Ledger.Stop.TIME, Duration.ZERO));
                }
            } catch (InterruptedException e) {
                ledger.stop(Ledger.Stop.SHUTDOWN);
                answer.completeExceptionally(new Stopped(Ledger.Stop.SHUTDOWN, Duration.ZERO));
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw failure(Objects.requireNonNullElse(e.getCause(), e), ledger);
            }
        }
    }

    /** Whatever a query that was to stop has thrown, it threw since it was to stop. */
    private static RuntimeException failure(Throwable cause, Ledger ledger) throws IOException {
        if (cause instanceof Refusal refusal) {
            return refusal;
        }
        if (cause instanceof Stopped stopped) {
            return stopped;
        }
        if (ledger.stopped() != Ledger.Stop.NOT) {
            return new Stopped(ledger.stopped(), Duration.ZERO);
        }
        if (cause instanceof IOException broken) {
            throw broken;
        }
        return cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
    }

    /** Waits until nothing runs any more, but not longer than that. */
    public void drain(Duration patience) {
        long latest = System.nanoTime() + patience.toNanos();
        try {
            while (quickOnes() + slowOnes() > 0 && System.nanoTime() - latest < 0) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops everything that runs. */
    @Override
    public void close() {
        watch.close();
        quick.shutdown();
        trial.shutdown();
    }
}
