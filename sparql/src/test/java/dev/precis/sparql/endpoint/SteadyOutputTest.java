package dev.precis.sparql.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SteadyOutputTest {
    private static final int SECOND = 32 << 10;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private long now = Long.MAX_VALUE - 1; // it may pass the end of the numbers
    private final SteadyOutput steady = new SteadyOutput(out, () -> now);

    @Test
    void leavesWhoTakesTooLittleForMoreThanAMinute() throws IOException {
        now += Duration.ofSeconds(59).toNanos();
        steady.write(new byte[1]);
        now += Duration.ofSeconds(2).toNanos();

        assertThatThrownBy(() -> steady.write(new byte[1])).isInstanceOf(IOException.class);
    }

    @Test
    void servesWhoTakesEnoughHoweverLong() throws IOException {
        for (int minute = 1; minute <= 20; minute++) {
            now += Duration.ofMinutes(1).toNanos();
            steady.write(new byte[61 * SECOND]);
        }
        assertThat(out.size()).isEqualTo(20 * 61 * SECOND);
    }
}
