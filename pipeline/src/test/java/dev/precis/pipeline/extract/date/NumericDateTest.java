package dev.precis.pipeline.extract.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.PublicationDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericDateTest {
    private static String read(String text, List<String> lines, String... languages) {
        ReadDay day = NumericDate.of(lines, List.of(languages)).inside(text).orElseThrow();
        return day.isSure() ? day.date().toString() : day.date() + " or " + day.other();
    }

    @ParameterizedTest
    @CsvSource({
        "25/12/2020,   en,    2020-12-25",
        "12/25/2020,   en,    2020-12-25",
        "04/04/2020,   en,    2020-04-04",
        "2020/05/04,   en-US, 2020-05-04",
        "04.05.2020,   en,    2020-05-04",
        "4.5.20,       en-US, 2020-05-04",
        "04/05/2020,   en-US, 2020-04-05",
        "04/05/2020,   en-GB, 2020-05-04",
        "04/05/2020,   fr,    2020-05-04",
        "04-05-2020,   nl,    2020-05-04",
        "04/05/2020,   en,    2020-05-04 or 2020-04-05",
        "04/05/2020,   en-CA, 2020-05-04 or 2020-04-05",
    })
    void readsADayAsNumbersOrRegionTell(String text, String language, String expected) {
        assertThat(read(text, List.of(text), language)).isEqualTo(expected);
    }

    @Test
    void readsADayAsOtherDaysOfThePageAreWritten() {
        assertThat(read("04/05/2020", List.of("04/05/2020", "Posted on 28/03/2020"), "en"))
                .isEqualTo("2020-05-04");
        assertThat(read("04/05/2020", List.of("03/28/2020"), "en-GB")).isEqualTo("2020-04-05");
        assertThat(read("04/05/2020", List.of("03/28/2020", "28/03/2020"), "en"))
                .isEqualTo("2020-05-04 or 2020-04-05");
    }

    @Test
    void takesTheWayThatAWitnessAgreesWith() {
        ReadDay day =
                NumericDate.of(List.of(), List.of("en")).inside("04/05/2020").orElseThrow();
        assertThat(day.settledBy(PublicationDate.of(YearMonth.of(2020, 4))).date())
                .hasToString("2020-04-05");
        assertThat(day.settledBy(PublicationDate.of(YearMonth.of(2019, 4))).isSure())
                .isFalse();
    }
}
