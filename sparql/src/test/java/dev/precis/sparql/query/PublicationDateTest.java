package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2021-03-15, 2021-03-15",
        "2021-03, 2021-03-01",
        "2021, 2021-01-01",
        "2021-02-31, 1970-01-01",
        "in spring, 1970-01-01",
    })
    void beginsOnADay(String text, LocalDate firstDay) {
        assertThat(new PublicationDate(text).firstDay()).isEqualTo(firstDay);
    }
}
