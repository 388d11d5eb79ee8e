package dev.precis.pipeline.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a command asks the process that serves a store for something: by a file in the store, which goes when it is done.
 * Whoever may write to the store may ask; nobody else can.
 */
final class StoreRequests implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreRequests.class);
    private static final String REBUILD = "rebuild.request";
    private static final long LOOK_EVERY = 500;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("store-requests").daemon().factory());

    /** Carries out what is asked, from now on. */
    StoreRequests(Path store, Runnable rebuild) {
        Path request = store.resolve(REBUILD);
        clock.scheduleWithFixedDelay(() -> look(request, rebuild), LOOK_EVERY, LOOK_EVERY, TimeUnit.MILLISECONDS);
    }

    private static void look(Path request, Runnable rebuild) {
        if (!Files.exists(request)) {
            return;
        }
        try {
            rebuild.run();
            Files.deleteIfExists(request);
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot rebuild the index, will try again: {}", e.toString());
        }
    }

    /**
     * Asks whoever serves the store to rebuild its index, and waits until that is done.
     *
     * @return whether it was done in that time; if not, the request is taken back
     */
    static boolean rebuild(Path store, Duration patience) {
        Path request = store.resolve(REBUILD);
        long latest = System.nanoTime() + patience.toNanos();
        try {
            Files.writeString(request, "");
            while (Files.exists(request)) {
                if (System.nanoTime() - latest > 0) {
                    Files.deleteIfExists(request);
                    return false;
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY / 5);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for a rebuild in " + store, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Ends what is being done, and does nothing more. */
    @Override
    public void close() {
        clock.close();
    }
}
