package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Role;
import dev.precis.pipeline.domain.Passage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FindingFinderTest {
    private final FindingFinder finder = new FindingFinder(PrintedStatistics.READER, PrintedStatistics.CHECK);

    @Test
    void findsOnlySentencesWithNumbersAndPlacesThem() {
        Passage paragraph = new Passage("Sleep matters. Naps helped (d = .4). Nobody knows why.", 10);
        assertThat(finder.find(paragraph)).singleElement().satisfies(finding -> {
            assertThat(finding.sentence()).isEqualTo(new Passage("Naps helped (d = .4).", 25));
            assertThat(finding.statistics().getFirst().printed()).isEqualTo(new Passage("d = .4", 38));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The sample included 346 nurses with 3 to 30 years of experience. | SAMPLE
        They collected 17 studies representing over 5000 patients.       | SAMPLE
        The average age was 38.4 years (SD = 12.9) and 69% were women.   | SAMPLE
        Naps improved mood (g = 0.4, p = .01).                           | RESULT
        Drop-out from the course was 33%.                                | RESULT
        The 40 nurses who were included slept better (d = 0.5, p = .02). | RESULT
        In a previous meta-analysis the effect was d = 0.3.              | BACKGROUND
        Insomnia affects between 6% and 9% of the population.            | BACKGROUND
        More than 300 million people worldwide sleep badly.              | BACKGROUND
        """)
    void tellsWhatTheNumbersAreAbout(String sentence, Role role) {
        assertThat(finder.find(Passage.of(sentence))).extracting(Finding::role).containsExactly(role);
    }
}
