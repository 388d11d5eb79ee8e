package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.finding.PrintedStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of printed numbers, and above all what is not. */
class ConsistencyCheckTest {
    private final ConsistencyCheck check = new ConsistencyCheck(Ontology.statistics());

    /** Three effects and two coefficients as posts of the blog print them, and one that nothing explains. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        g = 0.63; 95% CI [0.87, 0.41], SE = 0.08, p = .002      | ci-bounds-reversed
        g = 0.67; 95% CI [1.13, 0.20], SE = 0.15, p = .020      | ci-bounds-reversed
        g = 0.38;95% CI [0.68, 0.08], SE = 0.13, p = .019       | ci-bounds-reversed
        B adjusted = -.065 (95% CI [-.092, -.038]; p < .0001)   | ''
        B adjusted = -.148 (95% CI [-.215, -.081]; p < .0001)   | ''
        g = 0.30, 95% CI [-0.04, 0.64], p = .001                | p-irreconcilable
        """)
    void saysOnlyWhatFollowsFromTheWorkedExamples(String printed, String flags) {
        assertThat(flags(printed)).isEqualTo(flags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d = 0.41, 95% CI [0.12, 0.70], p = .006",
                "OR = 2.10, 95% CI 1.30 to 3.40, p = .003",
                "HR = 0.71 (95% CI 0.55 to 0.92; p = .009)",
                "r = .30, 95% CI [.02, .54], p = .04",
                "B = 0.30, SE = 0.09, p < .001",
                "d = 0.5, SE = 0.2, df = 10, p = .03",
                // only t with the printed degrees of freedom gives it
                "B = 0.50, SE = 0.20, df = 10, p = .031",
                "B = 0.50, SE = 0.20, df = 1, p = .24",
                "MD = 1.9, 99% CI 0.1 to 3.7, p = .007",
                "g = 0.2, p = .90",
            })
    void isSilentWhereEverythingFits(String printed) {
        assertThat(flags(printed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the level is unknown
                "g = 0.30 [-0.04, 0.64], p = .001",
                // no number is printed for p
                "g = 0.80, 95% CI [0.60, 1.00], n.s.",
                // a bound is no estimate
                "g > 0.30, 95% CI [-0.04, 0.64], p = .001",
                // an unnamed effect has no known value for no effect
                "effect size = 0.30, 95% CI [-0.04, 0.64], p = .001",
                // never below zero, so not normal around it
                "eta2 = 0.30, 95% CI [0.01, 0.64], p = .80",
                // the standard error may be that of the logarithm, or not
                "OR = 2.10, SE = 0.90, p = .003",
                // about is about
                "g = 0.30, 95% CI [-0.04, 0.64], p ≈ .02",
            })
    void assumesNothingThatIsNotPrinted(String printed) {
        assertThat(flags(printed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        d = 0.95, 95% CI [0.12, 0.70]            | ci-excludes-estimate
        d = 0.95, 95% CI [0.12, 0.70], p = .5    | ci-excludes-estimate
        d = 0.95, 95% CI [0.70, 0.12]            | ci-bounds-reversed ci-excludes-estimate
        d = 0.4, 95% CI [0.42, 0.70]             | ''
        d = 0.3, 95% CI [0.42, 0.70]             | ci-excludes-estimate
        d = 0.36, 95% CI [0.4, 0.7]              | ''
        d = 0.34, 95% CI [0.4, 0.7]              | ci-excludes-estimate
        d = 0.74, 95% CI [0.4, 0.7]              | ''
        d = 0.76, 95% CI [0.4, 0.7]              | ci-excludes-estimate
        d = 0.41, 95% CI [0.12, 0.70], p = 1.6   | p-out-of-range
        d = 0.41, 95% CI [0.12, 0.70], p = -.006 | p-out-of-range
        d = 0.41, 95% CI [0.12, 0.70], p = .60   | p-irreconcilable
        OR = 1.10, 95% CI 0.60 to 2.00, p = .01  | p-irreconcilable
        B = 0.30, SE = 0.09, p = .60             | p-irreconcilable
        B = 0.30, SE = 0.09, p = .03             | p-not-normal-theory
        B = 0.50, SE = 0.20, p = .031            | p-not-normal-theory
        B = 0.30, SE = 0.09, 95% CI [0.12, 0.48], p = .60 | p-irreconcilable
        B = 0.30, SE = 0.50, 95% CI [0.20, 0.40], p = .99 | p-irreconcilable
        d = 0.60, 95% CI [0.30, 0.90], p = .01   | p-not-normal-theory
        """)
    void saysWhatDoesNotFit(String printed, String flags) {
        assertThat(flags(printed)).isEqualTo(flags);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "After Bonferroni correction, g = 0.30, 95% CI [0.10, 0.50], p = .02",
                "OR = 3.93, 95% CI 1.04 to 14.89; Fisher's exact test, p = .062",
                "HR = 0.54, 95% CI 0.29–1.01; log-rank p = .049",
                "β = -.24, SE = 1.34, p = .008",
                "t(88) = 2.45, p = .065 after Bonferroni correction for four tests",
                "F(1.62, 93.96) = 3.91, p = .031",
                "d = 0.05, 90% CI -0.18 to 0.28; TOST p = .006",
                "g = 0.30, 95% CI [-0.04, 0.64], p < .05"
            })
    void doubtsNothingThatTheMethodOrAMarginExplains(String printed) {
        assertThat(remarks(printed)).isEmpty();
    }

    @Test
    void explainsInWordsAndNumbersThatAccuseNobody() {
        assertThat(remarks("d = 0.95, 95% CI [0.70, 0.12]"))
                .extracting(Remark::explanation)
                .containsExactly(
                        "Printed with the higher bound first; published here as 0.12 to 0.70.",
                        "0.95 is not in the interval from 0.12 to 0.70.");
        assertThat(remarks("B = 0.30, SE = 0.09, p = .03"))
                .extracting(Remark::explanation)
                .containsExactly(
                        "The text prints p = 0.03; the numbers beside it give a two-sided p of about 0.00086 by the"
                                + " normal distribution. A t distribution with about 4 degrees of freedom, as small"
                                + " samples have it, gives the printed one.");
        assertThat(remarks("g = 0.30, 95% CI [-0.04, 0.64], p = .30"))
                .extracting(Remark::explanation)
                .containsExactly("The text prints p = 0.30; the numbers beside it give a two-sided p of about 0.084 by"
                        + " the normal distribution, and no t distribution gives the printed one.");
        assertThat(remarks("g = 0.80, 95% CI [0.60, 1.00], p = .5"))
                .extracting(Remark::explanation)
                .containsExactly("The text prints p = 0.5; the numbers beside it give a two-sided p of less than"
                        + " 0.0001 by the normal distribution, and no t distribution gives the printed one.");
        assertThat(remarks("g = 0.80, p = 1.6"))
                .extracting(Remark::explanation)
                .containsExactly("The text prints p = 1.6; it stays here in the printed words only.");
    }

    private String flags(String printed) {
        return String.join(" ", remarks(printed).stream().map(Remark::flag).toList());
    }

    private List<Remark> remarks(String printed) {
        return PrintedStatistics.READER.read(Passage.of("Naps helped (" + printed + ").")).stream()
                .flatMap(statistic -> check.check(statistic, printed).stream())
                .toList();
    }
}
