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
    void seesWhatIsKeptAndNotWhatWasDropped() {
        memory.collect();
        long before = memory.live().getUsed();
        byte[][] kept = IntStream.range(0, 32).mapToObj(i -> new byte[MIB]).toArray(byte[][]::new);
        memory.collect();
        long with = memory.live().getUsed();
        Reference.reachabilityFence(kept);
        assertThat(with - before).isGreaterThan(24L * MIB);
        assertThat(memory.taken().getUsed()).isGreaterThan(24L * MIB);

        kept = new byte[0][];
        memory.collect();
        assertThat(with - memory.live().getUsed()).isGreaterThan(24L * MIB);
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
