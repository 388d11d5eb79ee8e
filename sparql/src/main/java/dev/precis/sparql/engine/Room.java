package dev.precis.sparql.engine;

import java.util.concurrent.atomic.AtomicLong;

/** The bytes on disk that answers may take together, until they have been sent. */
public final class Room {
    private final AtomicLong left;

    public Room(long bytes) {
        this.left = new AtomicLong(bytes);
    }

    /** Takes so many bytes, unless fewer are left. */
    boolean take(long bytes) {
        return left.getAndUpdate(now -> now >= bytes ? now - bytes : now) >= bytes;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }
}
