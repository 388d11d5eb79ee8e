package dev.precis.sparql.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.query.Detail.Estimate;
import dev.precis.sparql.query.Detail.Sample;
import dev.precis.sparql.query.MadeUp;
import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void saysEverythingThatIsKnownOfAnEstimate() {
        Estimate estimate = MadeUp.estimate(
                "statistic=F",
                "symbol=F",
                "value=4.2",
                "relation==",
                "ciLower=-1.5",
                "ciUpper=8",
                "ciLevel=0.90",
                "standardError=0.2",
                "standardDeviation=1.1",
                "df=1",
                "df2=23",
                "pValue=0.05",
                "pRelation=<",
                "size=24",
                "studies=3");

        assertThat(Wording.line(Phrases.ENGLISH, estimate))
                .isEqualTo("F = 4.2, 90% CI −1.5 to 8, SE = 0.2, SD = 1.1, df = 1, 23, p < 0.05, N = 24, studies: 3");
    }

    @Test
    void callsACredibleIntervalSo() {
        Estimate estimate = MadeUp.estimate(
                "statistic=SMD",
                "symbol=SMD",
                "value=0.4",
                "relation==",
                "ciLower=0.1",
                "ciUpper=0.7",
                "ciLevel=0.95",
                "intervalType=credible");

        assertThat(Wording.line(Phrases.ENGLISH, estimate)).isEqualTo("SMD = 0.4, 95% credible interval 0.1 to 0.7");
    }

    @Test
    void saysNothingThatIsNotKnown() {
        assertThat(Wording.line(Phrases.ENGLISH, estimate("12", "", "", ""))).isEqualTo("Age = 12");
        assertThat(Wording.line(Phrases.ENGLISH, estimate("", "", "", ""))).isEqualTo("Age");
    }

    @Test
    void saysRangesRelationsAndUnits() {
        assertThat(Wording.line(Phrases.ENGLISH, estimate("12", "16", "~", "years")))
                .isEqualTo("Age ≈ 12 to 16 years");
        assertThat(Wording.line(Phrases.ENGLISH, estimate("12", "", ">=", ""))).isEqualTo("Age ≥ 12");
        assertThat(Wording.line(Phrases.ENGLISH, estimate("-5.0", "10.0", "=", "%")))
                .isEqualTo("Age = −5 to 10 %");
    }

    private static Estimate estimate(String value, String upper, String relation, String unit) {
        return MadeUp.estimate(
                "statistic=Age", "value=" + value, "upperValue=" + upper, "relation=" + relation, "unit=" + unit);
    }

    @Test
    void showsALevelThatIsNoNumberAsItIs() {
        Estimate estimate =
                MadeUp.estimate("statistic=Age", "value=12", "relation==", "ciLower=1", "ciUpper=20", "ciLevel=high");

        assertThat(Wording.line(Phrases.ENGLISH, estimate)).isEqualTo("Age = 12, high CI 1 to 20");
    }

    @Test
    void saysHowLargeASampleWas() {
        assertThat(Wording.line(Phrases.ENGLISH, new Sample("", "1100", ">", "16", "patients", "")))
                .isEqualTo("over 1100 patients, 16 studies");
        assertThat(Wording.line(Phrases.ENGLISH, new Sample("", "", "", "1", "", "")))
                .isEqualTo("1 study");
        assertThat(Wording.line(Phrases.ENGLISH, new Sample("", "", "", "", "", "several people")))
                .isEqualTo("several people");
    }

    @Test
    void saysTheDayOfAMoment() {
        assertThat(Wording.day(Phrases.ENGLISH, "2026-02-01T23:30:00-02:00")).isEqualTo("2 February 2026");
        assertThat(Wording.day(Phrases.ENGLISH, "long ago")).isEqualTo("long ago");
    }
}
