package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The study was powered for an effect of d = 0.4 with 20% attrition.",
                "We calculated that 64 clients per arm would give 80% power.",
                "Assuming a correlation of .50 between waves, 90 dyads are enough.",
                "If r = 1, one score would tell the other.",
                "Were the reliability perfect (α = 1.00), the correlation would rise to .60.",
                "Let us say that half of the clients leave.",
                "A p of .04 does not mean that there is a 4% chance of error.",
                "An odds ratio of 1 means that there is no difference.",
                "Over the next year 240 couples will be recruited.",
                "Eligible were adults aged 18 to 65 with a score of at least 20.",
                "Raters had to reach a kappa of at least .80.",
                "Results with p < .10 are called trends.",
                "The alpha level was .05 for all tests.",
                "With a Bonferroni-corrected α = .017 nothing was left.",
                "We set a normal prior (mean 0, SD 10) on all coefficients.",
                "Convert OR = 2.0 to d.",
                "A toy example: with n = 4 the mean is 3.",
                "6 min read",
                "First 5 Minutes",
                "Posted 14 days ago · 312 views",
                "Top 10 Tips for New Therapists",
                "There are two main reasons why therapists err.",
                "A subscription costs 5 dollars, and readers get 15% off.",
                "There was 85% humidity in the hall.",
                "They won 3–1 after 11 minutes.",
                "Module 5 takes 20 minutes.",
                "Room HR 101 is on level 2.",
                "The pond is a circle with r = 5 m.",
                "I² = 100% × (Q − df)/Q is the formula.",
                "* p < .05."
            })
    void holdNumbersThatNobodyFound(String sentence) {
        assertThat(PrintedStatistics.of(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        If anything, naps harmed (d = -0.20).                       | d = -0.20
        The power of sleep was shown in 12 trials.                  | count = 12 trials
        Of 50 who were planned, 42 patients came.                   | count = 42 patients
        Neither naps nor prior therapy mattered (r = .02).          | r = 0.02
        With a default prior the evidence was strong, BF10 = 11.6.  | BF = 11.6
        The price of a night was lost sleep in 45% of nurses.       | percentage = 45 %
        Nine of ten patients would nap again (88%).                 | percentage = 88 %
        Alpha was good (α = .91).                                   | alpha = 0.91
        """)
    void leaveWhatWasFound(String sentence, String expected) {
        assertThat(PrintedStatistics.of(sentence)).contains(expected);
    }
}
