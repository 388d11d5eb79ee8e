package dev.precis.sparql.guard.limit;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes that many may take together, such as answers on disk until they have been sent. */
public final class Room {
    private final AtomicLong left;

    public Room(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes so many bytes, unless fewer are left. */
    public boolean take(long bytes) {
        return left.getAndUpdate(now -> now >= bytes ? now - bytes : now) >= bytes;
    }

    public void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
