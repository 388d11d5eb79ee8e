package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {
    @ParameterizedTest
    @CsvSource({
        "2021-03-15, 15 March 2021, 2021-03-15",
        "2021-03, March 2021, 2021-03-01",
        "2021, 2021, 2021-01-01",
        "2021-02-31, 2021-02-31, 1970-01-01",
        "in spring, in spring, 1970-01-01",
    })
    void saysTheDayTheMonthOrTheYear(String text, String label, LocalDate firstDay) {
        PublicationDate date = new PublicationDate(text);

        assertThat(date.label()).isEqualTo(label);
        assertThat(date.firstDay()).isEqualTo(firstDay);
    }
}
