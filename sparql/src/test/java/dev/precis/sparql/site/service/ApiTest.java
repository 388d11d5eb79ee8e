package dev.precis.sparql.site.service;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.Studies;
import dev.precis.sparql.query.CompetencyQueries;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.CompetencyQuery.Filling;
import dev.precis.sparql.query.Parameter;
import dev.precis.sparql.site.Header;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Site;
import dev.precis.sparql.write.AnswerForm;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.apache.jena.sparql.algebra.Algebra;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApiTest {
    private static final Site SITE = Studies.site(Studies.dataset());
    private static final CompetencyQueries QUERIES = CompetencyQueries.read();
    private static final JsonNode DESCRIPTION = json(text("api/openapi.json"));
    private static final Document PAGE = Jsoup.parse(text("queries"), BASE + "queries");

    static List<CompetencyQuery> all() {
        return QUERIES.all();
    }

    @Test
    void theDescriptionHasWhatOpenApiAsksFor() {
        assertThat(SITE.get("api/openapi.json", "").contentType()).isEqualTo("application/json");
        assertThat(DESCRIPTION.path("openapi").asText()).startsWith("3.1.");
        assertThat(DESCRIPTION.at("/info/title").asText()).isNotEmpty();
        assertThat(DESCRIPTION.at("/info/version").asText()).isNotEmpty();
        assertThat(DESCRIPTION.at("/servers/0/url").asText() + "/").isEqualTo(BASE);
        Set<String> operations = new HashSet<>();
        DESCRIPTION.path("paths").forEach(path -> {
            JsonNode get = path.path("get");
            assertThat(operations.add(get.path("operationId").asText())).isTrue();
            assertThat(get.path("summary").asText()).endsWith("?");
            assertThat(get.path("responses").fieldNames()).toIterable().contains("200", "400", "404", "429", "503");
        });
    }

    /** Whatever is referred to is there; a component that nothing refers to is none. */
    @Test
    void everyReferenceLeadsToAComponent() {
        Set<String> referred = new HashSet<>();
        DESCRIPTION.findValues("$ref").forEach(reference -> {
            assertThat(DESCRIPTION.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
            referred.add(reference.asText());
        });
        for (String kind : List.of("parameters", "responses")) {
            DESCRIPTION.at("/components/" + kind).fieldNames().forEachRemaining(name -> {
                assertThat(name).matches("[a-zA-Z0-9._-]+");
                assertThat(referred).contains("#/components/" + kind + "/" + name);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyFormOfEveryQuestionIsDescribed(CompetencyQuery query) {
        for (AnswerForm form : AnswerForm.of(query)) {
            JsonNode get = DESCRIPTION
                    .path("paths")
                    .path("/api/" + query.name() + form.suffix())
                    .path("get");
            assertThat(get.at("/responses/200/content").fieldNames())
                    .toIterable()
                    .containsExactly(form.mediaType());
            assertThat(StreamSupport.stream(get.path("parameters").spliterator(), false)
                            .map(parameter -> DESCRIPTION
                                    .at(parameter.path("$ref").asText().substring(1))
                                    .path("name")
                                    .asText()))
                    .containsExactlyElementsOf(
                            query.parameters().stream().map(Parameter::name).toList());
        }
    }

    /** The defaults of the description, and the examples where there are none, are taken. */
    @ParameterizedTest
    @MethodSource("all")
    void whatTheDescriptionOffersIsTaken(CompetencyQuery query) {
        Map<String, List<String>> sent = new TreeMap<>();
        query.parameters().forEach(parameter -> {
            JsonNode described =
                    DESCRIPTION.path("components").path("parameters").path(query.name() + "." + parameter.name());
            JsonNode value = parameter.required() ? described.path("example") : described.at("/schema/default");
            List<String> values = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(each -> values.add(each.asText()));
            } else if (!value.isMissingNode()) {
                values.add(value.asText());
            }
            assertThat(values).isEqualTo(parameter.values());
            if (!values.isEmpty()) {
                sent.put(parameter.name(), values);
            }
        });

        assertThat(query.fill(sent)).isInstanceOf(Filling.Filled.class);
    }

    @Test
    void thePageAndItsFieldsLeadToTheDescription() {
        Response page = SITE.get("queries", "text/html");

        assertThat(page.headers())
                .extracting(Header::value)
                .contains(
                        "<" + BASE + "api/openapi.json>; rel=\"service-desc\"; type=\"application/json\"",
                        "<" + BASE + "queries>; rel=\"service-doc\"; type=\"text/html\"");
        assertThat(PAGE.select("main a[href=/api/openapi.json]")).hasSize(1);
    }

    @Test
    void aQuestionLeadsToItsPlaceOnThePage() {
        assertThat(SITE.get("api", "").header("Location")).contains(BASE + "queries");
        assertThat(SITE.get("api/topics-together", "").header("Location")).contains(BASE + "queries#topics-together");
        assertThat(SITE.get("api/no-such-question", "").status()).isEqualTo(404);
    }

    /** What a browser sends when nothing is changed is what stands in the file. */
    @ParameterizedTest
    @MethodSource("all")
    void theFormOfAQuestionAsksIt(CompetencyQuery query) {
        Element section = PAGE.getElementById(query.name());
        assertThat(section).isNotNull();
        Map<String, List<String>> sent = new TreeMap<>();
        section.select("form [name]")
                .forEach(field -> sent.put(
                        field.attr("name"),
                        List.of(field.tagName().equals("textarea") ? field.wholeText() : field.attr("value"))));

        assertThat(sent.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        query.parameters().stream().map(Parameter::name).toList());
        assertThat(query.fill(sent))
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled ->
                                assertThat(Algebra.compile(filled.query())).isEqualTo(Algebra.compile(query.query())));
        assertThat(section.select("button[formaction]").eachAttr("formaction"))
                .containsExactlyElementsOf(AnswerForm.of(query).stream()
                        .map(form -> "/api/" + query.name() + form.suffix())
                        .toList());
        String editor = section.select("a[href^=/sparql#query=]").attr("href");
        assertThat(URLDecoder.decode(editor.substring(editor.indexOf('=') + 1), StandardCharsets.UTF_8))
                .isEqualTo(query.text());
    }

    @Test
    void everyFieldOfTheFormsHasALabelOfItsOwn() {
        List<String> ids = PAGE.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(PAGE.select("form.fill [name]")).isNotEmpty().allSatisfy(field -> {
            assertThat(PAGE.select("label[for=" + field.id() + "]")).hasSize(1);
            assertThat(ids)
                    .containsAll(List.of(field.attr("aria-describedby").split(" ")).stream()
                            .filter(id -> !id.isEmpty())
                            .toList());
        });
        assertThat(PAGE.select("nav.contents a").eachAttr("href"))
                .isNotEmpty()
                .allSatisfy(link -> assertThat(ids).contains(link.substring(1)));
    }

    private static String text(String path) {
        return new String(SITE.get(path, "").body(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
