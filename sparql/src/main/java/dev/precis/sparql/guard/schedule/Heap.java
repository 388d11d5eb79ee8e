package dev.precis.sparql.guard.schedule;

import java.lang.management.MemoryUsage;

/** Whether what is really in use of the memory leaves too little; for one thread. */
final class Heap {
    private static final double LIVE = 0.75;
    private static final double FULL = 0.92;

    private final Memory memory;
    private long seen;

    /** What is known of the memory, and how to know more. */
    interface Memory {
        /** What is taken, be it needed or not. */
        MemoryUsage taken();

        /** What was needed yet when it was last collected. */
        MemoryUsage live();

        /** How often it has been collected. */
        long collections();

        /** Has it collected now. */
        void collect();
    }

    Heap(Memory memory) {
        this.memory = memory;
    }

    /** Whether the last collection, not looked at before, left so much that little more would be too much. */
    boolean isShort() {
        MemoryUsage taken = memory.taken();
        if (taken.getUsed() > FULL * taken.getMax()) {
            // what is in use may be garbage, or not: the next collection would tell, but too late
            memory.collect();
        }
        long collections = memory.collections();
        if (collections == seen) {
            return false;
        }
        seen = collections;
        MemoryUsage live = memory.live();
        return live.getUsed() > LIVE * live.getMax();
    }
}
