package dev.precis.pipeline.app.settings;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Makes the end of the process (SIGTERM, Ctrl-C) wait until what runs has been closed in order. */
public final class StopSignal implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile long since;

    public StopSignal() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /** Whether the process was told to end so long ago. */
    public boolean isAsked(Duration ago) {
        return asked.getCount() == 0 && System.nanoTime() - since >= ago.toNanos();
    }

    /** Returns when the process has been told to end. */
    public void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        since = System.nanoTime();
        asked.countDown();
        try {
            closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything else is closed: the process may end. */
    @Override
    public void close() {
        closed.countDown();
    }

    /** A run was told to end, and has kept what it had. */
    public static final class StoppedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        public StoppedException() {
            super("stopped; what was read so far is kept: do the same again to go on");
        }
    }
}
