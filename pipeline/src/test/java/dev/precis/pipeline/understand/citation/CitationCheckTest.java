package dev.precis.pipeline.understand.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationCheckTest {
    private static final String WHOLE =
            "Ortega, L. M., & Vries, K. (2018). Hope in group work: A review. Group Studies,"
                    + " 4(2), 101–119. https://doi.org/10.1000/gs.182";

    private final CitationParser parser = new CitationParser();

    @ParameterizedTest
    @ValueSource(
            strings = {
                WHOLE,
                "Ortega, L. M. (2018). Is hope enough? Group Studies, 4(2), 101-119.",
                "Ortega, L. M. (2018). Is hope enough? Group Studies, 4(2), 1021-38.",
                "Ortega, L. M. (2018). Hope: A handbook of group work (3rd ed.). New York: Wiley.",
                "Ortega, L. M. (2018). Hope in groups. In K. Vries & T. Hara (Eds.), Groups that heal (pp. 3-21). New"
                        + " York: Wiley.",
                "Ortega, L. M. (2018). Hope in groups. Group Studies. Advance online publication.",
                "Ortega, L. M. (2018, May 3). Hope in groups. Retrieved June 4, 2019, from https://example.org/hope"
            })
    void acceptsWhatIsWhole(String line) {
        Trust trust = trust(line);
        assertThat(trust.reasons()).isEmpty();
        assertThat(trust.accepted()).isTrue();
        assertThat(trust.confidence()).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ortega, L. M. (2018). Hope in group wo                       | the line seems to be cut off",
                "Ortega, L. M. (2018). Hope. Group Studies, 4(2), 101-11      | the line seems to be cut off",
                "Ortega, L. M. (2018). Hope in groups. Group Studies, 4(2)    | the line seems to be cut off",
                "Ortega, L. M. (2018). Hope in groups. Group Studies, 4(2), 119-101. | the pages run backwards",
                "Ortega, L. M. (2018). Hope in groups. Group Studies.         | volume, pages and identifier are all"
                        + " missing",
                "Ortega, L. M. (2018). Hope in groups (and why. Group Studies, 4(2), 1-9. | a bracket is not closed or"
                        + " not opened",
                "Hope in groups. Group Studies, 4(2), 1-9. doi:10.1000/182    | no author or editor was found",
                "Dunn Jr, W. A. (2018). Hope in groups. Group Studies, 4, 1-9. | a suffix is not set off from the"
                        + " family name",
                "Ortega, L. (2018). Hope in groups. A handbook of group work. New York: Wiley. | the title of a book"
                        + " or report holds more than one sentence",
                "Ortega, L. (2018). Hope in groups [Hoffnung in Gruppen]. Group Studies, 4, 1-9. | the title ends in"
                        + " brackets that may be a note",
                "Ortega, L., & al, e. (2018). Hope in groups. Group Studies, 4, 1-9. | \"et al.\" is garbled",
                "Ortega, L. (2018). Hope in groups. A story. Group Studies, 4, 1-9. | the title holds more than one"
                        + " sentence"
            })
    void saysWhatIsDoubtfulAndTrustsItNoMore(String line, String reason) {
        Trust trust = trust(line);
        assertThat(trust.reasons()).contains(reason);
        assertThat(trust.confidence()).isLessThanOrEqualTo(trust(WHOLE).confidence());
    }

    @Test
    void acceptsHardlyAnyLineThatIsCut() {
        int end = WHOLE.indexOf("101–119") + "101–119".length();
        for (int cut = 1; cut < WHOLE.indexOf("101–119") + "101–11".length(); cut++) {
            assertThat(trust(WHOLE.substring(0, cut)).accepted())
                    .as(WHOLE.substring(0, cut))
                    .isFalse();
        }
        assertThat(trust(WHOLE.substring(0, end)).accepted()).isTrue();
    }

    @Test
    void multipliesDoubts() {
        double one = trust("Ortega, L. M. (2018). Hope in groups. Group Studies, 4(2), 119-101.")
                .confidence();
        double two = trust("Ortega, L. M. (2018). Hope in groups (why. Group Studies, 4(2), 119-101.")
                .confidence();
        assertThat(two).isLessThan(one);
    }

    private Trust trust(String line) {
        return parser.parse(line).getFirst().trust();
    }

    @Test
    void doubtsWhichOfTwoNamesIsTheFamilys() {
        for (String name : new String[] {"Ortega Lidia", "Lidia Ortega"}) {
            Citation citation = parser.parse(name
                            + ". (2018). Hope in groups [Data set]. Zenodo. https://doi.org/10.5281/zenodo.6372393")
                    .getFirst();
            assertThat(citation.trust().accepted()).isFalse();
            assertThat(citation.trust().reasons()).contains(Doubt.NAME_ORDER.reason());
        }
        assertThat(parser.parse("Ortega, Lidia. (2018). Hope in groups. Group Studies, 4(2), 101-119.")
                        .getFirst()
                        .trust()
                        .reasons())
                .doesNotContain(Doubt.NAME_ORDER.reason());
    }
}
