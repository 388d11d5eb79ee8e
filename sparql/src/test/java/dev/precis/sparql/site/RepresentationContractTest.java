package dev.precis.sparql.site;

import static dev.precis.sparql.Studies.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.ontology.Ontology;
import dev.precis.sparql.Studies;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource of the site in every representation: a new one of either is tested by being there. */
class RepresentationContractTest {
    private static final Site SITE = Studies.site(Studies.withFigures());

    static Stream<Arguments> everything() {
        return SITE.resources()
                .flatMap(iri -> Stream.of(Representation.values())
                        .map(representation -> Arguments.of(iri.substring(BASE.length()), representation)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void isWhatItsTypeSays(String path, Representation representation) {
        Response named = SITE.get(path, representation.mediaType());
        if (named.status() == 303) {
            named = SITE.get(named.header("Location").orElseThrow().substring(BASE.length()), "");
        }
        if (named.status() == 406) {
            assertThat(new String(named.body(), StandardCharsets.UTF_8)).contains(BASE + path);
            return;
        }
        assertThat(named.status()).isEqualTo(200);
        assertThat(named.contentType()).isEqualTo(representation.contentType());
        assertReadable(representation, new String(named.body(), StandardCharsets.UTF_8));
        assertSameAtItsOwnAddress(named, representation);
        assertLinks(named, representation);
    }

    static void assertReadable(Representation representation, String text) {
        switch (representation) {
            case HTML ->
                assertThat(text.strip())
                        .startsWith("<!doctype html>")
                        .contains("<h1")
                        .endsWith("</html>");
            case TURTLE -> assertTriples(Lang.TURTLE, text);
            case N_TRIPLES -> assertTriples(Lang.NTRIPLES, text);
            case RDF_XML -> assertTriples(Lang.RDFXML, text);
            case TRIG -> assertQuads(Lang.TRIG, text);
            case N_QUADS -> assertQuads(Lang.NQUADS, text);
            case CSV -> assertThat(text).contains("summary").endsWith("\r\n");
            case CSL_JSON -> assertThat(json(text)).isNotEmpty().allMatch(item -> item.has("id") && item.has("type"));
            case BIBTEX -> assertThat(text).startsWith("@").endsWith("}\n\n");
            case RIS -> assertThat(text).startsWith("TY  - ").endsWith("ER  - \r\n\r\n");
            case SCHEMA_ORG -> assertTriples(Lang.JSONLD11, text);
            case LINK_SET ->
                assertThat(json(text).path("linkset"))
                        .isNotEmpty()
                        .allMatch(context -> context.has("anchor") && context.size() > 1);
            case JSON_LD -> {
                String context = Ontology.context().strip();
                String inner = context.substring(context.indexOf(':') + 1, context.lastIndexOf('}'));
                assertTriples(Lang.JSONLD11, text.replace("\"" + BASE + "context/v1.jsonld\"", inner));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    private static void assertTriples(Lang language, String text) {
        assertThat(RDFParser.fromString(text, language).toGraph().size()).isPositive();
    }

    private static void assertQuads(Lang language, String text) {
        DatasetGraph read = RDFParser.fromString(text, language).toDatasetGraph();
        assertThat(read.getDefaultGraph().isEmpty()).isTrue();
        assertThat(read.getUnionGraph().isEmpty()).isFalse();
    }

    private static void assertSameAtItsOwnAddress(Response negotiated, Representation representation) {
        List<String> own = negotiated.header("Content-Location").stream().toList();
        own.stream()
                .filter(address -> address.endsWith(representation.suffix()))
                .forEach(address -> {
                    Response direct = SITE.get(address.substring(BASE.length()), "");
                    assertThat(direct.status()).isEqualTo(200);
                    assertThat(direct.etag()).isEqualTo(negotiated.etag());
                });
    }

    /** What is linked as another representation is there, and is of the type that the link says. */
    private static void assertLinks(Response response, Representation representation) {
        response.headers().stream()
                .filter(header -> header.name().equals("Link") && header.value().contains("rel=\"alternate\""))
                .forEach(header -> {
                    String address = header.value().substring(1, header.value().indexOf('>'));
                    String type = header.value().replaceFirst(".*type=\"([^\"]*)\".*", "$1");
                    assertThat(type).isNotEqualTo(representation.mediaType());
                    Response other = SITE.get(address.substring(BASE.length()), type);
                    assertThat(other.status()).as(address).isEqualTo(200);
                    assertThat(other.contentType()).startsWith(type);
                });
    }
}
