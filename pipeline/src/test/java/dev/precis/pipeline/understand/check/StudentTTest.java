package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
    /** Of the common tables of t and normal, and one tail so far out that careless code says 0. */
    @ParameterizedTest
    @CsvSource({
        "12.706, 1, 0.05",
        "2.22814, 10, 0.05",
        "2.76377, 10, 0.02",
        "1.959964, Infinity, 0.05",
        "11.2, Infinity, 4.07734e-29",
    })
    void givesTheProbabilitiesOfTheTables(double t, double df, double probability) {
        assertThat(StudentT.probability(t, df)).isCloseTo(probability, withPercentage(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 1, 12.706", "0.95, 10, 2.228", "0.99, 10, 3.169", "0.95, Infinity, 1.959964"})
    void givesTheReachesOfTheTables(double level, double df, double reach) {
        assertThat(StudentT.reach(level, df)).isCloseTo(reach, withPercentage(0.01));
    }
}
