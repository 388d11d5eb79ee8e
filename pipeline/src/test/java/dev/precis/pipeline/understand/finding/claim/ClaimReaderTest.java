package dev.precis.pipeline.understand.finding.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Claim;
import dev.precis.pipeline.domain.Claim.Favours;
import dev.precis.pipeline.domain.Finding;
import dev.precis.pipeline.domain.Finding.Reported;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.finding.FindingFinder;
import dev.precis.pipeline.understand.finding.PrintedStatistics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Noise predicted sleep (β = .3) and mood (β = .2), but not pain (β = .0). | Noise                 |                 | sleep
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
                // the subject is a list, a pronoun, a relative clause, or no thing at all
                "Tea, noise, and light were associated with sleep (r = .2).",
                "It was associated with less distress (r = -.3).",
                "They slept better, which was associated with mood (r = .3).",
                "The model predicted mood (R2 = .3).",
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

    /** Each number has what its own clause and bracket say: predictor, comparator, outcome, timepoint, subgroup. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Noise predicted sleep (β = .3) and mood (β = .2), but not pain (β = .0).          | Noise; -; sleep; -; -    | Noise; -; mood; -; -   | Noise; -; pain; -; -
        Naps reduced fatigue at follow-up (d = .5) but not at the end of treatment (d = .1).          | Naps; -; fatigue; follow-up; - | Naps; -; fatigue; end of treatment; - |
        Compared to tea, naps reduced fatigue (d = .5), but they were no better than exercise (d = .0). | naps; tea; fatigue; -; - | -; -; -; -; - |
        Naps had an effect on mood compared to no treatment (d = .5) and compared to tea (d = .1). | Naps; no treatment; mood; -; - | Naps; tea; mood; -; - |
        Noise (r = .2), light (r = .3), and heat (r = .1) predicted sleep.                 | Noise; -; sleep; -; -    | light; -; sleep; -; -  | heat; -; sleep; -; -
        Naps predicted mood (r = .3), and noise predicted pain (r = .2).                   | Naps; -; mood; -; -      | noise; -; pain; -; -   |
        Naps predicted mood (r = .3), as did light (r = .2).                               | Naps; -; mood; -; -      | light; -; mood; -; -   |
        Naps lowered distress (d = .3) but did not affect pain (d = .0).                   | Naps; -; distress; -; -  | Naps; -; pain; -; -    |
        The effects of naps on mood were g = .3 in students and g = .5 in nurses.          | naps; -; mood; -; students | naps; -; mood; -; nurses |
        Effects were larger for anxiety (g = .7) than for depression (g = .4).             | -; -; anxiety; -; -      | -; -; depression; -; - |
        Against no treatment, naps did better on mood (d = .5), on pain (d = .2), and on worry (d = .1). | naps; no treatment; mood; -; - | naps; no treatment; pain; -; - | naps; no treatment; worry; -; -
        More light went with less sleep (r = -.3).                                         | More light; -; less sleep; -; - | |
        Remission was 47% in the nap group and 22% in the tea group.                       | -; -; Remission; -; nap group | -; -; Remission; -; tea group |
        At follow-up, naps were superior to treatment as usual (d = .4).                  | naps; treatment as usual; -; follow-up; - | |
        Naps and tea did not differ on mood (d = .1) or on pain (d = .2).                  | Naps; tea; mood; -; -    | Naps; tea; pain; -; -  |
        Naps led to greater reductions in fatigue than relaxation (d = .5).                | Naps; relaxation; fatigue; -; - | |
        Scores went from 28 (SD = 8) to 14 (SD = 9) after 20 sessions.                     | -; -; -; -; -            | -; -; -; 20 sessions; - |
        """)
    void tellsEachNumberItsOwn(String sentence, String first, @Nullable String second, @Nullable String third) {
        List<String> told = finder.find(Passage.of(sentence)).stream()
                .flatMap(finding -> finding.numbers().stream())
                .map(Reported::claim)
                .map(ClaimReaderTest::line)
                .toList();

        assertThat(told)
                .startsWith(Stream.of(first, text(second), text(third))
                        .filter(one -> !one.isEmpty())
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Naps were superior to tea (d = .4).                           | PREDICTOR
        Naps outperformed tea on mood (d = .4).                       | PREDICTOR
        Against tea, naps did better on mood (d = .4).                | PREDICTOR
        Naps did worse than tea on mood (d = -.4).                    | COMPARATOR
        Naps were less effective than tea (d = -.4).                  | COMPARATOR
        Naps were not superior to tea (d = .1).                       | NEITHER
        Naps were as effective as tea (d = .0).                       | NEITHER
        The mean difference between naps and tea was 0.25 (d = .4).   | NEITHER
        """)
    void saysWhoDidBetterOnlyWhereWordsDo(String sentence, Favours favours) {
        assertThat(finder.find(Passage.of(sentence))
                        .getFirst()
                        .numbers()
                        .getFirst()
                        .claim()
                        .favours())
                .isEqualTo(favours);
    }

    /** A time or a group that is of another number, or of a word beside it, is told of none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Moderation by baseline severity was absent (Q = 0.41, p = .81).",
                "With severity at intake controlled for, d was large (d = .9).",
                "The effect was significant in studies with n > 50 (g = 0.35).",
                "There was heterogeneity among the studies (I2 = 78%).",
                "Distress fell less in men than in women (d = .4).",
                "For patients who were not on track it was larger (d = .36).",
            })
    void saysNoCircumstanceInDoubt(String sentence) {
        assertThat(finder.find(Passage.of(sentence)))
                .flatExtracting(Finding::numbers)
                .extracting(Reported::claim)
                .allSatisfy(claim -> assertThat(
                                claim.timepoint().text() + claim.subgroup().text())
                        .isEmpty());
    }

    @Test
    void quotesTheWordsWithTheirPlace() {
        assertThat(finder.find(new Passage("Naps predicted mood (r = .3).", 100)))
                .flatExtracting(Finding::numbers)
                .extracting(Reported::claim)
                .containsExactly(new Claim(
                        new Passage("Naps", 100),
                        Passage.NONE,
                        List.of(new Passage("mood", 115)),
                        Passage.NONE,
                        Passage.NONE,
                        Favours.NEITHER));
    }

    /** That of the first number that is more than counted. */
    private Claim claim(String sentence) {
        return finder.find(Passage.of(sentence)).stream()
                .flatMap(finding -> finding.numbers().stream())
                .map(Reported::claim)
                .filter(claim -> !claim.isEmpty())
                .findFirst()
                .orElse(Claim.NONE);
    }

    private static String line(Claim claim) {
        return Stream.of(
                        claim.predictor(),
                        claim.comparator(),
                        claim.outcomes().isEmpty()
                                ? Passage.NONE
                                : claim.outcomes().getFirst(),
                        claim.timepoint(),
                        claim.subgroup())
                .map(part -> part.isEmpty() ? "-" : part.text())
                .collect(Collectors.joining("; "));
    }

    /** An empty column of the table is null. */
    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
