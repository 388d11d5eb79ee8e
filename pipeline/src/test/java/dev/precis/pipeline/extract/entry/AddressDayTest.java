package dev.precis.pipeline.extract.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressDayTest {
    @ParameterizedTest
    @CsvSource({
        "2024-06-30, /2024/07/01/naps/, 2024-07-01",
        "2024-07-01, /2024/06/30/naps/, 2024-06-30",
        "2024-06-30, /2024/07/naps/, 2024-07-01",
        "2024-06-15, /2024/06/naps/, 2024-06-15",
        "2024-06-15, /2024/06/20/naps/, 2024-06-15",
        "2024-06-15, /2023/06/15/naps/, 2024-06-15",
        "2024-06-15, /2024/13/15/naps/, 2024-06-15",
        "2024-06-15, /naps/, 2024-06-15",
    })
    void isTheOneInTheAddressIfItIsNextToThatInGreenwich(LocalDate greenwich, String path, LocalDate day) {
        assertThat(AddressDay.of(greenwich, URI.create("https://blog.example" + path)))
                .isEqualTo(day);
    }

    @Test
    void aFeedTellsItByItsLinks() {
        String feed = """
            <rss version="2.0"><channel><title>Letters</title><item><title>Naps</title>
            <link>https://blog.example/2024/07/01/naps/</link><pubDate>Sun, 30 Jun 2024 22:40:00 +0000</pubDate>
            <description>Text.</description></item></channel></rss>
            """;
        assertThat(EntriesTest.read(feed).all()).extracting(Entry::published).containsExactly("2024-07-01");
    }
}
