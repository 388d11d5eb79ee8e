package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.MemoryUsage;
import org.junit.jupiter.api.Test;

class HeapTest {
    private final Counted memory = new Counted();
    private final Heap heap = new Heap(memory);

    /** A memory of a hundred bytes that somebody has counted. */
    private static final class Counted implements Heap.Memory {
        private int taken;
        private int live;
        private int collections;
        private int liveAfterTheNext;

        private static MemoryUsage ofHundred(int used) {
            return new MemoryUsage(0, used, 100, 100);
        }

        @Override
        public MemoryUsage taken() {
            return ofHundred(taken);
        }

        @Override
        public MemoryUsage live() {
            return ofHundred(live);
        }

        @Override
        public long collections() {
            return collections;
        }

        @Override
        public void collect() {
            collections++;
            live = liveAfterTheNext;
            taken = live;
        }
    }

    @Test
    void isShortWhereACollectionHasLeftMuch() {
        collectedTo(76);

        assertThat(heap.isShort()).isTrue();
    }

    @Test
    void isNotShortWhereACollectionHasLeftEnough() {
        collectedTo(75);

        assertThat(heap.isShort()).isFalse();
    }

    @Test
    void isShortOnceForEachCollection() {
        collectedTo(80);
        heap.isShort();

        assertThat(heap.isShort()).isFalse();
        collectedTo(80);
        assertThat(heap.isShort()).isTrue();
    }

    @Test
    void isNotShortForWhatMayBeGarbage() {
        memory.taken = 92;
        memory.liveAfterTheNext = 90;

        assertThat(heap.isShort()).isFalse();
        assertThat(memory.collections).isZero();
    }

    @Test
    void collectsWhereItIsNearlyFull() {
        memory.taken = 93;
        memory.liveAfterTheNext = 20;
        assertThat(heap.isShort()).isFalse();
        assertThat(memory.collections).isOne();

        memory.taken = 93;
        memory.liveAfterTheNext = 80;
        assertThat(heap.isShort()).isTrue();
    }

    private void collectedTo(int live) {
        memory.liveAfterTheNext = live;
        memory.collect();
    }
}
