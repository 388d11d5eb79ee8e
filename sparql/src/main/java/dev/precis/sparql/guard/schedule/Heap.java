package dev.precis.sparql.guard.schedule;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The memory of this process: whether what is really in use leaves too little. */
final class Heap {
    private static final double LIVE = 0.75;
    private static final double FULL = 0.92;

    private final Optional<MemoryPoolMXBean> oldest = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP
                    && pool.getCollectionUsage() != null
                    && pool.getUsage().getMax() > 0)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> oldest.stream()
                    .anyMatch(pool -> List.of(collector.getMemoryPoolNames()).contains(pool.getName())))
            .toList();
    private long seen;

    /** Whether the last collection, not looked at before, left so much that little more would be too much. */
    boolean isShort() {
        return oldest.filter(this::isShort).isPresent();
    }

    private boolean isShort(MemoryPoolMXBean pool) {
        MemoryUsage usage = pool.getUsage();
        if (usage.getUsed() > FULL * usage.getMax()) {
            // what is in use may be garbage, or not: the next collection would tell, but too late
            System.gc();
        }
        long collections = collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
        if (collections == seen) {
            return false;
        }
        seen = collections;
        MemoryUsage live = pool.getCollectionUsage();
        return live.getUsed() > LIVE * live.getMax();
    }
}
