package dev.precis.pipeline.understand.finding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.understand.finding.token.Numerals;
import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrenchAndGermanTest {
    /** What may stand between the brackets of "d = 0,42 (...)": an interval from 0.12 to 0.72 of a level of 95%. */
    private static final List<String> INTERVALS = List.of(
            "IC à 95 % 0,12 à 0,72",
            "IC à 95 % de 0,12 à 0,72",
            "IC 95 % [0,12 ; 0,72]",
            "IC95 % : 0,12-0,72",
            "IC95 [0,12-0,72]",
            "IC à 95\u00A0% : 0,12 – 0,72",
            "95 % IC 0,12 à 0,72",
            "intervalle de confiance à 95 % : 0,12 à 0,72",
            "intervalle de confiance (IC) à 95 % [0,12 ; 0,72]",
            "avec un intervalle de confiance à 95 % compris entre 0,12 et 0,72",
            "l'intervalle de confiance à 95 % allant de 0,12 à 0,72",
            "95%-KI 0,12–0,72",
            "95 %-KI: 0,12 bis 0,72",
            "95-%-KI [0,12; 0,72]",
            "KI 95 % [0,12; 0,72]",
            "95%-Konfidenzintervall von 0,12 bis 0,72",
            "95-%-Konfidenzintervall: 0,12 bis 0,72",
            "95-prozentiges Konfidenzintervall: 0,12 bis 0,72",
            "Konfidenzintervall 95 % zwischen 0,12 und 0,72",
            "95 % KI, von 0,12 bis 0,72",
            "95%-CI = 0,12/0,72");

    @Property(tries = 200)
    void readsAnIntervalInAnyOfTheirWays(@ForAll("intervals") String interval) {
        assertThat(read("fr", "d = 0,42 (%s ; p = 0,003)".formatted(interval)))
                .isEqualTo("d = 0.42, 0.95 CI [0.12, 0.72], p = 0.003");
    }

    /** The end of a longer number is no number, and neither is a level. */
    @Property(tries = 1000)
    void readsBoundsWholeOrNotAtAll(@ForAll("intervals") String interval, @ForAll("bounds") List<String> bounds) {
        String printed = interval.replace("0,12", bounds.get(0)).replace("0,72", bounds.get(1));
        BigDecimal one = value(bounds.get(0));
        BigDecimal other = value(bounds.get(1));
        String reversed = one.compareTo(other) > 0 ? " reversed" : "";
        String whole = ", 0.95 CI [%s, %s]%s".formatted(one.min(other), one.max(other), reversed);
        assertThat(read("de", "Die Differenz war klar (MD = 5,2; " + printed + ")."))
                .isIn("MD = 5.2", "MD = 5.2" + whole);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fr Les intervalles de confiance à 95 % ont été calculés.",
                "de Die 95%-Konfidenzintervalle wurden berechnet.",
                "fr Le traitement a obtenu un score de 7 sur 10.",
                "de Eine Metaanalyse über 24 Studien.",
                "de Nach Sitzung 12 Patienten befragt.",
                "fr Pour détecter un d de 0,5 avec une puissance de 80 %, il faut 64 patients par groupe.",
                "fr Un effet de 0,2 est considéré comme faible, de 0,5 comme modéré et de 0,8 comme fort.",
                "fr 240 patients seront inclus dans chaque bras.",
                "fr Étaient éligibles les adultes de 18 à 65 ans avec un score d'au moins 20 %.",
                "fr On a 95 % de chances de le regretter.",
                "fr La réponse est définie comme une réduction d'au moins 50 % du score.",
                "de Für d = 0,5 und eine Power von 80 % werden 64 Patienten pro Gruppe benötigt.",
                "de Ein d von 0,2 gilt als klein, von 0,5 als mittel und von 0,8 als groß.",
                "de 240 Patienten sollen rekrutiert werden.",
                "de Einschlusskriterien waren ein Alter von 18 bis 65 Jahren und mindestens 20 Prozent.",
                "de Wenn r = 0,9 wäre, ginge es allen Patienten besser.",
                "de Als Ansprechen galt eine Reduktion um mindestens 50 %."
            })
    void findsNothingWhereNothingIsReported(String sentence) {
        assertThat(read(sentence.substring(0, 2), sentence.substring(3))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        fr => d = 0,42 (intervalle de crédibilité à 90 % 0,12 à 0,72) => d = 0.42, 0.90 CI [0.12, 0.72]
        de => d = 0,42 (95%-Prädiktionsintervall -0,12 bis 0,72) => d = 0.42 | range = -0.12..0.72
        fr => Le taux était de 45 % (IC à 95 % 40 % à 50 %). => percentage = 45 %, 0.95 CI [40, 50]
        de => Der Anteil betrug 45 % (95 %-KI 40 % bis 50 %). => percentage = 45 %, 0.95 CI [40, 50]
        fr => La différence moyenne était de −2,4 points (IC à 95 % −3,9 à −0,9). => MD = -2.4, 0.95 CI [-3.9, -0.9]
        de => Das relative Risiko betrug 1,84 (95%-KI 1,22 bis 2,46). => RR = 1.84, 0.95 CI [1.22, 2.46]
        fr => Au total, 1 234 patients ont été inclus (n = 1 234). => count = 1234 patients | n = 1234
        de => Insgesamt wurden 1.234 Patienten untersucht (N = 1.234). => count = 1234 Patienten | n = 1234
        de => Rund 1.234 Teilnehmerinnen und Teilnehmer kamen. => count ~ 1234 Teilnehmerinnen und Teilnehmer
        fr => Plus de 200 patientes et au moins 3 études. => count > 200 patientes | count >= 3 études
        fr => L'âge moyen était de 38,4 ans (ET = 12,1). => mean = 38.4, SD 12.1
        de => Der Mittelwert lag bei 21,3 (Standardabweichung 6,2). => mean = 21.3, SD 6.2
        fr => Entre 20 % et 30 % des patients ont rechuté. => percentage = 20..30 %
        de => 20 bis 30 Prozent wurden rückfällig. => percentage = 20..30 %
        fr => Le taux est passé de 20 % à 5 %. => percentage = 20 % | percentage = 5 %
        de => Nach der Therapie waren 23 von 48 Patienten gesund. => ratio = 23/48
        fr => Après six mois, 23 des 48 patients étaient guéris. => ratio = 23/48
        de => Die Werte korrelierten (r = ,31; p < ,001). => r = 0.31, p < 0.001
        de => Der Unterschied war deutlich (F(2; 117) = 4,31; p = 0,016). => F = 4.31, df 2 117, p = 0.016
        fr => Le coefficient de corrélation était de 0,31. => r = 0.31
        fr => Après six mois, 45 % des patients étaient guéris. => percentage = 45 %
        fr => La thérapie a réduit les symptômes (d = 0,42). => d = 0.42
        de => Die Allianz hängt mit dem Ergebnis zusammen (r = 0,28). => r = 0.28
        """)
    void readsWordsAndNumbers(String language, String sentence, String expected) {
        assertThat(read(language, sentence)).isEqualTo(expected);
    }

    @Provide
    Arbitrary<String> intervals() {
        return Arbitraries.of(INTERVALS);
    }

    /** Two bounds, the first of several groups of three digits or of any length behind the comma. */
    @Provide
    Arbitrary<List<String>> bounds() {
        Arbitrary<Integer> three = Arbitraries.integers().between(100, 999);
        Arbitrary<String> grouped = Combinators.combine(three, three, Arbitraries.of("\u202F", ".", ""))
                .as((a, b, sign) -> a + sign + b + ",5");
        Arbitrary<String> plain = Arbitraries.integers().between(1, 99_999).map(digits -> "3," + digits);
        return Arbitraries.oneOf(grouped, plain).list().ofSize(2);
    }

    private static BigDecimal value(String printed) {
        return new BigDecimal(printed.replace("\u202F", "").replace(".", "").replace(',', '.'));
    }

    private static String read(String language, String sentence) {
        return String.join(" | ", PrintedStatistics.of(Passage.of(sentence), Numerals.of(language)));
    }
}
