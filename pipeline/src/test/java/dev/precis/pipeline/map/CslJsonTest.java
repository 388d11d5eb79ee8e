package dev.precis.pipeline.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.pipeline.domain.Citation;
import dev.precis.pipeline.domain.Citation.Field;
import dev.precis.pipeline.domain.Citation.Issued;
import dev.precis.pipeline.domain.Citation.Places;
import dev.precis.pipeline.domain.CitationField;
import dev.precis.pipeline.domain.Contributor;
import dev.precis.pipeline.domain.Identifier;
import dev.precis.pipeline.domain.Span;
import dev.precis.pipeline.domain.Trust;
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
            new Places(
                    List.of(new Span(0, 1), new Span(1, 2)),
                    List.of(new Span(2, 3), new Span(3, 4)),
                    new Span(4, 5),
                    List.of(new Span(5, 6), new Span(6, 7), new Span(7, 8))),
            List.of("a repair"),
            new Trust(0.97, true, List.of("a reason")));

    @Test
    void writesACslItem() throws Exception {
        JsonNode expected = new ObjectMapper().readTree("""
            {"id": "del-re-2019-hope", "type": "chapter",
             "author": [{"family": "Del Re", "given": "A. C."}, {"family": "Dunn", "given": "W.", "suffix": "Jr"}],
             "editor": [{"family": "Barkham"}, {"literal": "Hope Institute of Utah"}],
             "issued": {"date-parts": [[2019, 12, 5]]},
             "title": "Hope", "page": "1-9",
             "DOI": "10.1000/182", "PMID": "123", "URL": "https://example.org/",
             "custom": {"printed": "as printed", "accepted": true, "confidence": 0.97, "reasons": ["a reason"],
                        "spans": {"author": [[0, 1], [1, 2]], "editor": [[2, 3], [3, 4]], "issued": [4, 5],
                                  "title": [0, 2], "page": [3, 6], "DOI": [5, 6], "PMID": [6, 7], "URL": [7, 8]},
                        "repairs": ["a repair"], "authorsElidedAfter": 1}}
            """);
        assertThat(CslJson.of(List.of(CHAPTER))).isEqualTo(expected);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        assertThat(CslJson.of(List.of(Citation.unread("Hope"))))
                .hasToString(
                        "{\"id\":\"hope\",\"type\":\"document\",\"custom\":{\"printed\":\"Hope\",\"accepted\":false,\"confidence\":0.0,\"reasons\":[\"nothing"
                            + " could be read\"],\"spans\":{},\"repairs\":[]}}");
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

    @Test
    void writesADateAsFarAsItIsKnown() {
        assertThat(CslJson.of(List.of(article("Naps", 2024, 5, 0))).at("/issued/date-parts"))
                .hasToString("[[2024,5]]");
        assertThat(CslJson.of(List.of(article("Naps", 2024, 0, 0))).at("/issued/date-parts"))
                .hasToString("[[2024]]");
    }

    @Test
    void takesTheNumberOfAnArticleForItsPageWhereItHasNone() {
        Map<CitationField, Field> numbered = Map.of(CitationField.NUMBER, new Field("e12", 0, 0));
        Map<CitationField, Field> paged =
                Map.of(CitationField.NUMBER, new Field("e12", 0, 0), CitationField.PAGE, new Field("3", 0, 0));

        assertThat(CslJson.of(List.of(work(WorkType.ARTICLE, numbered))).path("page"))
                .hasToString("\"e12\"");
        assertThat(CslJson.of(List.of(work(WorkType.ARTICLE, paged))).path("page"))
                .hasToString("\"3\"");
        assertThat(CslJson.of(List.of(work(WorkType.REPORT, numbered))).has("page"))
                .isFalse();
    }

    @Test
    void noTwoItemsOfAnOutputShareAnId() {
        CslIds ids = new CslIds();
        Citation citation = article("Naps", 2024, 0, 0);

        assertThat(List.of(
                        CslJson.of(List.of(citation), ids),
                        CslJson.of(List.of(citation), ids),
                        CslJson.of(List.of(citation), ids)))
                .extracting(item -> item.path("id").asText())
                .containsExactly("anonymous-2024-naps", "anonymous-2024-naps-2", "anonymous-2024-naps-3");
    }

    private static Citation article(String title, int year, int month, int day) {
        return work(
                WorkType.ARTICLE, Map.of(CitationField.TITLE, new Field(title, 0, 0)), new Issued(year, month, day));
    }

    private static Citation work(WorkType type, Map<CitationField, Field> fields) {
        return work(type, fields, Issued.UNKNOWN);
    }

    private static Citation work(WorkType type, Map<CitationField, Field> fields, Issued issued) {
        return new Citation(
                "as printed",
                type,
                List.of(),
                Citation.COMPLETE,
                List.of(),
                issued,
                fields,
                List.of(),
                Places.NONE,
                List.of(),
                Trust.UNREAD);
    }
}
