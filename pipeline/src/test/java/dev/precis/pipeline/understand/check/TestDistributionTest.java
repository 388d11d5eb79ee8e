package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDistributionTest {
    /** Critical values of the common tables: the p that belongs to them is that of their column. */
    @ParameterizedTest
    @CsvSource({
        "NORMAL, 2.57583, 0, 0, 0.01",
        "STUDENT, 2.22814, 10, 0, 0.05",
        "CORRELATION, 0.57598, 10, 0, 0.05",
        "CORRELATION, 0.46290, 28, 0, 0.01",
        "FISHER_SNEDECOR, 4.10282, 2, 10, 0.05",
        "CHI_SQUARED, 11.34487, 3, 0, 0.01",
    })
    void givesTheProbabilitiesOfTheTables(
            TestDistribution distribution, double statistic, double first, double second, double p) {
        assertThat(distribution.probability(statistic, new TestDistribution.Freedom(first, second)))
                .isCloseTo(p, withPercentage(0.1));
    }

    @Test
    void aPerfectCorrelationLeavesNothingToChance() {
        assertThat(TestDistribution.CORRELATION.probability(1, new TestDistribution.Freedom(10, 10)))
                .isZero();
    }

    /** Fisher's own table of z for r. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5493", "-0.5, -0.5493", "0.9, 1.4722"})
    void takesACorrelationToTheInverseHyperbolicTangent(double r, double z) {
        assertThat(Scale.FISHER.of(new Span(r, r)).middle()).isCloseTo(z, offset(0.0001));
    }
}
