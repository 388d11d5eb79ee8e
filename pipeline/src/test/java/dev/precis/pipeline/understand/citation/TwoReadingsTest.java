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
