package dev.precis.sparql.guard.schedule;

import java.time.Duration;

/** What is known of the shapes of queries: a while ago, those of this shape were quick, or slow. */
final class KnownShapes {
    private static final Duration KNOWN_FOR = Duration.ofMinutes(10);

    private final ExpiringNames quick = new ExpiringNames(KNOWN_FOR, System::nanoTime);
    private final ExpiringNames slow = new ExpiringNames(KNOWN_FOR, System::nanoTime);

    private final long quantum;

    /** @param quantum nanoseconds of processor time in which a query is quick */
    KnownShapes(long quantum) {
        this.quantum = quantum;
    }

    boolean isQuick(String shape) {
        return quick.left(shape).isPositive();
    }

    boolean isSlow(String shape) {
        return slow.left(shape).isPositive();
    }

    /** @param processorTime nanoseconds in which one was answered */
    void hasTaken(String shape, long processorTime) {
        if (processorTime < quantum) {
            slow.remove(shape);
            quick.add(shape);
        }
    }

    /** One was stopped for it took too long. */
    void isNotQuick(String shape) {
        quick.remove(shape);
        slow.add(shape);
    }
}
