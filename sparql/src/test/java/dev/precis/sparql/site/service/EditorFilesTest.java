package dev.precis.sparql.site.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.sparql.Studies;
import dev.precis.sparql.page.Base;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class EditorFilesTest {
    private static final String LIBRARY =
            EditorFiles.library(new Places(new Base(Studies.BASE))).substring(Studies.BASE.length());
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final Pattern ASKED_FOR = Pattern.compile("(?:src|href)=\"/(static/[^\"]*)\"");
    private static final Pattern IMPORT = Pattern.compile("from \"\\./([^\"]*)\"");

    private static String text(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void onlyThePageForQueriesMayRunScriptsAndOnlyOurs() {
        String policy = SITE.get("sparql", "text/html")
                .header("Content-Security-Policy")
                .orElseThrow();

        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .doesNotContain("unsafe", "http", "data:", "*");
        assertThat(SITE.get("sparql", "text/turtle").header("Content-Security-Policy"))
                .isEmpty();
        assertThat(SITE.get("queries", "text/html").header("Content-Security-Policy"))
                .isEmpty();
    }

    @Test
    void everyFileThatThePageAsksForIsHere() {
        List<String> files = ASKED_FOR
                .matcher(text(SITE.get("sparql", "text/html")))
                .results()
                .map(found -> found.group(1))
                .filter(file -> !file.contains("card."))
                .toList();

        assertThat(files).contains(LIBRARY + "yasqe.min.js", "static/editor/editor.js");
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(SITE.get(file, "*/*").status()).as(file).isEqualTo(200));
    }

    @Test
    void everyScriptOfOursFindsTheOthers() {
        List<String> imported =
                List.of("editor.js", "writing.js", "completion.js", "results.js", "table.js", "chart.js").stream()
                        .flatMap(file -> IMPORT.matcher(text(SITE.get("static/editor/" + file, "*/*")))
                                .results())
                        .map(MatchResult::group)
                        .map(found -> found.replaceAll("from \"\\./|\"", ""))
                        .distinct()
                        .toList();

        assertThat(imported)
                .contains("element.js")
                .allSatisfy(file -> assertThat(
                                SITE.get("static/editor/" + file, "*/*").contentType())
                        .isEqualTo("text/javascript; charset=utf-8"));
    }

    @Test
    void theLibraryIsNamedByItsVersionAndKeptForGood() {
        Response script = SITE.get(LIBRARY + "yasqe.min.js", "*/*");

        assertThat(LIBRARY).matches("static/yasqe/\\d+\\.\\d+\\.\\d+/");
        assertThat(script.header("Cache-Control")).contains("public, max-age=31536000, immutable");
        assertThat(text(SITE.get("static/editor/licences.txt", "*/*")))
                .contains("Yasqe " + LIBRARY.split("/")[2], "Permission is hereby granted");
        assertThat(SITE.get("static/yasqe/0.0.1/yasqe.min.js", "*/*").status()).isEqualTo(404);
        assertThat(SITE.get(LIBRARY + "../package.json", "*/*").status()).isEqualTo(404);
    }

    @Test
    void offersEveryTermOfOursAndTheTermsOfOthersThatOurDataUse() throws Exception {
        JsonNode all = new ObjectMapper()
                .readTree(SITE.get("static/editor/terms.json", "*/*").body());

        assertThat(all.path("prefixes").path("st").asText()).isEqualTo("https://w3id.org/precis/statistic#");
        assertThat(all.path("terms").findValuesAsText("name"))
                .contains("st:hedges-g", "flag:ci-bounds-reversed", "precis:ciLower", "schema:headline", "skos:Concept")
                .doesNotHaveDuplicates();
        assertThat(term(all, "st:hedges-g").path("label").asText()).contains("Hedges");
        assertThat(term(all, "precis:finding").path("kind").asText()).isEqualTo("property");
        assertThat(term(all, "precis:Finding").path("kind").asText()).isEqualTo("class");
        assertThat(all.path("terms").findValuesAsText("iri"))
                .containsAll(Ontology.statistics().concepts().stream()
                        .map(concept -> concept.iri().toString())
                        .toList());
    }

    private static JsonNode term(JsonNode all, String name) {
        for (JsonNode term : all.path("terms")) {
            if (term.path("name").asText().equals(name)) {
                return term;
            }
        }
        throw new AssertionError(name);
    }
}
