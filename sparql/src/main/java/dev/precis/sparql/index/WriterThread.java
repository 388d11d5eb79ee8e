package dev.precis.sparql.index;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The one thread that may write to TDB2. An interrupt in the middle of a TDB2 commit breaks the database for the whole
 * process, so nobody gets hold of this thread: interrupts reach the thread that waits, and it waits on.
 */
final class WriterThread implements AutoCloseable {
    private final ExecutorService executor = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("index-writer").daemon().factory());

    /** Runs the task there and waits for its end; what it throws, this throws. */
    void run(Runnable task) {
        Future<?> result = executor.submit(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    result.get();
                    return;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Runs the task there some time, or here if the thread has ended. */
    void later(Runnable task) {
        if (executor.isShutdown()) {
            task.run();
        } else {
            executor.execute(task);
        }
    }

    boolean isClosed() {
        return executor.isShutdown();
    }

    /** Waits for the tasks that were given, and ends the thread. */
    @Override
    public void close() {
        run(() -> {});
        executor.shutdown(); // not close() nor shutdownNow(): both may interrupt
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    }
}
