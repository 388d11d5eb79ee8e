package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Field;
import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.WorkType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CslJsonTest {
    private static final Citation CHAPTER = new Citation(
            "as printed",
            WorkType.CHAPTER,
            List.of(new Contributor("Del Re", "A. C.", ""), new Contributor("Dunn", "W.", "Jr")),
            1,
            List.of(new Contributor("Barkham", "", ""), new Contributor("Hope Institute of Utah", "", "")),
            new Issued(2019, 12, 5),
            Map.of(
                    CitationField.TITLE, new Field("Hope", 0, 2),
                    CitationField.PAGE, new Field("1-9", 3, 6)),
            List.of(
                    new Identifier.Doi("10.1000/182"),
                    new Identifier.Pmid("123"),
                    new Identifier.WebAddress(URI.create("https://example.org/"))),
            List.of("a repair"));

    @Test
    void writesACslItem() throws Exception {
        JsonNode expected = new ObjectMapper().readTree("""
            {"type": "chapter",
             "author": [{"family": "Del Re", "given": "A. C."}, {"family": "Dunn", "given": "W.", "suffix": "Jr"}],
             "editor": [{"family": "Barkham"}, {"literal": "Hope Institute of Utah"}],
             "issued": {"date-parts": [[2019, 12, 5]]},
             "title": "Hope", "page": "1-9",
             "DOI": "10.1000/182", "PMID": "123", "URL": "https://example.org/",
             "custom": {"printed": "as printed", "spans": {"title": [0, 2], "page": [3, 6]},
                        "repairs": ["a repair"], "authorsElidedAfter": 1}}
            """);
        assertThat(CslJson.of(List.of(CHAPTER))).isEqualTo(expected);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(CslJson.of(List.of(Citation.unread("Hope"))))
                .hasToString("{\"type\":\"document\",\"custom\":{\"printed\":\"Hope\",\"spans\":{},\"repairs\":[]}}");
    }

    @Test
    void writesNoCitationAsAnEmptyObject() {
        assertThat(CslJson.of(List.of())).isEmpty();
    }

    @Test
    void writesTheOthersOfALineUnderTheFirst() {
        JsonNode item = CslJson.of(List.of(CHAPTER, Citation.unread("second"), Citation.unread("third")));
        assertThat(item.at("/title").asText()).isEqualTo("Hope");
        assertThat(item.at("/custom/also")).hasSize(2);
        assertThat(item.at("/custom/also/1/custom/printed").asText()).isEqualTo("third");
    }
}
