package dev.precis.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationShapeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ortega, L. M., de Vries, K., & O’Hara, T. (2018). Hope in group work: A review. Group Studies, 4(2),"
                        + " 1-9.",
                "Ortega L.M. & Vries K. (2018). Hope in group work.",
                "Ortega , L. M. & Vries , K. (2018). Hope in group work.",
                "Ana Ortega & Kees Vries (2018). Hope in group work, Group Studies, 4, 11-19.",
                "Ortega, L. M., Vries, K., . . . Hara, T. (in press). Hope in group work. Group Studies.",
                "Ortega, L. M., Vries, K., et al. (2018). Hope in group work. Group Studies, 10.",
                "Ortega, L. M., Vries, K….Hara, T. (2018). Hope in group work.",
                "Ortega LM, Vries K. Hope in group work. Group Stud. 2018;4(2):1-9.",
                "Ortega, L. Hope in group work. Group Studies 4, 1-9, doi 10.1000/182 (2018).",
                "Dunn Jr, W. A., & Del Re, A. C. (2009, December 5). Hope in group work. Group Studies.",
                "National Institute for Hope (2022). Hope in adults: Guideline. London: Author.",
                "Reference: Ortega, L. M. (2018). Hope in group work.",
                "Ortega, L. M., Vries, K., & Ha",
                "Иванников, В. А. (2006). Психологические механизмы. СПб.: Питер."
            })
    void knowsACitation(String line) {
        assertThat(CitationShape.looksLikeCitation(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Practice Implications",
                "March 2013",
                "Dana E. Whitfield, Ph.D.",
                "Is Hope Enough? What Patients Say",
                "Handbook of Hope and Change: Starting in March 2013, I will review one chapter a month of the"
                        + " Handbook (2013).",
                "Ortega, L. M. (2018) found that hope grows in groups.",
                "Ortega and Vries (2018) reviewed 12 studies, and found hope in 40% (pp. 12-14).",
                "In their study, Ortega, L. M., and Vries, K. (2018), found hope.",
                "Patients (n = 86; 71% women) were asked in 2018 (d = 0.41, 95% CI [0.12, 0.70]).",
                "Hope, Trust, and Alliance (2018). These three grew together."
            })
    void knowsWhatIsNoCitation(String line) {
        assertThat(CitationShape.looksLikeCitation(line)).isFalse();
    }

    @Property(tries = 300)
    void judgesAnyText(@ForAll String line) {
        assertThatCode(() -> CitationShape.looksLikeCitation(line)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "Aa ", "Aa, B., ", "(", ". Aa : ", "A. B & ", "(2012) ", "de ", ". ", "12(3), "})
    // time that grew with the square of the length would be hours
    @Timeout(30)
    void judgesALineOfAMegabyteInBoundedTime(String unit) {
        String line = unit.repeat((1 << 20) / unit.length());
        assertThat(CitationShape.looksLikeCitation(line)).isEqualTo(CitationShape.looksLikeCitation(line.strip()));
    }
}
