package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.PrintedStatistics;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two numbers side by side of which one follows from the other. */
class PairCheckTest {
    private final FindingFinder finder = new FindingFinder(PrintedStatistics.READER, PrintedStatistics.CHECK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In all 19 of 52 sleepers (28%) woke early.",
                "The slope was B = 1.20 (SE = 0.90), t(96) = 5.33.",
                "Heterogeneity was low, Q(24) = 96.0, I2 = 18%.",
                "Heterogeneity was high, Q(11) = 4.10, p = .967, I2 = 64%.",
                "The model was good, R2 = .05, F(2, 117) = 24.60.",
            })
    void doubtsWhatCannotBeOfOneResult(String sentence) {
        assertThat(finder.find(Passage.of(sentence)))
                .flatExtracting(Finding::remarks)
                .extracting(Remark::flag)
                .contains(PairCheck.FLAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "In all 19 of 52 sleepers (37%) woke early.",
                // a percentage of something else
                "In all 19 of 52 sleepers woke early, and 28% of nappers did.",
                "About 19 of 52 sleepers (40%) woke early.",
                "The slope was B = 1.20 (SE = 0.90), t(96) = 1.33.",
                // of another method: I squared by tau squared
                "Heterogeneity was high, Q(24) = 96.0, I2 = 68%.",
                "Heterogeneity was none, Q(11) = 4.10, I2 = 0%.",
                "Heterogeneity was high, Q(24) = 96.0, I2 = .75.",
                "The model was good, R2 = .05, F(2, 117) = 3.08.",
                // of one step of the model
                "The step added little, R2 = .30, F(1, 117) = 4.10.",
            })
    void doubtsNothingThatMethodOrRoundingExplains(String sentence) {
        assertThat(finder.find(Passage.of(sentence)))
                .isNotEmpty()
                .flatExtracting(Finding::remarks)
                .extracting(Remark::flag)
                .doesNotContain(PairCheck.FLAG);
    }
}
