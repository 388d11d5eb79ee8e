package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Finding.Role;
import dev.precis.pipeline.domain.Passage;
import java.util.List;
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

    @Test
    void whatStandsBeforeTheStudyIsNamedIsBackground() {
        assertThat(finder.find(List.of(
                        Passage.of("Naps are popular. About 280 million people slept badly (d = 0.3)."),
                        Passage.of("In this study, 40 nurses napped. Mood improved (d = 0.5)."))))
                .flatExtracting(Finding::numbers)
                .extracting(Reported::role)
                .containsExactly(Role.BACKGROUND, Role.BACKGROUND, Role.RESULT, Role.RESULT);
        assertThat(finder.find(List.of(Passage.of("Mood improved (d = 0.5). The authors were glad."))))
                .flatExtracting(Finding::numbers)
                .extracting(Reported::role)
                .containsExactly(Role.RESULT);
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
        In a much-cited 1998 review the effect was d = 0.85.             | BACKGROUND
        Insomnia is found in 6.1% to 9.1% of people.                     | BACKGROUND
        Of all adults 6.1% to 9.1% have insomnia.                        | BACKGROUND
        It is known that 20% of sleepers nap.                            | BACKGROUND
        Unlike earlier studies, we found that 20% slept.                 | RESULT
        More than 300 million people worldwide sleep badly.              | BACKGROUND
        """)
    void tellsWhatTheNumbersAreAbout(String sentence, Role role) {
        assertThat(roles(sentence))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).isEqualTo(role));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Earlier reviews had given d = 0.8, but we found d = 0.4.           | BACKGROUND | RESULT
        In a 2001 review it was r = .32, but this review found r = .28.    | BACKGROUND | RESULT
        Naps were related to mood (r = .38) in 16 studies.                 | RESULT     | SAMPLE
        In 12 trials (n = 90) naps had no effect (d = 0.0).                | SAMPLE     | SAMPLE
        """)
    void tellsItOfEachNumber(String sentence, Role first, Role second) {
        assertThat(roles(sentence)).startsWith(first, second);
    }

    private List<Role> roles(String sentence) {
        return finder.find(Passage.of(sentence)).stream()
                .flatMap(finding -> finding.numbers().stream())
                .map(Reported::role)
                .toList();
    }
}
