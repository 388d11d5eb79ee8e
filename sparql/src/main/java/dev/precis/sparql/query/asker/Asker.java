package dev.precis.sparql.query.asker;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whoever something is found out for in each thread, as long as they wait. */
public final class Asker {
    /** To ask a connection costs a call of the system. */
    private static final long PAUSE = Duration.ofMillis(100).toNanos();

    @SuppressWarnings("ThreadLocalUsage") // a thread may read two datasets at once
    private final ThreadLocal<@Nullable Waiting> waiting = new ThreadLocal<>();

    /** Somebody who waits. */
    private static final class Waiting {
        private final BooleanSupplier gone;
        private long asked = System.nanoTime();

        Waiting(BooleanSupplier gone) {
            this.gone = gone;
        }

        boolean isGone() {
            long now = System.nanoTime();
            if (now - asked < PAUSE) {
                return false;
            }
            asked = now;
            return gone.getAsBoolean();
        }
    }

    /** Does {@code work}, in which {@link #check} tells when they have gone. */
    public <T> T awaiting(BooleanSupplier gone, Supplier<T> work) {
        waiting.set(new Waiting(gone));
        try {
            return work.get();
        } finally {
            waiting.remove();
        }
    }

    /** @throws Abandoned if whoever this is for has gone */
    public void check() {
        Waiting one = waiting.get();
        if (one != null && one.isGone()) {
            throw new Abandoned();
        }
    }
}
