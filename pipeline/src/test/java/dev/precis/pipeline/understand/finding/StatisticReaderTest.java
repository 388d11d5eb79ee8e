package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.precis.ontology.Concept;
import dev.precis.ontology.ConceptScheme;
import dev.precis.ontology.Ontology;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.Statistic;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        # typography
        Sleep improved (β = −.27).                                | beta = -0.27
        Sleep improved (β = –.27).                                | beta = -0.27
        Sleep improved (b = - .27).                               | B = -0.27
        The effect was small, d=0·31.                             | d = 0.31
        Variance explained was R² = .09.                          | R2 = 0.09
        Agreement was good (κ=.77).                               | kappa = 0.77
        The slope differed (Δχ²(3) = 11.2).                       | chi2 = 11.2, df 3
        Owls and larks differed, t(48)=2.2.                       | t = 2.2, df 48
        The pooled effect was SMD –0.44.                          | SMD = -0.44
        Sleep improved, d = 0,38.                                 | d = 0.38
        Sleep improved (r ϭ .28).                                 | r = 0.28
        Of 12 480 nurses, most slept.                             | count = 12480 nurses
        # relations
        Effects were negligible, F < 1.                           | F < 1
        The correlation exceeded r > .50.                         | r > 0.50
        Reliability was α ≥ .80.                                  | alpha >= 0.80
        The shift was d ≈ 0.4.                                    | d ~ 0.4
        # names in words
        The odds ratio was 2.4.                                   | OR = 2.4
        The hazard ratio for relapse was 0.58.                    | HR = 0.58
        Naps and mood were correlated at .22.                     | r = 0.22
        The partial eta squared was .11.                          | eta2 = 0.11
        Cronbach’s alpha was .91.                                 | alpha = 0.91
        The standardized coefficient was .19.                     | beta = 0.19
        The number needed to treat was 8.                         | NNT = 8
        The mean age of the sleepers was 44.2 years.              | mean = 44.2 years
        Sleepers were on average 51 years old.                    | mean = 51 years
        Naps took a median of 25 minutes.                         | median = 25 minutes
        Test sensitivity of 82% was reported.                     | sensitivity = 82 %
        The cost per sleeper was £1,450.                          | cost = 1450
        The pooled log OR was 0.34.                               | logOR = 0.34
        Adding naps increased R2 by .05.                          | dR2 = 0.05
        Naps brought an increase in R2 of .05.                    | dR2 = 0.05
        Naps helped (adjusted odds ratio, 1.45).                  | OR = 1.45
        # values that range
        The correlations ranged from .12 to .38.                  | r = 0.12..0.38
        Effects lay between g = .2 and g = .5.                    | g = 0.2..0.5
        Effects ranged from 0.15 to 0.60 (Hedges' g).             | g = 0.15..0.60
        Sleep ran from r = .08 to r = .27 with mood.              | r = 0.08..0.27
        # neighbours of a type
        The rate of falls went down (IRR = 0.79).                 | IRR = 0.79
        The NNTB was 4 (95% CI 3 to 6).                           | NNT = 4, 0.95 CI [3, 6]
        The number needed to harm was 25.                         | NNH = 25
        The risk difference was -0.12 (95% CI -0.2 to -0.04).     | RD = -0.12, 0.95 CI [-0.2, -0.04]
        The groups differed by δ = 0.33.                          | SMD = 0.33
        Naps went with less noise (rs = −.33, p = .008).          | rho = -0.33, p = 0.008
        Reliability was good (ωh = .74).                          | omega = 0.74
        Studies varied (τ = 0.21).                                | tau = 0.21
        Naps raised mood by 0.26 standard deviations (SE = 0.05). | effect = 0.26, SE 0.05
        Owls were 1.7 times as likely to nap and to smile (95% CI 1.2 to 2.4). | RR = 1.7, 0.95 CI [1.2, 2.4]
        Naps reduced noise by 1.3 points on a 0–10 scale (95% CI 0.6 to 2.0). | MD = 1.3, 0.95 CI [0.6, 2.0]
        The number needed to treat came to 6 (95% CI 4–11).       | NNT = 6, 0.95 CI [4, 11]
        The mean was g = 0.31, with a 95% confidence interval running from 0.24 to 0.38. | g = 0.31, 0.95 CI [0.24, 0.38]
        They came back for a two-year follow-up.                  | duration = 2 year
        # sizes
        Mood improved (g = 0.52, k = 14, N = 2,310).              | g = 0.52, k 14, n 2310
        Mood improved (k = 14, g = 0.52).                         | g = 0.52, k 14
        The sample (n = 64) was small.                            | n = 64
        Napping was common (38%, n = 120).                        | percentage = 38 %, n 120
        The groups differed, χ2(2, N = 210) = 9.1.                | chi2 = 9.1, n 210, df 2
        # percentages, shares, counts
        Fifty-seven percent slept well.                           | percentage = 57 %
        About 30 to 40 per cent slept badly.                      | percentage ~ 30..40 %
        Up to 12.5% never dream.                                  | percentage <= 12.5 %
        Two thirds of adults drink tea.                            | ratio = 2/3
        Roughly one in six people snores.                         | ratio ~ 1/6
        Nearly half of them snored.                               | ratio ~ 1/2
        Over 26,000 patients kept a diary.                        | count > 26000 patients
        They found 9 small randomized trials.                     | count = 9 trials
        Three hundred and twelve nurses answered.                 | count = 312 nurses
        Some 1.4 million adults sleep by day.                     | count ~ 1400000 adults
        At least six studies agree.                               | count >= 6 studies
        Naps were tried by 45/90 patients.                         | ratio = 45/90
        On average, they came to 14.7 sessions.                   | mean = 14.7 sessions
        They had slept badly for 10 years on average.             | mean = 10 years
        In the first wave 1,012 people took part.                 | count = 1012 people
        They pooled 66 effect sizes.                              | count = 66 effect sizes
        # times and ranges
        The course took 8 weeks.                                  | duration = 8 weeks
        Gains held from 2 years to 5 years.                       | duration = 2..5 years
        Most had over 10 years of experience.                     | duration > 10 years of experience
        Sleepers aged 18–65 took part.                            | range = 18..65 years
        Sleepers who were 60 and older took part.                 | range >= 60 years
        The number of naps ranged from 3 to 1,050.                | range = 3..1050
        Between 4 and 20 sessions were held.                      | range = 4..20 sessions
        """)
    void readsOneStatistic(String sentence, String expected) {
        assertThat(PrintedStatistics.of(sentence)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        d = 0.41, 95% CI [0.12, 0.70]                     | d = 0.41, 0.95 CI [0.12, 0.70]
        d = 0.41 (95% CI 0.12 to 0.70)                    | d = 0.41, 0.95 CI [0.12, 0.70]
        d = 0.41;95%CI: 0.12-0.70                         | d = 0.41, 0.95 CI [0.12, 0.70]
        d = -0.41, 95% CI -0.70--0.12                     | d = -0.41, 0.95 CI [-0.70, -0.12]
        d = -0.41, 95% confidence interval −0.70 to −0.12 | d = -0.41, 0.95 CI [-0.70, -0.12]
        d = 0.41, 95% confidence interval (CI) = .12, .70 | d = 0.41, 0.95 CI [0.12, 0.70]
        d = 0.41, CI 95% = 0.12, 0.70                     | d = 0.41, 0.95 CI [0.12, 0.70]
        d = 0.41 (90% equivalence CI: 0.12, 0.70)         | d = 0.41, 0.90 CI [0.12, 0.70]
        d = 0.41 (99% CrI 0.12–0.70)                      | d = 0.41, 0.99 CI [0.12, 0.70]
        d = 0.41 [0.12; 0.70]                             | d = 0.41, 0 CI [0.12, 0.70]
        d: 0.41; 0.12 to 0.70                             | d = 0.41, 0 CI [0.12, 0.70]
        d = 0.41, 95% CI [0.70, 0.12]                     | d = 0.41, 0.95 CI [0.12, 0.70] reversed
        41% (95% CI 12%, 70%)                             | percentage = 41 %, 0.95 CI [12, 70]
        """)
    void readsAnIntervalInEveryDress(String printed, String expected) {
        assertThat(PrintedStatistics.of("The effect of naps: " + printed + " after a week")
                        .getFirst())
                .isEqualTo(expected);
    }

    @Test
    void attachesEverythingBesideAnEffect() {
        assertThat(PrintedStatistics.of("Naps helped (B = 0.30, SE = 0.09, 95% CI [0.12, 0.48], p = .001, n = 96)."))
                .containsExactly("B = 0.30, SE 0.09, 0.95 CI [0.12, 0.48], p = 0.001, n 96");
    }

    @Test
    void aTestStatisticKeepsItsOwnP() {
        assertThat(PrintedStatistics.of("Mood rose, F(1, 58) = 4.02, p = .05, d = 0.3, and Q = 7.1, df = 4, p = .13."))
                .containsExactly("F = 4.02, df 1 58, p = 0.05", "d = 0.3", "Q = 7.1, df 4, p = 0.13");
    }

    @Test
    void givesTheSymbolOfAListToItsOtherValues() {
        assertThat(PrintedStatistics.of("Correlations were r = .30 for sleep, .21 for mood, and −.08 for speed."))
                .containsExactly("r = 0.30", "r = 0.21", "r = -0.08");
    }

    @Test
    void sharesAPAmongThoseItGoverns() {
        assertThat(PrintedStatistics.of("Sleep (r = .2), mood (r = .3) and pain (r = .4; all ps < .01) were related."))
                .containsExactly("r = 0.2, p < 0.01", "r = 0.3, p < 0.01", "r = 0.4, p < 0.01");
        assertThat(PrintedStatistics.of("Pain (r = .4), sleep (r = .2) and mood (r = .3; both p < .05) were related."))
                .containsExactly("r = 0.4", "r = 0.2, p < 0.05", "r = 0.3, p < 0.05");
    }

    @Test
    void aPForTheDifferenceOfTwoValuesBelongsToNeither() {
        assertThat(PrintedStatistics.of(
                        "Owls (d = 0.5) gained more than larks (d = 0.3), but the difference was small (p = .2)."))
                .containsExactly("d = 0.5", "d = 0.3", "p, p = 0.2");
        assertThat(PrintedStatistics.of("Recovery was 45% with naps versus 30% without, p = .02."))
                .containsExactly("percentage = 45 %", "percentage = 30 %", "p, p = 0.02");
        assertThat(PrintedStatistics.of("Sleepers improved (p’s < .001).")).containsExactly("p, p < 0.001");
    }

    @Test
    void aValueWithQuartilesIsAMedian() {
        assertThat(PrintedStatistics.of("They stayed 9 days (IQR 6–14) and 12 days (IQR 8–19)."))
                .containsExactly("median = 9 days", "range = 6..14", "median = 12 days", "range = 8..19");
    }

    @Test
    void readsAnElidedSymbolAfterWhatItIsFor() {
        assertThat(PrintedStatistics.of("The coefficient for naps was b = -.13 (p = .01), and for tea .22 (p < .001)."))
                .containsExactly("B = -0.13, p = 0.01", "B = 0.22, p < 0.001");
    }

    @Test
    void bracketsInsideANameMatchTheirOwn() {
        assertThat(PrintedStatistics.of("There was a time effect (F(1.7, 132.6) = 28.4, p < .001, η² = 0.27)."))
                .containsExactly("F = 28.4, df 1.7 132.6, p < 0.001", "eta2 = 0.27");
    }

    @Test
    void aDefinitionIsNoResultButWhatFollowsIs() {
        assertThat(PrintedStatistics.of("Response, defined as a reduction of at least 50%, was seen in 41%."))
                .containsExactly("percentage = 41 %");
        assertThat(PrintedStatistics.of("Response (≥50% reduction) was seen in 41%."))
                .containsExactly("percentage = 41 %");
    }

    @Test
    void notSignificantIsNoNumberButIsKept() {
        assertThat(PrintedStatistics.of("Naps helped (g = 0.4, p = .000) and tea did not (g = 0.1, n.s.)."))
                .containsExactly("g = 0.4, p = 0.000", "g = 0.1, ns");
    }

    @Test
    void aScoreWithItsSpreadIsAMean() {
        assertThat(PrintedStatistics.of("Scores fell from 20.1 (SD = 5.5) to 14.0 (SD 6.1)."))
                .containsExactly("mean = 20.1, SD 5.5", "mean = 14.0, SD 6.1");
        assertThat(PrintedStatistics.of("The mean score was 20.1 [5.5], later 14.0 ± 6.1."))
                .containsExactly("mean = 20.1, SD 5.5", "mean = 14.0, SD 6.1");
    }

    @Test
    void aChangeIsTwoValues() {
        assertThat(PrintedStatistics.of("Insomnia fell from 40% to 25%."))
                .containsExactly("percentage = 40 %", "percentage = 25 %");
        assertThat(PrintedStatistics.of("The effect dropped from d = .6 to d = .4."))
                .containsExactly("d = 0.6", "d = 0.4");
    }

    @Test
    void namesAValueWithAnIntervalByItsWords() {
        assertThat(PrintedStatistics.of("Nappers were 1.5 times as likely to recover (95% CI 1.2 to 1.9)."))
                .containsExactly("RR = 1.5, 0.95 CI [1.2, 1.9]");
        assertThat(PrintedStatistics.of("The groups differed by 3 points (95% CI 1 to 5)."))
                .containsExactly("MD = 3, 0.95 CI [1, 5]");
    }

    @Test
    void sharesAUnitAmongTheNumbersBeforeIt() {
        assertThat(PrintedStatistics.of("Sleep was measured at 6- and 12-month follow-up."))
                .containsExactly("duration = 6 month", "duration = 12 month");
        assertThat(PrintedStatistics.of("Sleep was measured after 3, 6, and 9 months."))
                .containsExactly("duration = 3 months", "duration = 6 months", "duration = 9 months");
    }

    @Test
    void aChangeIsTwoValuesAndACentreIsContinued() {
        assertThat(PrintedStatistics.of("Trimming brought it down from g = 0.79 to 0.58."))
                .containsExactly("g = 0.79", "g = 0.58");
        assertThat(PrintedStatistics.of("Naps fell from a mean of 11.2 weeks to 6.5 weeks."))
                .containsExactly("mean = 11.2 weeks", "mean = 6.5 weeks");
        assertThat(PrintedStatistics.of("The median was 11 (IQR 6–18) for owls and 5 (IQR 3–9) for larks."))
                .containsExactly("median = 11", "range = 6..18", "median = 5", "range = 3..9");
    }

    @Test
    void cellsOfATableAreMeansWithTheirDeviations() {
        assertThat(PrintedStatistics.of("Naps 24.8 (9.1) 13.2 (8.7) d = 1.30 Walks 19.4 (8.8) 12.1 (8.0) d = 0.87"))
                .containsExactly(
                        "mean = 24.8, SD 9.1",
                        "mean = 13.2, SD 8.7",
                        "d = 1.30",
                        "mean = 19.4, SD 8.8",
                        "mean = 12.1, SD 8.0",
                        "d = 0.87");
    }

    @Test
    void aPredictionIntervalIsARangeOfItsOwn() {
        assertThat(PrintedStatistics.of(
                        "The effect was g = 0.5 (95% CI 0.3 to 0.7; 95% prediction interval -0.1 to 1.1)."))
                .containsExactly("g = 0.5, 0.95 CI [0.3, 0.7]", "range = -0.1..1.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dement, W. C., & Vitiello, B. (1999). The promise of sleep, 12(3), 45-67. doi:10.1000/182",
                "Owen, J., Wampold, B. E., & Rodolfa, E. (2014).",
                "It summarises two or three articles a month.",
                "They looked back over a quarter of a century within half an hour.",
                "Alpha was set at .05 in all tests.",
                "Significance was set at p < .05, two-tailed.",
                "I2 values of 25%, 50% and 75% are taken as low, moderate and high.",
                "That is one recovery for every five patients treated.",
                "Any two people may differ.",
                "In 2013 the third edition of the handbook appeared, and in 2021 the fourth.",
                "Patients with PHQ-9 scores, DSM-5 diagnoses, Axis II disorders or COVID-19 were excluded.",
                "A 35-year-old woman dozed off in session 8, twenty years ago.",
                "The two groups differed, as one of two theories says.",
                "By convention, d = 0.2 is called small and d = 0.8 large.",
                "A sample of 128 sleepers was needed for 80% power to detect d = 0.5.",
                "Write to us, call 1-800-555-0199, or see Table 4 and section 3.2.",
                "Tickets are $35 and the book is £20.",
                "Items were rated on a scale from 0 to 4.",
                "The difference was not significant, and the 95% confidence intervals overlapped.",
                "OR we could wait, as t is for tea.",
                "p"
            })
    void findsNothingWhereNothingIsReported(String sentence) {
        assertThat(PrintedStatistics.of(sentence)).isEmpty();
    }

    @Test
    void pointsAtTheWordsItRead() {
        Passage sentence = new Passage("So naps (g = 0.38;95% CI [0.08, 0.68]) help 12 owls.", 100);
        assertThat(PrintedStatistics.READER.read(sentence))
                .extracting(Statistic::printed)
                .containsExactly(new Passage("g = 0.38;95% CI [0.08, 0.68]", 109));
    }

    @Test
    void aNewTypeIsOneMoreConcept() {
        Concept gini = new Concept(
                URI.create("https://example.org/gini"),
                "Gini coefficient",
                List.of(),
                List.of(),
                List.of("G"),
                List.of(),
                List.of(),
                "estimate",
                "",
                "",
                Concept.Range.UNBOUNDED);
        ConceptScheme wider = new ConceptScheme(
                Ontology.statistics().iri(),
                Stream.concat(Ontology.statistics().concepts().stream(), Stream.of(gini))
                        .toList());
        assertThat(new StatisticReader(wider).read(Passage.of("Sleep is unequal (G = 0.34).")))
                .extracting(Statistic::type)
                .containsExactly(gini.iri());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "[(",
                "r = .3, ",
                "p < .05, ",
                "all p < .05, ",
                "12 and ",
                "5, ",
                "9",
                "x",
                "−",
                "one hundred ",
                "(n = 5, "
            })
    void hostileTextTakesLinearTime(String piece) {
        Passage line = Passage.of(piece.repeat(100_000 / piece.length()));
        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> PrintedStatistics.READER.read(line));
    }
}
