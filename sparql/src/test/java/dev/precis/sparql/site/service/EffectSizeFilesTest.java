package dev.precis.sparql.site.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.effect.EffectSizes;
import dev.precis.sparql.effect.EffectSizes.Column;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.CsvRowsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of effect sizes at its address. */
class EffectSizeFilesTest {
    private static final Site SITE = Studies.site(Studies.withFigures());

    @Test
    void hasARowForEachEffectSizeWithItsOwnNumbers() {
        Response response = SITE.get("api/effect-sizes.csv", "");
        List<Map<String, String>> rows = rows("api/effect-sizes.csv");

        assertThat(response.contentType()).isEqualTo("text/csv; charset=utf-8");
        assertThat(rows.getFirst().keySet())
                .containsExactlyElementsOf(
                        EffectSizes.columns().stream().map(Column::name).toList());
        Map<String, String> odds = rows.stream()
                .filter(row -> row.get("statistic").equals("OR"))
                .findFirst()
                .orElseThrow();
        assertThat(odds)
                .containsEntry("study", "Ash et al., 2021")
                .containsEntry("year", "2021")
                .containsEntry("value", "1.9")
                .containsEntry("yi", "0.641854")
                .containsEntry("measure", "OR")
                .containsEntry("outcome", "drop-out")
                .containsEntry("predictor", "open doors")
                .containsEntry("role", "result")
                .containsEntry("doi", "10.5555/doors")
                .containsEntry("derived", "yi=ln sei=interval")
                // the sentence counts over 400 patients, the number none
                .containsEntry("ni", "");
    }

    @ParameterizedTest
    @CsvSource({
        "topic=alliance, 4",
        "topic=alliance&statistic=g, 2",
        "q=walking, 2",
        "year=2021&statistic=hedges-g&topic=alliance, 2",
        "role=background, 0",
        "topic=, 7"
    })
    void isAskedAsASearchIs(String query, int rows) {
        assertThat(rows("api/effect-sizes.csv?" + query)).hasSize(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic=alchemy", "colour=red", "role=rumour"})
    void refusesWhatChoosesNothing(String query) {
        Response response = SITE.get("api/effect-sizes.csv?" + query, "");

        assertThat(response.status()).isEqualTo(400);
        assertThat(new String(response.body(), StandardCharsets.UTF_8))
                .contains(query.substring(query.indexOf('=') + 1).equals("red") ? "colour" : query.split("=")[1]);
    }

    @Test
    void isJsonWithNumbersAndNulls() throws IOException {
        JsonNode rows = new ObjectMapper()
                .readTree(SITE.get("api/effect-sizes.json", "").body());
        List<Map<String, String>> table = rows("api/effect-sizes.csv");

        assertThat(rows).hasSameSizeAs(table);
        for (Column column : EffectSizes.columns()) {
            assertThat(rows).allSatisfy(row -> {
                JsonNode cell = row.path(column.name());
                assertThat(cell.isNull() || cell.isNumber() == column.numeric()).isTrue();
            });
        }
    }

    private static List<Map<String, String>> rows(String path) {
        List<List<String>> rows = CsvRowsTest.read(new String(SITE.get(path, "").body(), StandardCharsets.UTF_8));
        List<String> columns = rows.getFirst();
        return rows.stream()
                .skip(1)
                .map(cells -> {
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < columns.size(); i++) {
                        row.put(columns.get(i), cells.get(i));
                    }
                    return row;
                })
                .toList();
    }
}
