package dev.precis.pipeline.understand.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Remark;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.PrintedStatistics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A difference beside its t, and the mean of whole answers. */
class DifferenceAndGrainTest {
    private final FindingFinder finder = new FindingFinder(PrintedStatistics.READER, PrintedStatistics.CHECK);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The two nap groups (n = 30 each) differed, t(58) = 2.10, p = .040, d = 1.24.",
                "With 22 clients in the one arm and 24 in the other the effect was d = 0.15, t(44) = 3.02, p = .004.",
                "Naps helped, t(58) = 2.10, p = .040, d = 5.4.",
                "Naps helped, t(58) = 2.10, p = .040, d = 0.05.",
            })
    void doubtsADifferenceOfNoConvention(String sentence) {
        assertThat(remarks(sentence)).extracting(Remark::flag).containsExactly(PairCheck.FLAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // t * sqrt(1/n1 + 1/n2), corrected or not
                "With 22 clients in the one arm and 24 in the other the effect was d = 0.89, t(44) = 3.02, p = .004.",
                "With 6 clients in the one arm and 8 in the other the effect was g = 1.53, t(12) = 3.02.",
                // 2t / sqrt(df)
                "The two nap groups (n = 30 each) differed, t(58) = 2.10, p = .040, d = 0.55.",
                // of one group
                "Sleepers improved, t(58) = 2.10, p = .040, d = 0.27.",
                // by the deviation of the controls
                "The two nap groups (n = 30 each) differed, t(58) = 2.10, p = .040, d = 0.72.",
                // of many studies, and of a model of another kind
                "Across studies the effect was small, d = 0.05, t(30) = 3.10.",
                "In a multilevel model naps helped, d = 0.05, t(300) = 8.10.",
                // no one knows how many slept
                "Naps helped, d = 0.35, Welch's t(30.27) = 8.69.",
                "Naps helped, t(58) = 2.10 for mood and d = 5.4 for sleep.",
            })
    void doubtsNoDifferenceThatAConventionGives(String sentence) {
        assertThat(finder.find(Passage.of(sentence))).isNotEmpty();
        assertThat(remarks(sentence)).extracting(Remark::flag).doesNotContain(PairCheck.FLAG);
    }

    @Test
    void tellsWhichMeansAreNear() {
        assertThat(remarks("On the single item (0, 1, 2 to 10) the 12 users had a mean of 4.62."))
                .singleElement()
                .satisfies(remark -> {
                    assertThat(remark.flag()).isEqualTo(GrainCheck.FLAG);
                    assertThat(remark.explanation())
                            .isEqualTo("Whole answers of 12 people cannot have a mean of 4.62;"
                                    + " the nearest are 4.58 and 4.67.");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On the single item the 12 users had a mean of 4.58.",
                // cut off
                "On the single item the 12 users had a mean of 4.66.",
                // so many that every mean is possible
                "On the single item the 112 users had a mean of 4.62.",
                // of several items, and of nobody knows how many
                "On the scale the 12 users had a mean of 4.62.",
                "On the single item the users had a mean of 4.62 after 12 sessions.",
                "On the single item about 12 users had a mean of 4.62.",
                "Of 14 users the 12 users who answered the single item had a mean of 4.62.",
                "On the single item, a slider, the 12 users had a mean of 4.62.",
            })
    void doubtsNoMeanThatMayBe(String sentence) {
        assertThat(finder.find(Passage.of(sentence))).isNotEmpty();
        assertThat(remarks(sentence)).extracting(Remark::flag).doesNotContain(GrainCheck.FLAG);
    }

    private List<Remark> remarks(String sentence) {
        return finder.find(Passage.of(sentence)).stream()
                .map(Finding::remarks)
                .flatMap(List::stream)
                .toList();
    }
}
