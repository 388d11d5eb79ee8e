package dev.precis.sparql.schedule;

import dev.precis.sparql.engine.Ledger;
import dev.precis.sparql.engine.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Runs queries in three lanes. What is of a shape that was quick before runs in the quick one; what is new is tried in
 * a lane beside it, so that nothing new is in the way of what is known. Who is not done within its quantum of processor
 * time is stopped and starts again in the slow lane, where few run at once, with lowest priority; who is of the same
 * shape later goes there at once. Nothing of an answer has been sent before it is complete, so that nobody notices.
 */
public final class Lanes implements AutoCloseable {
    private static final long LOOK_EVERY = 50;
    /** How long after its deadline a query is waited for that does not look whether it is to stop. */
    private static final long GRACE = 500_000_000;

    /** Who is tried while others wait has no more than this part of the quantum: it loses no more than that. */
    private static final int CROWDED = 5;

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final int BELOW_NORMAL = Thread.NORM_PRIORITY - 2;

    private final Capacity capacity;
    private final Watch watch = new Watch();
    private final Lane quick;
    private final Lane trial;
    private final Lane slow;
    private final Shares slowShares;
    private final Shapes shapes = new Shapes();
    private final Memory overruns;

    public Lanes(Capacity capacity) {
        this.capacity = capacity;
        int queue = capacity.queue();
        this.quick = new Lane("query-quick", capacity.quick(), queue, Lane.Next.FIRST_COME, Thread.NORM_PRIORITY);
        this.trial = new Lane("query-trial", capacity.trial(), queue, Lane.Next.LAST_COME, BELOW_NORMAL);
        this.slow =
                new Lane("query-slow", capacity.slow(), capacity.waiting(), Lane.Next.FIRST_COME, Thread.MIN_PRIORITY);
        this.slowShares = new Shares(capacity.perClient());
        this.overruns = new Memory(capacity.overrun(), System::nanoTime);
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
        long deadline = job.asked() + job.limits().time().toNanos();
        if (!shapes.isSlow(job.shape())) {
            try {
                return new Ride<>(job, shapes.isQuick(job.shape()) ? quick : trial, deadline).answer();
            } catch (Stopped stopped) {
                if (stopped.reason() != Ledger.Stop.SLOW) {
                    throw stopped;
                }
                shapes.wasSlow(job.shape());
            }
        }
        return runSlow(job, deadline);
    }

    private <T extends Closeable> T runSlow(Job<T> job, long deadline) throws IOException {
        if (!slowShares.take(job.client())) {
            throw new Overload(
                    true,
                    job.limits().time(),
                    "You have " + capacity.perClient() + " long queries under way, which is the most that one client"
                            + " may have: wait for their answers first.");
        }
        try {
            return new Ride<>(job, slow, deadline).answer();
        } catch (Stopped stopped) {
            if (stopped.reason() == Ledger.Stop.TIME || stopped.reason() == Ledger.Stop.MEMORY) {
                overruns.add(job.identity());
            }
            throw stopped;
        } finally {
            slowShares.giveBack(job.client());
        }
    }

    /** How many queries run or wait in the slow lane. */
    public int slowOnes() {
        return slow.size();
    }

    /** How many queries run or wait in the two other lanes. */
    public int quickOnes() {
        return quick.size() + trial.size();
    }

    /** How many queries run on though their time is over and nobody waits for them. */
    public int givenUp() {
        return quick.givenUp() + trial.givenUp() + slow.givenUp();
    }

    /** One try to answer a query, in one of the lanes. */
    private final class Ride<T extends Closeable> implements Lane.Work {
        private final Job<T> job;
        private final Lane lane;
        private final long deadline;
        private final Ledger ledger;
        private final CompletableFuture<T> answer = new CompletableFuture<>();

        Ride(Job<T> job, Lane lane, long deadline) {
            this.job = job;
            this.lane = lane;
            this.deadline = deadline;
            this.ledger = new Ledger(job.limits());
        }

        T answer() throws IOException {
            Lane.Task task = lane.submit(this);
            while (true) {
                try {
                    return answer.get(LOOK_EVERY, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    look(task);
                } catch (InterruptedException e) {
                    end(task, Ledger.Stop.SHUTDOWN);
                    Thread.currentThread().interrupt();
                } catch (ExecutionException e) {
                    throw failure(Objects.requireNonNullElse(e.getCause(), e));
                }
            }
        }

        private void look(Lane.Task task) {
            long left = deadline - System.nanoTime();
            if (job.abandoned().getAsBoolean()) {
                ledger.stop(Ledger.Stop.GONE);
                if (task.withdraw()) {
                    end(task, Ledger.Stop.GONE);
                }
            } else if (left < job.limits().time().toNanos() / 2 && task.withdraw()) {
                // half of the time is for waiting: who had less would hardly have its answer
                refused();
            }
            if (left <= -GRACE) {
                task.giveUp();
                end(task, Ledger.Stop.TIME);
            }
        }

        private void end(Lane.Task task, Ledger.Stop why) {
            task.withdraw();
            ledger.stop(why);
            answer.completeExceptionally(new Stopped(why, Duration.ZERO));
        }

        @Override
        public void refused() {
            boolean isLong = lane == slow;
            answer.completeExceptionally(new Overload(
                    false,
                    isLong ? job.limits().time() : SOON,
                    "Too many " + (isLong ? "long " : "") + "queries are under way here: try again later."));
        }

        @Override
        public void run() {
            if (lane != slow && shapes.isSlow(job.shape())) {
                // found out while this waited
                answer.completeExceptionally(new Stopped(Ledger.Stop.SLOW, Duration.ZERO));
                return;
            }
            Run run = new Run(ledger, deadline, quantum());
            run.check(System.nanoTime());
            watch.begin(run);
            try {
                T whole = job.attempt().run(ledger);
                if (run.processorTime() < capacity.quantum().toNanos()) {
                    shapes.wasQuick(job.shape());
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

        private LongSupplier quantum() {
            long all = capacity.quantum().toNanos();
            if (lane == slow) {
                return () -> Long.MAX_VALUE;
            }
            return lane == trial ? () -> lane.waiting() > 0 ? all / CROWDED : all : () -> all;
        }

        /** Whatever a query that was to stop has thrown, it threw since it was to stop. */
        private RuntimeException failure(Throwable cause) throws IOException {
            if (cause instanceof Refusal || cause instanceof Stopped || cause instanceof Overload) {
                return (RuntimeException) cause;
            }
            if (ledger.stopped() != Ledger.Stop.NOT) {
                return new Stopped(ledger.stopped(), Duration.ZERO);
            }
            if (cause instanceof IOException broken) {
                throw broken;
            }
            return cause instanceof RuntimeException bug ? bug : new IllegalStateException(cause);
        }
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
        quick.close();
        trial.close();
        slow.close();
    }
}
