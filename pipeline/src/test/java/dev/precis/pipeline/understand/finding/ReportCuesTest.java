package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A number needs a sentence that reports. */
class ReportCuesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "The forecast for the weekend gives a 60% chance of rain.",
                "The lecture by the window is for 45 minutes.",
                "The code on the door is for the next 12 weeks.",
                "A correlation of r = .40 is what the drawing on the left shows.",
            })
    void readsNoNumberWithoutOne(String sentence) {
        assertThat(PrintedStatistics.READER.read(Passage.of(sentence))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a verb in the past
                "The share of those with headaches fell to 12%.",
                "The course lasted for 45 minutes.",
                // people
                "The number of people with insomnia is 12%.",
                // an estimate with what is estimated or tested beside it
                "The link of naps with mood: r = .40 (95% CI .20 to .57).",
                "A correlation of r = .40, p = .01, for the mood.",
                // no sentence, or no English
                "Age: 40 years",
                "Die Abbruchquote in der Gruppe liegt bei 12 % der Fälle.",
            })
    void readsThoseOfAReport(String sentence) {
        assertThat(PrintedStatistics.READER.read(Passage.of(sentence))).isNotEmpty();
    }
}
