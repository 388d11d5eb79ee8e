package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One try to answer a query, in one of the lanes. */
final class Attempt<T extends Closeable> implements Lane.Work {
    private static final long LOOK_EVERY = 50;
    /** How long after its deadline a query is waited for that does not look whether it is to stop. */
    private static final long GRACE = 500_000_000;

    private static final Duration SOON = Duration.ofSeconds(1);

    private final QueryRequest<T> request;
    private final Lane lane;
    private final long deadline;
    private final Watchdog watchdog;
    private final KnownShapes shapes;
    private final Ledger ledger;
    private final CompletableFuture<T> answer = new CompletableFuture<>();
    private volatile long time;

    /**
     * @param deadline when it must have ended, as {@link System#nanoTime()} tells
     * @param shapes told when it was quick
     */
    Attempt(QueryRequest<T> request, Lane lane, long deadline, Watchdog watchdog, KnownShapes shapes) {
        this.request = request;
        this.lane = lane;
        this.deadline = deadline;
        this.watchdog = watchdog;
        this.shapes = shapes;
        this.ledger = new Ledger(request.limits());
    }

    /**
     * Waits for a place, runs the query, waits for its answer.
     *
     * @throws Overload if it had no place in half of its time
     * @throws Stopped if it was stopped
     */
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
        if (request.abandoned().getAsBoolean()) {
            ledger.stop(Ledger.Stop.GONE);
            if (task.withdraw()) {
                end(task, Ledger.Stop.GONE);
            }
        } else if (left < request.limits().time().toNanos() / 2 && task.withdraw()) {
            // half of the time is for waiting: who had less would hardly have its answer
            refused();
        }
        if (left <= -GRACE) {
            task.giveUp();
            end(task, Ledger.Stop.TIME);
        }
    }

    @Override
    public long asked() {
        return request.asked();
    }

    private void end(Lane.Task task, Ledger.Stop why) {
        task.withdraw();
        ledger.stop(why);
        answer.completeExceptionally(new Stopped(why, Duration.ZERO));
    }

    @Override
    public void refused() {
        boolean isLong = lane.kind() == Lane.Kind.SLOW;
        answer.completeExceptionally(new Overload(
                false,
                isLong ? request.limits().time() : SOON,
                "Too many " + (isLong ? "long " : "") + "queries are under way here: try again later."));
    }

    @Override
    public void run() {
        if (lane.kind() != Lane.Kind.SLOW && shapes.isSlow(request.shape())) {
            // found out while this waited
            answer.completeExceptionally(new Stopped(Ledger.Stop.SLOW, Duration.ZERO));
            return;
        }
        RunningQuery run = new RunningQuery(ledger, deadline, lane::quantum);
        run.check(System.nanoTime());
        watchdog.begin(run);
        try {
            T whole = request.execution().run(ledger);
            shapes.hasTaken(request.shape(), run.processorTime());
            if (!answer.complete(whole)) {
                whole.close(); // nobody waits for it any more
            }
        } catch (Throwable failure) {
            time = run.processorTime();
            answer.completeExceptionally(failure);
        } finally {
            watchdog.end(run);
        }
    }

    /** Nanoseconds of processor time after which it was stopped. */
    long time() {
        return time;
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
