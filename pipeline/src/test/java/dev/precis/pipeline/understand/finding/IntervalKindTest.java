package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import dev.precis.pipeline.domain.Statistic.Attachment.Interval;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An interval is what its own words say, whatever other intervals stand beside it. */
class IntervalKindTest {
    private final StatisticReader reader = new StatisticReader(Ontology.statistics());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        The effect was g = 0.50 (95% CI [0.30, 0.70]).                             | CONFIDENCE | 0.30
        The effect was g = 0.50 [0.30, 0.70].                                      | CONFIDENCE | 0.30
        The effect was g = 0.50 (95% CrI [0.30, 0.70]).                            | CREDIBLE   | 0.30
        The effect was g = 0.50, 95% credible interval 0.30 to 0.70.               | CREDIBLE   | 0.30
        The effect was g = 0.50 (95% HDI 0.30 to 0.70).                            | CREDIBLE   | 0.30
        The effect was g = 0.50 (95% highest density interval 0.30 to 0.70).       | CREDIBLE   | 0.30
        The effect was g = 0.50 (95% PI [-0.10, 1.10], 95% CI [0.30, 0.70]).       | CONFIDENCE | 0.30
        The effect was g = 0.50 (95% CI [0.30, 0.70]; 95% prediction interval -0.10 to 1.10). | CONFIDENCE | 0.30
        """)
    void isWhatItsOwnWordsSay(String sentence, Interval.Kind kind, String lower) {
        Statistic effect = reader.read(Passage.of(sentence)).getFirst();
        Interval interval = effect.attachment(Interval.class).orElseThrow();

        assertThat(interval.kind()).isEqualTo(kind);
        assertThat(interval.lower()).isEqualByComparingTo(lower);
    }
}
