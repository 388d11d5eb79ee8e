package dev.precis.sparql.guard.schedule;

import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.io.Closeable;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Queries as they are asked in tests: some quick, some slow, some endless, some deaf. */
final class Queries {
    static final Limits HOUR = Limits.standard().withTime(Duration.ofHours(1));
    static final Limits SHORT = Limits.standard().withTime(Duration.ofSeconds(1));
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Queries() {}

    /** Where an answer was made. */
    record Answer(String lane, int priority) implements Closeable {
        static Answer here() {
            Thread thread = Thread.currentThread();
            return new Answer(thread.getName().replaceFirst("-[0-9]+$", ""), thread.getPriority());
        }

        @Override
        public void close() {}
    }

    static QueryRequest<Answer> quick(String shape) {
        return request(shape, "a", ledger -> Answer.here());
    }

    static QueryRequest<Answer> endless(String shape, String client) {
        return request(shape, client, Queries::endlessly);
    }

    static QueryRequest<Answer> request(String shape, String client, QueryRequest.Execution<Answer> execution) {
        return new QueryRequest<>(
                shape, shape + " of " + client, client, System.nanoTime(), HOUR, execution, () -> false);
    }

    static <T extends Closeable> QueryRequest<T> request(
            String shape, Limits limits, QueryRequest.Execution<T> execution) {
        return new QueryRequest<>(shape, shape, "a", System.nanoTime(), limits, execution, () -> false);
    }

    /** Uses the processor, as queries do: looking whether it is to stop. */
    static Answer endlessly(Ledger ledger) {
        while (true) {
            ledger.check();
            Thread.onSpinWait();
        }
    }

    /** Does not end before it is known to be slow, nor before it has had so much of the processor after that. */
    static Answer slowly(Ledger ledger, Duration time) {
        Answer here = Answer.here();
        if (!here.lane().equals("query-slow")) {
            return endlessly(ledger);
        }
        long end = THREADS.getCurrentThreadCpuTime() + time.toNanos();
        while (THREADS.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        return here;
    }

    static <T> CompletableFuture<T> later(Callable<T> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return call.call();
                    } catch (IOException e) {
                        throw new CompletionException(e);
                    } catch (RuntimeException e) {
                        throw e;
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                },
                Executors.newVirtualThreadPerTaskExecutor());
    }

    static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** However long it takes: a build that does not end says where it is. */
    static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }
}
