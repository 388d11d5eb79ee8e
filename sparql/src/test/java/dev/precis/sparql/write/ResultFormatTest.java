package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.document.JsonDocument;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultFormatTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "PREFIX urn: <http://x.example/>",
                "PREFIX urn: <urn:other:>",
                "PREFIX a: <urn:a:> PREFIX urn: <http://x.example/>"
            })
    void aPrefixThatIsNamedLikeASchemeChangesNoIri(String prefixes) throws IOException, JsonLdError {
        String json = construct(ResultFormat.JSON_LD, prefixes + " CONSTRUCT {<urn:a:b> <urn:c:d> <urn:e:f>} {}");

        assertThat(JsonLd.expand(JsonDocument.of(new StringReader(json))).get())
                .hasToString("[{\"@id\":\"urn:a:b\",\"urn:c:d\":[{\"@id\":\"urn:e:f\"}]}]");
    }

    @Test
    void aPrefixThatChangesNothingStays() throws IOException {
        String query = "PREFIX x: <http://x.example/> PREFIX http: <http://h.example/> CONSTRUCT {x:a x:b http:c} {}";
        JsonNode document = new ObjectMapper().readTree(construct(ResultFormat.JSON_LD, query));

        assertThat(document.path("@context").fieldNames()).toIterable().containsExactly("http", "x");
        assertThat(document.at("/@graph/0").fieldNames()).toIterable().containsExactly("@id", "x:b");
    }

    @Test
    void aTypeThatIsATextIsNoTypeOfTheNode() throws IOException, JsonLdError {
        String json = construct(
                ResultFormat.JSON_LD,
                "PREFIX x: <http://x.example/> CONSTRUCT { x:s a 'text', 5, x:T ; x:z 1 ; <http://a.example/> 2 } {}");

        assertThat(JsonLd.expand(JsonDocument.of(new StringReader(json))).get().getJsonObject(0))
                .containsKeys("@type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
                .hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({
        "999999999999999, true",
        "-999999999999999, true",
        "0, true",
        "9007199254740993, false",
        "1234567890123456, false",
        "-0, false",
        "05, false",
        "5.0, false",
        "5e0, false"
    })
    void aNumberIsOneInJsonOnlyIfNoReaderLosesADigit(String number, boolean exact) throws IOException {
        String json = construct(
                ResultFormat.JSON_LD, "PREFIX x: <http://x.example/> CONSTRUCT { x:s x:p " + number + " } {}");
        JsonNode value =
                new ObjectMapper().readTree(json).at("/@graph/0").path("x:p").path(0);

        assertThat(value.isNumber()).isEqualTo(exact);
        assertThat((exact ? value : value.path("@value")).asText()).isEqualTo(number);
    }

    @Test
    void theDirectionOfATextStays() throws IOException {
        assertThat(construct(
                        ResultFormat.JSON_LD,
                        "PREFIX x: <http://x.example/> CONSTRUCT { x:s x:p ?text }"
                                + " { BIND(STRLANGDIR('text', 'ar', 'rtl') AS ?text) }"))
                .contains("\"@direction\" : \"rtl\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x:s <http://x.example/1> 1",
                "x:s <http://www.w3.org/1999/02/22-rdf-syntax-ns#li> 1",
                "x:s x:p 'a\\u0001b'",
                "x:s x:p '\\uFFFE'",
                "x:s x:p '</x:p><evil>'^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>",
                "x:s <http://www.w3.org/2000/xmlns/a> 1"
            })
    void whatRdfXmlCannotSayIsRefused(String triple) throws IOException {
        String query = "PREFIX x: <http://x.example/> CONSTRUCT { " + triple + " } {}";

        assertThatThrownBy(() -> construct(ResultFormat.RDF_XML, query))
                .isInstanceOf(Inexpressible.class)
                .hasMessageContaining("<http://")
                .hasMessageContaining("Turtle");
        assertThat(construct(ResultFormat.N_TRIPLES, query)).startsWith("<http://x.example/s>");
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * {},        csv,                     CSV",
        "SELECT * {},        Application/JSON,        JSON",
        "SELECT * {},        text/xml,                XML",
        "ASK {},             json,                    JSON",
        "CONSTRUCT WHERE {}, application/json,        JSON_LD",
        "CONSTRUCT WHERE {}, xml,                     RDF_XML",
        "CONSTRUCT WHERE {}, text/xml,                RDF_XML",
        "CONSTRUCT WHERE {}, turtle,                  TURTLE",
        "CONSTRUCT WHERE {}, application/x-turtle,    TURTLE",
        "CONSTRUCT WHERE {}, text/plain,              N_TRIPLES",
        "CONSTRUCT WHERE {}, csv,                     "
    })
    void aFormHasManyNames(String query, String name, ResultFormat format) {
        assertThat(ResultFormat.named(name, QueryFactory.create(query)).orElse(null))
                .isEqualTo(format);
    }

    private static String construct(ResultFormat format, String query) throws IOException {
        Graph graph =
                QueryExec.graph(GraphFactory.createDefaultGraph()).query(query).construct();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.to(out, new Ledger(Limits.standard())).graph(graph);
        return out.toString(StandardCharsets.UTF_8);
    }
}
