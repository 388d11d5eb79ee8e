package dev.precis.sparql.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.query.CompetencyQuery.Filling;
import dev.precis.sparql.query.Questions.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompetencyQueriesTest {
    private static final CompetencyQueries QUERIES = CompetencyQueries.read();

    static List<CompetencyQuery> all() {
        return QUERIES.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aQuestionIsAskedInWordsAndInAFixedOrder(CompetencyQuery query) {
        assertThat(query.title()).endsWith("?");
        assertThat(query.description()).endsWith(".");
        assertThat(query.keywords()).doesNotHaveDuplicates().doesNotContain("");
        assertThat(query.answersWithAGraph() || query.query().hasOrderBy()).isTrue();
        assertThat(query.text()).doesNotContainIgnoringCase("regex").doesNotContainIgnoringCase("service");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatStandsInTheFileIsOfTheTypeOfItsParameter(CompetencyQuery query) {
        for (Parameter parameter : query.parameters()) {
            assertThat(parameter.description()).isNotEmpty();
            assertThat(parameter.optional() || !parameter.open())
                    .as(parameter.name())
                    .isTrue();
            assertThat(parameter.values())
                    .allSatisfy(value -> assertThat(parameter.type().term(value).map(Node::getLiteralLexicalForm))
                            .contains(value));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void givingWhatStandsInTheFileAsksTheSame(CompetencyQuery query) {
        Map<String, List<String>> values = new HashMap<>();
        query.parameters().forEach(parameter -> {
            List<String> given = parameter.values();
            values.put(parameter.name(), given.isEmpty() ? List.of("") : given);
        });

        assertThat(query.fill(values))
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled ->
                                assertThat(Algebra.compile(filled.query())).isEqualTo(Algebra.compile(query.query())));
    }

    /** The text, too, is one that the endpoint takes. */
    @Property(tries = 300)
    void noValueChangesWhatIsAsked(@ForAll String word) {
        CompetencyQuery query = QUERIES.find("findings-with-words").orElseThrow();
        Filling filling = query.fill(Map.of("words", List.of(word)));
        if (filling instanceof Filling.Filled(Query filled)) {
            Query again = QueryFactory.create(filled.serialize());
            assertThat(Algebra.compile(again)).isEqualTo(Algebra.compile(filled));
            List<String> values = ValuesBlocks.values(again, query.parameters().getFirst(), "again");
            assertThat(values).containsExactly(word.strip());
        } else {
            assertThat(word.isBlank()
                            || word.strip().length() > 500
                            || !Characters.clean(word).equals(word))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "effects-excluding-no-effect, since, in 2018, The parameter since is \"in 2018\"; expected a year of four"
                + " digits",
        "effects-excluding-no-effect, since, '', The parameter since is empty; expected a year of four digits",
        "small-samples, below, 1e9, expected a whole number",
        "null-results, alpha, '0,05', 'The parameter alpha is \"0,05\"; expected a number with a point'",
        "read-since, since, 2024-02-30, expected a day",
        "audit-trail, estimate, urn:x, expected an absolute IRI",
        "audit-trail, estimate, 'http://a.b/> } DROP ALL #', expected an absolute IRI",
        "reference-list, doi, 11.1/x, 'expected one or more values, each a DOI'",
        "topics-together, colour, red, The parameter colour is not known here; expected least.",
        "works-without-a-doi, doi, red, expected none.",
    })
    void saysWhatIsWrongWithAParameter(String name, String parameter, String value, String words) {
        Filling filling = QUERIES.find(name).orElseThrow().fill(Map.of(parameter, List.of(value)));

        assertThat(filling)
                .isInstanceOfSatisfying(
                        Filling.Refused.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .contains(words, parameter));
    }

    @Test
    void saysAllThatIsWrongAtOnce() {
        CompetencyQuery query = QUERIES.find("reference-list").orElseThrow();

        assertThat(query.fill(Map.of()))
                .isEqualTo(new Filling.Refused(
                        List.of("The parameter doi is missing; expected one or more values, each a DOI such as"
                                + " 10.1002/cpp.2494.")));
        assertThat(query.fill(Map.of("doi", List.of("x", "y"), "dio", List.of("z"))))
                .isInstanceOfSatisfying(
                        Filling.Refused.class,
                        refused -> assertThat(refused.problems()).hasSize(3));
        assertThat(QUERIES.find("small-samples").orElseThrow().fill(Map.of("below", List.of("1", "2"))))
                .isEqualTo(new Filling.Refused(List.of("The parameter below is given 2 times; expected once.")));
        List<String> many = new ArrayList<>();
        for (int i = 0; i <= 500; i++) {
            many.add("10.5555/" + i);
        }
        assertThat(query.fill(Map.of("doi", many)))
                .isEqualTo(new Filling.Refused(List.of("The parameter doi has 501 values; expected at most 500.")));
    }

    @Test
    void takesDoisInAnyDress() {
        Filling filling = QUERIES.find("reference-list")
                .orElseThrow()
                .fill(Map.of("doi", List.of("https://doi.org/10.1002/CPP.2494, doi:10.5555/a;b", "10.1002/cpp.2494")));

        assertThat(filling)
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled -> assertThat(filled.query().serialize())
                                .containsOnlyOnce("\"10.1002/cpp.2494\"")
                                .contains("\"10.5555/a;b\""));
    }

    @Test
    void anEmptyOptionalParameterMeansAny() {
        Filling filling = QUERIES.find("practice-implications").orElseThrow().fill(Map.of("topic", List.of(" ")));

        assertThat(filling)
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled -> assertThat(filled.query().serialize())
                                .contains("UNDEF")
                                .doesNotContain("alliance"));
    }

    @Test
    void refusesFilesThatAreNotComplete() {
        assertThatThrownBy(() -> CompetencyQuery.parse("a", "#title: A?\nSELECT * {}"))
                .hasMessageContaining("a.rq:1")
                .hasMessageContaining("#keywords:");
        String header = "#title: A?\n#description: B.\n#keywords: c\n";
        assertThatThrownBy(() -> CompetencyQuery.parse("a", header + "#parameter: x, colour, Y\nSELECT * {}"))
                .hasMessageContaining("a.rq:4")
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> CompetencyQuery.parse("a", header + "#parameter: x, text, Y\nSELECT * {}"))
                .hasMessageContaining("VALUES ?x");
        assertThatThrownBy(() -> CompetencyQuery.parse("a", header + "# to do\nSELECT * {}"))
                .hasMessageContaining("a.rq:4");
    }

    /** The sample archive names no outcome twice; here are two that disagree. */
    @Test
    void findsNumbersThatDisagree() {
        DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString("""
            @prefix precis: <https://w3id.org/precis/ns#> .
            @prefix st: <https://w3id.org/precis/statistic#> .
            @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            st:odds-ratio precis:nullValue 1.0 ; skos:notation "OR" .
            <http://a.b/f1> schema:text "Fewer."@en ; precis:estimate <http://a.b/e1> .
            <http://a.b/f2> schema:text "More."@en ; precis:estimate <http://a.b/e2> .
            <http://a.b/f3> schema:text "Longer."@en ; precis:estimate <http://a.b/e3> .
            <http://a.b/e1> precis:statistic st:odds-ratio ; precis:outcome "Drop-out"@en ; schema:value 0.7 .
            <http://a.b/e2> precis:statistic st:odds-ratio ; precis:outcome "drop-out"@en ; schema:value 1.9 .
            <http://a.b/e3> precis:statistic st:odds-ratio ; precis:outcome "stay"@en ; schema:value 2.9 .
            """, Lang.TURTLE).parse(dataset);
        CompetencyQuery query = QUERIES.find("opposite-signs").orElseThrow();

        assertThat(pairs(dataset, query.query())).containsExactly("drop-out 0.7 1.9");
        assertThat(query.fill(Map.of("outcome", List.of("DROP"))))
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled -> assertThat(pairs(dataset, filled.query())).hasSize(1));
        assertThat(query.fill(Map.of("outcome", List.of("stay"))))
                .isInstanceOfSatisfying(
                        Filling.Filled.class,
                        filled -> assertThat(pairs(dataset, filled.query())).isEmpty());
    }

    private static List<String> pairs(DatasetGraph dataset, Query query) {
        List<String> pairs = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(dataset).query(query).build()) {
            execution.select().forEachRemaining(row -> {
                Row pair = new Row(row);
                pairs.add(pair.text("shared") + " " + pair.text("lower") + " " + pair.text("higher"));
            });
        }
        return pairs;
    }
}
