package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a p beside its test statistic, and above all what is not. */
class TestCheckTest {
    private final ConsistencyCheck check = new ConsistencyCheck(Ontology.statistics());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t(48) = 2.2, p = .03",
                "t(37.4) = 2.2, p < .05",
                "t(48) = 1.8, p = .04", // one-sided
                "F(1, 58) = 4.02, p = .05",
                "F(1, 58) = 4.02, p = .02", // one-sided
                "F(2, 1,058) = 3.2, p = .041",
                "χ2(3) = 11.2, p = .01",
                "χ2(2, N = 210) = 9.1, p = .011",
                "χ2(1) = 3.0, p < .05", // one-sided
                "z = -2.93, p = .003",
                "z = 1.96, p = .05",
                "Q(24) = 53.10, p < .001",
                "Q = 53.10, df = 24, p = .001", // cut off, not rounded
                "H(2) = 7.31, p = .026",
                "r(48) = .31, p = .03",
                "r = .31, n = 50, p = .03",
                "r = .31, n = 50, p = .04", // covariates
                "t(48) = 9.9, p = .000",
            })
    void isSilentWhereThePCanComeFromTheTest(String printed) {
        assertThat(flags(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // no degrees of freedom
                "t = 2.2, p = .90",
                "χ2 = 9.1, p = .90",
                "F = 9.1, p = .90",
                "F(58) = 4.02, p = .90",
                "F(0, 58) = 4.02, p = .90",
                "r = .31, p = .90",
                "Q = 53.10, p = .90",
                // no number for p, or an approximate one
                "t(48) = 2.2, ns",
                "t(48) = 2.2, p ≈ .5",
                // a bound is no statistic
                "F(1, 58) < 1, p = .01",
                // Fisher's z, a standard score
                "z = .45, p < .001",
                // pooled over studies, not tested by n
                "r = .28, k = 295, n = 300, p = .90",
            })
    void guessesNothingThatIsNotPrinted(String printed) {
        assertThat(flags(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "t(48) = 2.2, p = .30",
                "t(48) = 2.2, p = .05",
                "t(1) = 2.2, p = .90",
                "t(48) = 1.1, p < .05",
                "t(48) = 3.1, p > .05",
                "F(1, 58) = 4.02, p = .50",
                "F(3, 58) = 1.2, p < .01",
                "χ2(3) = 11.2, p = .10",
                "χ2(4, N = 210) = 9.1, p = .011",
                "z = 1.20, p < .001",
                "z = 1.00, p < .001",
                "Q(24) = 23.10, p < .001",
                "H(2) = 7.31, p = .26",
                "r(48) = .11, p = .001",
                "r = .11, n = 50, p = .001",
                "r = .90, n = 5, p = .003",
                "r(48) = 1.00, p = .30",
                "F(1, 58) = 0.00, p = .01",
            })
    void doubtsAPThatNoRoundingAndNoSideExplains(String printed) {
        assertThat(flags(printed)).containsExactly("p-irreconcilable");
    }

    @Test
    void explainsWithoutAccusing() {
        assertThat(remarks("t(48) = 2.2, p = .30"))
                .extracting(Remark::explanation)
                .containsExactly("The text prints p = 0.30; the test beside it gives a two-sided p of about 0.033."
                        + " A correction for several tests would make it larger.");
        assertThat(remarks("F(3, 58) = 1.2, p < .01"))
                .extracting(Remark::explanation)
                .containsExactly("The text prints p < 0.01; the test beside it gives a two-sided p of about 0.32.");
    }

    @Property(tries = 300)
    void honestTestsAreNeverDoubted(
            @ForAll @DoubleRange(min = 0.01, max = 9) double statistic,
            @ForAll @IntRange(min = 1, max = 9) int groups,
            @ForAll @IntRange(min = 1, max = 2000) int people,
            @ForAll @IntRange(min = 1, max = 3) int digits) {
        BigDecimal printed = round(statistic, digits);
        var oneFreedom = new TestDistribution.Freedom(people, people);
        var twoFreedoms = new TestDistribution.Freedom(groups, people);
        for (RoundingMode mode : List.of(RoundingMode.HALF_UP, RoundingMode.DOWN)) {
            assertThat(flags("t(%d) = %s, p = %s"
                            .formatted(people, printed, p(TestDistribution.STUDENT, statistic, oneFreedom, mode))))
                    .isEmpty();
            assertThat(flags("F(%d, %d) = %s, p = %s"
                            .formatted(
                                    groups,
                                    people,
                                    printed,
                                    p(TestDistribution.FISHER_SNEDECOR, statistic, twoFreedoms, mode))))
                    .isEmpty();
            assertThat(flags("χ2(%d) = %s, p = %s"
                            .formatted(people, printed, p(TestDistribution.CHI_SQUARED, statistic, oneFreedom, mode))))
                    .isEmpty();
            assertThat(flags("r(%d) = %s, p = %s"
                            .formatted(
                                    people,
                                    round(statistic / 9.1, digits),
                                    p(TestDistribution.CORRELATION, statistic / 9.1, oneFreedom, mode))))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Naps and mood were related (r = 1.32).              | value-out-of-range
        Agreement was odd (κ = -1.2).                       | value-out-of-range
        Scores fell (M = 12.1, SD = -1.0).                  | value-out-of-range
        Scores fell (B = 0.30, SE = -0.09).                 | value-out-of-range
        Groups differed, F(1, 58) = -4.02, p = .05.         | value-out-of-range
        Sleep was better (OR = -2.1).                       | value-out-of-range
        Sleep was better (p = 1.2).                         | p-out-of-range
        About 120% of patients slept.                       | percentage-out-of-range
        About 120% of the older patients slept.             | percentage-out-of-range
        About 120% of the older male patients slept.        | percentage-out-of-range
        Only 0% of patients slept.                          | ''
        A full 100% of patients slept.                      | ''
        Scores fell (M = 12.1, SD = 0.0).                   | ''
        Costs rose by 150%.                                 | ''
        Attendance was 180% higher among patients.          | ''
        They took 120% of the usual dose.                   | ''
        Sleep changed by -12%.                              | ''
        Scores fell (SD – 6.2).                             | ''
        Naps and mood were related (r = -1).                | ''
        """)
    void saysWhatLiesWhereItsKindCannotLie(String sentence, String flags) {
        List<Remark> remarks = remarksOf(sentence);
        assertThat(String.join(" ", remarks.stream().map(Remark::flag).toList()))
                .isEqualTo(flags);
    }

    private static String p(
            TestDistribution distribution, double statistic, TestDistribution.Freedom freedom, RoundingMode mode) {
        return BigDecimal.valueOf(distribution.probability(statistic, freedom))
                .setScale(3, mode)
                .toPlainString();
    }

    private static BigDecimal round(double number, int digits) {
        return BigDecimal.valueOf(number).setScale(digits, RoundingMode.HALF_UP);
    }

    private List<String> flags(String printed) {
        return remarks(printed).stream().map(Remark::flag).toList();
    }

    private List<Remark> remarks(String printed) {
        return remarksOf("Naps helped (" + printed + ").");
    }

    private List<Remark> remarksOf(String sentence) {
        return PrintedStatistics.READER.read(Passage.of(sentence)).stream()
                .flatMap(statistic -> check.check(statistic, sentence).stream())
                .toList();
    }
}
