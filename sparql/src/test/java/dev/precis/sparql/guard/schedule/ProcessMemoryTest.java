package dev.precis.sparql.guard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProcessMemoryTest {
    private static final int MIB = 1 << 20;

    private final ProcessMemory memory = new ProcessMemory();

    @Test
    void countsCollections() {
        long before = memory.collections();
        memory.collect();

        assertThat(memory.collections()).isGreaterThan(before);
    }

    @Test
    void seesWhatIsKept() {
        byte[][] kept = IntStream.range(0, 64).mapToObj(i -> new byte[MIB]).toArray(byte[][]::new);
        memory.collect();

        assertThat(memory.live().getUsed()).isGreaterThanOrEqualTo(64L * MIB);
        assertThat(memory.taken().getUsed()).isGreaterThanOrEqualTo(64L * MIB);
        Reference.reachabilityFence(kept);
    }

    @Test
    void isThatOfTheHeap() {
        assertThat(memory.taken().getMax())
                .isEqualTo(memory.live().getMax())
                .isBetween(
                        Runtime.getRuntime().maxMemory() / 3,
                        Runtime.getRuntime().maxMemory());
    }
}
