package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.finding.token.Numerals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalCommaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Relapse was 18,4% (95% CI 17,1-19,8).              | percentage = 18.4 %, 0.95 CI [17.1, 19.8]
        45,6 % recovered.                                  | percentage = 45.6 %
        The OR was 1.84 (1,22, 2,46).                      | OR = 1.84
        In all 1.234 patients were seen.                   |
        In all 1'180 patients were seen.                   | count = 1180 patients
        In all 12,34,567 people voted.                     | count = 1234567 people
        In all 1.234.567 people voted.                     | count = 1234567 people
        z = 1 1 .25, as the scan has it.                   |
        Form 2.1.3 was filled in by 12 patients.           | count = 12 patients
        The correlation was modest (r = 0,31; n = 1.180).  | r = 0.31, n 1180
        """)
    void isReadWhereNothingElseCanBeMeant(String sentence, String expected) {
        assertThat(String.join(" | ", PrintedStatistics.of(sentence))).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        de | Die OR war 3,15 (95%-CI 1,14–8,73).           | OR = 3.15, 0.95 CI [1.14, 8.73]
        de | In all 1.234 patients were seen.              | count = 1234 patients
        fr | Age ran on (mean = 12 480,5).                 | mean = 12480.5
        en | In all 3,6 patients were seen.                |
        de | The mean = 3,6 (SD = 1,2).                    | mean = 3.6, SD 1.2
        """)
    void isThatOfTheLanguageElsewhere(String language, String sentence, String expected) {
        assertThat(String.join(" | ", PrintedStatistics.of(Passage.of(sentence), Numerals.of(language))))
                .isEqualTo(expected == null ? "" : expected);
    }
}
