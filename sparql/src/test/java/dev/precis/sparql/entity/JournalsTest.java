package dev.precis.sparql.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JournalsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "J Consult Clin Psychol; Journal of Consulting and Clinical Psychology",
                "J. consult. clin. Psychol.; Journal of Consulting & Clinical Psychology",
                "Psychother. Res.; Psychotherapy Research",
                "Am J Psychiatry; American Journal of Psychiatry",
                "Am J Psychiatry; The American Journal of Psychiatry",
                "Lancet; The Lancet",
                "Z Klin Psychol; Zeitschrift für Klin. Psychologie"
            })
    void knowsAbbreviations(String one, String other) {
        assertThat(new Printed().in(one).in(other).venues()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "J Clin Psych; Journal of Clinical Psychology",
                "J Clin Psychol; Journal of Clinical Psychiatry",
                "Journal of Psychology; Journal for Psychology",
                "Psychotherapy; Psychotherapy Research",
                "Psychother; Psychotherapy",
                "Clin Psychol; Clinical Psychology Review"
            })
    void anotherTitleIsAnotherJournal(String one, String other) {
        assertThat(new Printed().in(one).in(other).venues()).isEmpty();
    }

    @Test
    void whatAbbreviatesTwoTitlesAbbreviatesNeither() {
        assertThat(new Printed()
                        .in("Clin Psychol Rev")
                        .in("Clinical Psychology Review")
                        .in("Clinical Psychological Reviews")
                        .venues())
                .isEmpty();
    }

    @Test
    void oneIssnJoinsAndTwoPart() {
        assertThat(new Printed()
                        .in("JCCP", "0022-006X")
                        .in("Journal of Consulting and Clinical Psychology", "0022-006X", "1939-2117")
                        .venues())
                .containsExactly("JCCP > Journal-of-Consulting-and-Clinical-Psychology");
        assertThat(new Printed()
                        .in("Psychother Res", "0022-006X")
                        .in("Psychotherapy Research", "1050-3307")
                        .venues())
                .isEmpty();
    }

    @Test
    void whatARegistryHasTwoJournalsForIsJoinedWithNeither() {
        assertThat(new Printed()
                        .in("JCCP", "0022-006X")
                        .in("JCCP", "1050-3307")
                        .in("Journal of Consulting and Clinical Psychology", "0022-006X")
                        .venues())
                .isEmpty();
    }

    @Test
    void anEditorPartsAndJoins() {
        assertThat(new Printed()
                        .in("Psychother Res")
                        .in("Psychotherapy Research")
                        .differentVenues("Psychother Res", "Psychotherapy Research")
                        .venues())
                .isEmpty();
        assertThat(new Printed()
                        .in("JCCP")
                        .in("Journal of Consulting and Clinical Psychology")
                        .sameVenues("JCCP", "Journal of Consulting and Clinical Psychology")
                        .venues())
                .hasSize(1);
    }
}
