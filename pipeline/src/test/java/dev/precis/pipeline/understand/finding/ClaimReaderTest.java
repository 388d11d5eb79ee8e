package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Passage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to be related to what, and above all where nothing is said. */
class ClaimReaderTest {
    private final FindingFinder finder = new FindingFinder(PrintedStatistics.READER, PrintedStatistics.CHECK);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Longer naps were associated with better mood (r = .3).                   | Longer naps           |                 | better mood
        Tea was not significantly related to sleep, r = .01.                     | Tea                   |                 | sleep
        Light correlated with mood at both waves (r = .3).                       | Light                 |                 | mood
        We found that regular exercise was linked to deep sleep (r = .2).        | regular exercise      |                 | deep sleep
        In 12 studies (n = 90), noise was related to worse sleep (r = .4).       | noise                 |                 | worse sleep
        Night shifts (n = 40) predicted change in mood (β = .3).                 | Night shifts          |                 | change in mood
        Noise predicted sleep (β = .3) and mood (β = .2), but not pain (β = .0). | Noise                 |                 | sleep; mood
        The effect of naps on reaction time was small (d = 0.2).                 | naps                  |                 | reaction time
        The effects of bright light were large (d = 0.9).                        | bright light          |                 |
        There was no effect of age, F(1, 58) = 0.4.                              | age                   |                 |
        There was no effect on mood (SMD = 0.01).                                |                       |                 | mood
        The correlation between noise and mood was -.3.                          | noise                 |                 | mood
        The association of naps with mood in adults was r = .2.                  | naps                  |                 | mood
        The mean difference between naps and tea was 0.25, 95% CI [0.1, 0.4].    | naps                  | tea             |
        Naps were more effective than no treatment for fatigue (g = 0.6).        | Naps                  | no treatment    | fatigue
        Naps were as effective as sleep hygiene at one month (g = 0.0).          | Naps                  | sleep hygiene   |
        Naps were superior to treatment as usual (d = 0.4).                      | Naps                  | treatment as usual |
        Naps reduced fatigue compared with quiet rest (HR = 0.7).                | Naps                  | quiet rest      | fatigue
        Compared to quiet rest, the effects of naps were small (d = 0.1).        | naps                  | quiet rest      |
        Sleep quality explained 7% of the variance in mood (R2 = .07).           | Sleep quality         |                 | mood
        """)
    void readsPlainStatements(String sentence, String predictor, String comparator, String outcomes) {
        Claim claim = claim(sentence);
        assertThat(claim.predictor().text()).isEqualTo(text(predictor));
        assertThat(claim.comparator().text()).isEqualTo(text(comparator));
        assertThat(String.join(
                        "; ", claim.outcomes().stream().map(Passage::text).toList()))
                .isEqualTo(text(outcomes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // nothing is related to anything
                "The sample slept 7 hours (SD = 1.2).",
                // two claims: a number may be of either
                "Naps predicted mood (r = .3), and noise predicted pain (r = .2).",
                // the subject is a list, a pronoun, a relative clause, or no thing at all
                "Tea, noise, and light were associated with sleep (r = .2).",
                "It was associated with less distress (r = -.3).",
                "They slept better, which was associated with mood (r = .3).",
                "The model predicted mood (R2 = .3).",
                "Alliance (r = .2) and noise (r = .3) predicted mood.",
                // a question, a condition
                "We asked whether noise was related to sleep (r = .3).",
                "When noise predicted sleep, the effect was d = .3.",
                // passive, intransitive
                "Mood was predicted by naps (r = .3).",
                "Fatigue was reduced by naps (d = .3).",
                "Sleepers improved in mood (d = .5).",
                "Sleepers improved their mood (d = .5).",
                // three things, an effect of some size
                "The correlation between age and sex and mood was r = .1.",
                "There was an effect of medium size, d = 0.5.",
                "Naps were associated with a large effect (d = 0.9).",
                // more of the outcome may follow
                "Naps were associated with satisfaction with sleep (r = .3).",
                // only people are counted
                "Noise was related to sleep in 40 patients.",
            })
    void saysNothingInDoubt(String sentence) {
        assertThat(claim(sentence)).isEqualTo(Claim.NONE);
    }

    @Test
    void quotesTheWordsWithTheirPlace() {
        assertThat(finder.find(new Passage("Naps predicted mood (r = .3).", 100)))
                .extracting(Finding::claim)
                .containsExactly(new Claim(new Passage("Naps", 100), Passage.NONE, List.of(new Passage("mood", 115))));
    }

    private Claim claim(String sentence) {
        List<Claim> claims =
                finder.find(Passage.of(sentence)).stream().map(Finding::claim).toList();
        return claims.isEmpty() ? Claim.NONE : claims.getFirst();
    }

    /** An empty column of the table is null. */
    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
