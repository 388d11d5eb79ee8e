package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.finding.PrintedStatistics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** Honest numbers, rounded as print rounds them, are never doubted. */
class ConsistencyPropertyTest {
    @Property(tries = 300)
    void whatNormalTheoryComputesIsNeverRemarkedOn(
            @ForAll @DoubleRange(min = -2, max = 2) double estimate,
            @ForAll @DoubleRange(min = 0.02, max = 1) double error,
            @ForAll @IntRange(min = 1, max = 4) int digits) {
        assertThat(flags(estimate, error, StudentT.NORMAL, digits, true, true)).isEmpty();
        assertThat(flags(estimate, error, StudentT.NORMAL, digits, true, false)).isEmpty();
        assertThat(flags(estimate, error, StudentT.NORMAL, digits, false, true)).isEmpty();
    }

    @Property(tries = 300)
    void whatATDistributionComputesIsNoteworthyAtMost(
            @ForAll @DoubleRange(min = -2, max = 2) double estimate,
            @ForAll @DoubleRange(min = 0.02, max = 1) double error,
            @ForAll @IntRange(min = 3, max = 60) int df,
            @ForAll @IntRange(min = 2, max = 4) int digits) {
        assertThat(flags(estimate, error, df, digits, true, true)).isEmpty();
        assertThat(flags(estimate, error, df, digits, true, false)).isSubsetOf("p-not-normal-theory");
        assertThat(flags(estimate, error, df, digits, false, true)).isSubsetOf("p-not-normal-theory");
    }

    @Property(tries = 200)
    void aRatioIsComparedOnItsOwnScale(
            @ForAll @DoubleRange(min = -1.5, max = 1.5) double logarithm,
            @ForAll @DoubleRange(min = 0.05, max = 0.8) double error) {
        double reach = StudentT.reach(0.95, StudentT.NORMAL) * error;
        String printed = "OR = %s, 95%% CI %s to %s, p = %s"
                .formatted(
                        round(Math.exp(logarithm), 2),
                        round(Math.exp(logarithm - reach), 2),
                        round(Math.exp(logarithm + reach), 2),
                        round(StudentT.probability(Math.abs(logarithm) / error, StudentT.NORMAL), 3));
        assertThat(flags(printed)).isEmpty();
    }

    @Property(tries = 200)
    void theFreedomOfAReachGivesTheReach(
            @ForAll @DoubleRange(min = 1, max = 5000) double df,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double level) {
        double reach = StudentT.reach(level, df);
        assertThat(StudentT.reach(level, StudentT.freedom(level, reach))).isCloseTo(reach, withPercentage(0.0001));
    }

    private static List<String> flags(
            double estimate, double error, double df, int digits, boolean withError, boolean withInterval) {
        double reach = StudentT.reach(0.95, df) * error;
        String printed = "B = " + round(estimate, digits)
                + (withInterval
                        ? ", 95%% CI [%s, %s]"
                                .formatted(round(estimate - reach, digits), round(estimate + reach, digits))
                        : "")
                + (withError ? ", SE = " + round(error, digits) : "")
                + ", p = " + round(StudentT.probability(Math.abs(estimate) / error, df), digits);
        return flags(printed);
    }

    private static List<String> flags(String printed) {
        return PrintedStatistics.READER.read(Passage.of("Naps helped (" + printed + ").")).stream()
                .flatMap(statistic -> PrintedStatistics.CHECK.check(statistic, printed).stream())
                .map(Remark::flag)
                .toList();
    }

    private static String round(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP).toPlainString();
    }
}
