package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.understand.citation.tagger.CitationTagger;
import dev.precis.pipeline.understand.citation.tagger.Tagging;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwoReadingsTest {
    private static final String WHOLE =
            "Ortega, L. M., & Vries, K. (2018). Hope in group work: A review. Group Studies, 4(2), 101–119.";

    private final CitationTagger tagger = CitationTagger.trained();

    @Test
    void agreesWhereBothReadTheSame() {
        TwoReadings readings = TwoReadings.of(WHOLE);
        assertThat(readings.doubts()).isEmpty();
        assertThat(readings.chosen().trust().accepted()).isTrue();
    }

    @Test
    void namesThePartsThatDiffer() {
        // the labels of one line are held against a reading of another, in which one name is no name
        Citation other = CitationParser.read(WHOLE.replace("Ortega, L. M.", "(rtega, L. M."));
        Tagging labels = tagger.tag(WHOLE);
        assertThat(other.printed()).hasSameSizeAs(WHOLE);
        assertThat(Agreement.differences(other, labels)).contains(Doubt.AUTHORS_DIFFER);
        assertThat(Agreement.differences(CitationParser.read(WHOLE), labels)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ortega, L. M., Vries, K., de Jong, P.: Hope in group work: A review. Group Studies 4 (2), 2018,"
                        + " S. 101-119. | Ortega, L. M.; Vries, K.; de Jong, P."
            })
    void readsByTheTaggerWhatTheGrammarDoesNotKnow(String line, String authors) {
        Citation citation = TwoReadings.of(line).chosen();
        assertThat(citation.trust().reasons()).contains(Doubt.TAGGED.reason());
        assertThat(citation.authors().stream().map(Contributor::inverted).toList())
                .isEqualTo(List.of(authors.split("; ")));
        assertThat(citation.issued().year()).isEqualTo(2018);
        assertThat(citation.field(CitationField.TITLE).orElse(""))
                .isEqualToIgnoringCase("Hope in group work: A review");
        assertThat(citation.field(CitationField.CONTAINER_TITLE)).contains("Group Studies");
        assertThat(citation.field(CitationField.PAGE)).contains("101-119");
    }

    /** The tagger parts the family from its first word here, and takes an initial for another. */
    @Test
    void anInitialIsNobodysFamilyName() {
        Citation citation = TwoReadings.of(
                        "\u00d3 Briain, M. E. L., & Ortega, A. (1950). Hope in groups. Psychotherapy: Theory,"
                                + " Research, Practice, Training, 1, 1\u201315. https://doi.org/10.1037/ccp0000712")
                .chosen();
        assertThat(citation.authors()).extracting(Contributor::family).containsExactly("\u00d3 Briain", "Ortega");
    }

    /** Half a character, which is nothing once it is cleaned, taken for a family name. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud800\n, Ana RuizIn \n\ud83d\ude00In , ", "\n\ud800, \ud800Ana Ruiz& pp. 1 - 9(Ed.& "})
    void aNameOfNothingIsNoName(String line) {
        assertThat(TwoReadings.of(line).chosen().printed()).isNotBlank();
    }

    /**
     * The tagger ends the title at its first mark here; what speaks against the grammar's reading speaks against both.
     */
    @Test
    void aReadingThatIsDoubtedMoreIsNotChosen() {
        Citation citation = TwoReadings.of(
                        "St. Clair, A., & St. Clair, A. (1950). Is hope enough? A randomized trial of group therapy"
                                + " for adults with depression. Psychotherapy: Theory, Research, Practice, Training, 1,"
                                + " 1\u201315.")
                .chosen();
        assertThat(citation.field(CitationField.TITLE))
                .contains("Is hope enough? A randomized trial of group therapy for adults with depression");
    }

    /** A book that would be a chapter without editors; a journal that would stand before its article. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "St. Clair, A., \u00d3 Briain, B. D., Li, A., & St. Clair, M. E. L. (1966). Is hope enough? A"
                        + " randomized trial of group therapy for adults with depression. Guilford Press.",
                "St. Clair, A., & St. Clair, A. (1950). What works for whom (and when) in routine care. Psychotherapy:"
                        + " Theory, Research, Practice, Training, 1, 1\u201315."
            })
    void whatTheOtherReadingLacksSpeaksAgainstIt(String line) {
        TwoReadings.Readings readings = TwoReadings.Readings.of(line);
        assertThat(readings.tagged()).isPresent();
        assertThat(TwoReadings.of(line).citation()).isEqualTo(readings.grammar());
    }

    @Test
    void leavesTheGrammarItsReadingWhereThePrintLacksSomething() {
        Citation citation = TwoReadings.of("Ortega, L. M. (2018). Hope in groups. Group Studies.")
                .chosen();
        assertThat(citation.field(CitationField.CONTAINER_TITLE).or(() -> citation.field(CitationField.PUBLISHER)))
                .contains("Group Studies");
        assertThat(citation.trust().reasons()).doesNotContain(Doubt.TAGGED.reason());
    }

    @Test
    void neverAcceptsWhatOnlyTheTaggerReads() {
        Calibration sure = new Calibration(9, java.util.Map.of(), 0.5);
        assertThat(sure.trust(java.util.EnumSet.of(Doubt.TAGGED)).accepted()).isFalse();
        assertThat(sure.trust(java.util.EnumSet.of(Doubt.TITLE_DIFFERS)).accepted())
                .isFalse();
        assertThat(sure.trust(java.util.EnumSet.of(Doubt.NO_EDITORS)).accepted())
                .isTrue();
    }

    @Test
    void doesNotCallProseACitation() {
        assertThat(TwoReadings.of("Hope grows in groups.").chosen())
                .isEqualTo(Citation.unread("Hope grows in groups."));
    }
}
