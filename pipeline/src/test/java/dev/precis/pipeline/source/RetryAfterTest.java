package dev.precis.pipeline.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        120                             | 120
        0                               | 4
        Tue, 02 Jan 2024 03:05:05 GMT   | 60
        Tue, 02 Jan 2024 03:00:00 GMT   | 4
        Fri, 02 Jan 2054 03:00:00 GMT   | 86400
        999999999                       | 86400
        99999999999999999999            | 4
        -5                              | 4
        soon                            | 4
        ''                              | 4
        """)
    void readsSecondsAndDatesButNeverGoesBelowOurOwnPause(String header, long seconds) {
        Instant now = Instant.parse("2024-01-02T03:04:05Z");
        assertThat(RetryAfter.read(header, now, Duration.ofSeconds(4))).isEqualTo(Duration.ofSeconds(seconds));
    }
}
