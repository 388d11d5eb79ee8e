package dev.precis.sparql.endpoint;

import dev.precis.sparql.guard.limit.Room;
import java.time.Duration;

/** What one request holds of the memory that all bodies may have together, until it is closed. */
final class Share implements AutoCloseable {
    private final Room room;
    private final Duration held;
    private long taken;

    /** @param held the time after which others have given back theirs */
    Share(Room room, Duration held) {
        this.room = room;
        this.held = held;
    }

    /**
     * Takes more.
     *
     * @throws HttpProblem if there is no more
     */
    void take(long bytes) {
        if (!room.take(bytes)) {
            throw new HttpProblem(
                    503, Outcome.BUSY, "Too many queries are being sent here: try again later, or by GET.", held);
        }
        taken += bytes;
    }

    @Override
    public void close() {
        room.giveBack(taken);
        taken = 0;
    }
}
