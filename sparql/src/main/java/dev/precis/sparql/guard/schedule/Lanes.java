package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Runs queries in lanes. What is of a shape that was quick before runs in the quick one; what is new is tried in a lane
 * beside it, so that nothing new is in the way of what is known. Who is not done within its quantum of processor time
 * is stopped and starts again in the slow lane, where few run at once, with lowest priority; who is of the same shape
 * later goes there at once. While others wait to be tried the quantum is short, and who was not done within that has a
 * second try. Nothing of an answer has been sent before it is complete, so that nobody notices.
 */
public final class Lanes implements AutoCloseable {
    /** Parts of the quantum that there are for who is tried while others wait: it loses no more than that. */
    private static final int FIRST_PART = 25;

    private static final int SECOND_PART = 5;

    private final Capacity capacity;
    private final Watchdog watchdog = new Watchdog();
    private final Lane quick;
    private final Lane firstTry;
    private final Lane secondTry;
    private final Lane slow;
    private final List<Lane> all;
    private final ClientQuota quota;
    private final KnownShapes shapes;
    private final ExpiringNames overruns;

    public Lanes(Capacity capacity) {
        this.capacity = capacity;
        int queue = capacity.queue();
        int tries = capacity.trial();
        long quantum = capacity.quantum().toNanos();
        long endless = Long.MAX_VALUE;
        this.quick = new Lane(Lane.Kind.QUICK, capacity.quick(), queue, quantum, quantum);
        this.firstTry = new Lane(Lane.Kind.FIRST_TRY, tries, queue, quantum, quantum / FIRST_PART);
        this.secondTry = new Lane(Lane.Kind.SECOND_TRY, tries, queue, quantum, quantum / SECOND_PART);
        this.slow = new Lane(Lane.Kind.SLOW, capacity.slow(), capacity.waiting(), endless, endless);
        this.all = List.of(quick, firstTry, secondTry, slow);
        this.shapes = new KnownShapes(quantum);
        this.quota = new ClientQuota(capacity.perClient());
        this.overruns = new ExpiringNames(capacity.overrun(), System::nanoTime);
    }

    /**
     * Runs a query and waits for its answer.
     *
     * @throws Overload if too many others run
     * @throws Stopped if it was stopped, or was so not long ago and is not tried again yet
     * @throws Refusal if it costs too much
     */
    public <T extends Closeable> T run(QueryRequest<T> request) throws IOException {
        Duration left = overruns.left(request.identity());
        if (left.isPositive()) {
            throw new Stopped(Ledger.Stop.TIME, left);
        }
        long deadline = request.asked() + request.limits().time().toNanos();
        for (Lane lane : shapes.isQuick(request.shape()) ? List.of(quick) : List.of(firstTry, secondTry)) {
            if (shapes.isSlow(request.shape())) {
                break;
            }
            Attempt<T> attempt = new Attempt<>(request, lane, deadline, watchdog, shapes);
            try {
                return attempt.answer();
            } catch (Stopped stopped) {
                if (stopped.reason() != Ledger.Stop.SLOW) {
                    remember(request, stopped);
                    throw stopped;
                }
                if (lane != firstTry || attempt.time() >= capacity.quantum().toNanos()) {
                    shapes.isNotQuick(request.shape());
                }
            }
        }
        return runSlow(request, deadline);
    }

    private <T extends Closeable> T runSlow(QueryRequest<T> request, long deadline) throws IOException {
        if (!quota.take(request.client())) {
            throw new Overload(
                    true,
                    request.limits().time(),
                    "You have " + capacity.perClient() + " long queries under way, which is the most that one client"
                            + " may have: wait for their answers first.");
        }
        try {
            return new Attempt<>(request, slow, deadline, watchdog, shapes).answer();
        } catch (Stopped stopped) {
            remember(request, stopped);
            throw stopped;
        } finally {
            quota.giveBack(request.client());
        }
    }

    private void remember(QueryRequest<?> request, Stopped stopped) {
        if (stopped.reason() == Ledger.Stop.TIME || stopped.reason() == Ledger.Stop.MEMORY) {
            overruns.add(request.identity());
            shapes.isNotQuick(request.shape());
        }
    }

    /** How many queries run or wait in the slow lane. */
    public int slowOnes() {
        return slow.size();
    }

    /** How many queries run or wait in the other lanes. */
    public int quickOnes() {
        return quick.size() + firstTry.size() + secondTry.size();
    }

    /** How many queries run on though their time is over and nobody waits for them. */
    public int givenUp() {
        return all.stream().mapToInt(Lane::givenUp).sum();
    }

    /** Stops everything that runs. */
    @Override
    public void close() {
        watchdog.close();
        all.forEach(Lane::close);
    }
}
