package dev.precis.sparql.guard.limit;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that many may take together, such as answers on disk until they have been sent. */
public final class Budget {
    private final AtomicLong left;

    public Budget(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** For one of them, who has taken nothing yet. */
    public Share share() {
        return new Share();
    }

    /** What one has taken, until this is closed. */
    public final class Share implements AutoCloseable {
        private long taken;

        private Share() {}

        /** Takes so many bytes more, unless fewer are left. */
        public boolean take(long bytes) {
            boolean enough = left.getAndUpdate(now -> now >= bytes ? now - bytes : now) >= bytes;
            taken += enough ? bytes : 0;
            return enough;
        }

        @Override
        public void close() {
            left.addAndGet(taken);
            taken = 0;
        }
    }
}
