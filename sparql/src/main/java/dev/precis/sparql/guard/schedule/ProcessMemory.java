package dev.precis.sparql.guard.schedule;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The memory of this process: that pool of the heap in which what lives long ends; empty where the JVM tells of none.
 */
final class ProcessMemory implements Heap.Memory {
    private static final MemoryUsage NONE = new MemoryUsage(0, 0, 0, 0);

    private final Optional<MemoryPoolMXBean> oldest = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP
                    && pool.getCollectionUsage() != null
                    && pool.getUsage().getMax() > 0)
            .max(Comparator.comparingLong(pool -> pool.getUsage().getMax()));
    private final List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
            .filter(collector -> oldest.stream()
                    .anyMatch(pool -> List.of(collector.getMemoryPoolNames()).contains(pool.getName())))
            .toList();

    @Override
    public MemoryUsage taken() {
        return oldest.map(MemoryPoolMXBean::getUsage).orElse(NONE);
    }

    @Override
    public MemoryUsage live() {
        return oldest.map(MemoryPoolMXBean::getCollectionUsage).orElse(NONE);
    }

    @Override
    public long collections() {
        return collectors.stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    @Override
    public void collect() {
        System.gc();
    }
}
