package dev.precis.sparql.guard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.sparql.guard.limit.Limits;
import dev.precis.sparql.guard.limit.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryReaderTest {
    private static final int TOKENS = 3_000;
    private static final int DEPTH = 5;
    private static final Limits LIMITS =
            new Limits(Duration.ofSeconds(1), 1_000, 1_000, TOKENS, DEPTH, 1_000_000, 1 << 20);

    /** So much of each is allowed, and one more is not. */
    static Stream<Arguments> largest() {
        return Stream.of(
                largest("words and signs", TOKENS, n -> "ASK { VALUES ?x { " + "1 ".repeat(n - 7) + "} }"),
                largest("levels deep", DEPTH, n -> "ASK " + "{".repeat(n) + "}".repeat(n)),
                largest("string", 8_190, n -> "ASK { FILTER('" + "a".repeat(n) + "' = 1) }"),
                largest("string", 8_186, n -> "ASK { FILTER(\"\"\"" + "a".repeat(n) + "\"\"\" = 1) }"),
                largest("comment", 8_191, n -> "ASK {} #" + "a".repeat(n) + "\n#"),
                largest("IRI", 4_094, n -> "ASK { FILTER(<" + "a".repeat(n) + "> = 1) }"),
                largest("variable", 4_095, n -> "ASK { FILTER(?" + "a".repeat(n) + " = 1) }"),
                largest("word", 4_096, n -> "PREFIX " + "a".repeat(n - 1) + ": <x:> ASK {}"),
                largest("number", 1_000, n -> "ASK { FILTER(" + "1".repeat(n) + " = 1) }"),
                largest("variables", 1_000, n -> "SELECT " + joined(n, i -> "?v" + i) + " {}"),
                largest("EXISTS", 10, n -> "ASK { " + joined(n, i -> "FILTER EXISTS { }") + " }"),
                largest("steps", 500, n -> "ASK { ?s <x:p>" + "/<x:p>".repeat(n) + " ?o }"),
                largest("BASE", 10, n -> joined(n, i -> "BASE <http://x/" + i + "/>") + " ASK {}"));
    }

    private static Arguments largest(String what, int most, IntFunction<String> query) {
        return Arguments.of(what, query.apply(most), query.apply(most + 1));
    }

    private static String joined(int count, IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("largest")
    void readsWhatIsAsLargeAsItMayBe(String what, String query, String larger) {
        assertThatCode(() -> read(query)).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(larger)).isInstanceOf(Refusal.class).hasMessageContaining(what);
    }

    /** The parser would call itself for each of them. */
    @Test
    void readsNoMoreSignsBeforeAnother() {
        String query = "ASK { FILTER(%strue) }";

        assertThatThrownBy(() -> read(query.formatted("!".repeat(DEPTH)))).hasMessageContaining("no SPARQL query");
        assertThatThrownBy(() -> read(query.formatted("!".repeat(DEPTH + 1)))).hasMessageContaining("levels deep");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "SELECT ?a { ?a ?b 'c' } ; select  ?x{?x ?y 'longer'} # a comment",
                "ASK { ?a <x:p> 1 } ; ASK { ?a <x:p> 23.5 }",
                "ASK { FILTER(?a < 1 && ?b > 2) } ; ASK { FILTER(?b < 3 && ?a > 4) }",
                "ASK { ?s <x:p>? ?o } ; ASK { ?subject <x:p>? ?object }",
                "ASK { ?s ?p \"it's\" } ; ASK { ?s ?p '''two \"words\" ''' }",
            })
    void whatDiffersInLiteralsAndNamesOfVariablesIsOfOneShape(String one, String other) {
        assertThat(read(one).shape()).isEqualTo(read(other).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ASK { ?a ?b ?c } ; ASK { ?a ?b ?a }",
                "ASK { ?a <x:p> ?c } ; ASK { ?a <x:q> ?c }",
                "ASK { ?a <x:p> 1 } ; ASK { ?a <x:p> '1' }",
                "SELECT * {} ; ASK {}",
                "ASK { ?s <x:p>? ?o } ; ASK { ?s <x:p>* ?o }",
                "ASK { FILTER(1 < 2) } ; ASK { FILTER(1 > 2) }",
            })
    void whatDiffersInMoreIsNot(String one, String other) {
        assertThat(read(one).shape()).isNotEqualTo(read(other).shape());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SELECT (NOW() AS ?x) {} ; false",
                "SELECT (rand() AS ?x) {} ; false",
                "SELECT (UUID() AS ?x) {} ; false",
                "SELECT (STRUUID() AS ?x) {} ; false",
                "SELECT (BNODE () AS ?x) {} ; false",
                "SELECT ('NOW()' AS ?x) {} ; true",
                "SELECT ?now { ?now ?p ?o } ; true",
                "SELECT * {} # NOW() ; true",
            })
    void knowsWhatHasAnotherAnswerEachTime(String query, boolean repeatable) {
        assertThat(read(query).repeatable()).isEqualTo(repeatable);
    }

    @Test
    void asksOfTheGraphsThatAreGivenInsteadOfItsOwn() {
        String query = "SELECT * FROM <x:a> FROM NAMED <x:b> { ?s ?p ?o }";
        QueryReader reader = new QueryReader("http://x/", LIMITS);

        assertThat(reader.read(query, List.of(), List.of()).query().getGraphURIs())
                .containsExactly("x:a");
        assertThat(reader.read(query, List.of("x:c"), List.of()).query()).satisfies(given -> {
            assertThat(given.getGraphURIs()).containsExactly("x:c");
            assertThat(given.getNamedGraphURIs()).isEmpty();
        });
        assertThat(reader.read(query, List.of(), List.of("x:d")).query()).satisfies(given -> {
            assertThat(given.getGraphURIs()).isEmpty();
            assertThat(given.getNamedGraphURIs()).containsExactly("x:d");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ASK { FILTER('a' = 1 }",
                "ASK { FILTER(REGEX('a', '(')) }",
                "ASK { ?s ?p 'not closed }",
                "ASK { ?s ?p '''not closed' }",
                "ASK { ?s ?p <not closed }",
                "ASK { ?s ?p '\\"
            })
    void saysWhatIsNoQuery(String query) {
        assertThatThrownBy(() -> read(query))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.MALFORMED))
                .hasMessageStartingWith("This ")
                .hasMessageNotContaining("Exception:");
    }

    @Test
    void repeatsNoMoreOfAQueryThanIsNeeded() {
        assertThatThrownBy(() -> read("ASK { FILTER(REGEX('a', '(" + "a".repeat(4_000) + "')) }"))
                .isInstanceOf(Refusal.class)
                .satisfies(refusal -> assertThat(refusal.getMessage())
                        .hasSizeBetween(500, 600)
                        .endsWith("…"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P12345678D", "-P12345678Y", "PT12345678S", " P1Y12345678D"})
    void refusesDurationsThatJavaCountsDayByDay(String duration) {
        assertThatThrownBy(() -> read("ASK { FILTER(?d > '" + duration + "') }"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1234567D", "PT1.12345678S", "a P12345678D", "Please call 12345678"})
    void readsOtherDurationsAndWhatIsNone(String text) {
        assertThatCode(() -> read("ASK { FILTER(?d > '" + text + "') }")).doesNotThrowAnyException();
    }

    private static QueryReader.Readable read(String query) {
        return new QueryReader("http://x/", LIMITS).read(query, List.of(), List.of());
    }
}
