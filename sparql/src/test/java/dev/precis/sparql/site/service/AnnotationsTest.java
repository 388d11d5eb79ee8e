package dev.precis.sparql.site.service;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.endpoint.SiteComposition;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.Form;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnnotationsTest {
    private static final String SUMMARY = "summary/2021-03/walking-while-talking";
    /** Each character is told by its place, and is two in UTF-16. */
    private static final String TEXT = "\uD83D\uDEB6".repeat(276) + "Walking" + "\uD83D\uDEB6".repeat(1_000);

    private static final Site SITE = new SiteComposition(
                    Studies.dataset(), () -> "1", BASE, digest -> Optional.of(TEXT), InstantSource.fixed(Studies.NOW))
            .site();

    @Test
    void whatWasReadIsToldWithItsPlaceAndItsWords() throws IOException {
        Response response = SITE.get(SUMMARY + Form.ANNOTATIONS.suffix(), "");
        JsonNode collection = new ObjectMapper().readTree(response.body());
        List<JsonNode> items = new ArrayList<>();
        collection.at("/first/items").forEach(items::add);
        JsonNode finding = items.stream()
                .filter(item -> item.path("body").asText().equals(BASE + SUMMARY + "#finding-2"))
                .findFirst()
                .orElseThrow();

        assertThat(response.contentType())
                .isEqualTo("application/ld+json;profile=\"http://www.w3.org/ns/anno.jsonld\"");
        assertThat(collection.path("@context").asText()).isEqualTo("http://www.w3.org/ns/anno.jsonld");
        assertThat(collection.path("total").asInt()).isEqualTo(items.size()).isGreaterThan(6);
        assertThat(items).extracting(item -> item.path("id").asText()).doesNotHaveDuplicates();
        assertThat(finding.at("/target/source").asText()).startsWith(BASE + "snapshot/");
        assertThat(finding.at("/target/selector/0/value").asText()).isEqualTo("char=276,385");
        assertThat(finding.at("/target/selector/1/start").asInt()).isEqualTo(276);
        assertThat(finding.at("/target/selector/2/exact").asText())
                .startsWith("Walking")
                .hasSize(7 + 2 * (385 - 276 - 7));
        assertThat(finding.at("/target/selector/2/prefix").asText()).hasSize(64);
    }

    @Test
    void onlySummariesHaveThem() {
        for (String path : List.of("topic/alliance", "works/wren-2021-walking-while-talking", "summary/2021-03/none")) {
            assertThat(SITE.get(path + Form.ANNOTATIONS.suffix(), "").status())
                    .as(path)
                    .isEqualTo(404);
        }
    }
}
