package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.precis.sparql.query.CompetencyQueries;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

class AnswerFormTest {
    private static final String VOCABULARY = "http://localhost:3030/api/example#";
    private static final Var A = Var.alloc("a");
    private static final Var B = Var.alloc("b");
    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Test
    void aSpreadsheetGetsOneValueACell() throws IOException {
        assertThat(text(
                        AnswerForm.CSV,
                        row("<http://a.b/c>", "0.50"),
                        row("'say \"yes\", twice'@en", "12"),
                        row("'=1+1'", "1.5e3"),
                        row("'-0.5'", "-0.5"),
                        row("'two\\nlines'", "true"),
                        BindingFactory.empty()))
                .isEqualTo("""
                    a,b
                    http://a.b/c,0.50
                    "say ""yes"", twice",12
                    '=1+1,1500
                    -0.5,-0.5
                    "two
                    lines",true
                    ,
                    """.replace("\n", "\r\n").replace("two\r\n", "two\n"));
    }

    @Test
    void aScriptGetsNumbersTruthsAndTexts() throws IOException {
        String text = text(
                AnswerForm.JSON,
                row("<http://a.b/c>", "0.50"),
                row("'a \"b\"'@en", "12"),
                row("'12'", "true"),
                row("'2020-08'^^<http://www.w3.org/2001/XMLSchema#gYearMonth>", "1.5e3"),
                row(
                        "'x'^^<http://www.w3.org/2001/XMLSchema#decimal>",
                        "'INF'^^<http://www.w3.org/2001/XMLSchema#double>"),
                BindingFactory.empty());

        assertThat(text).isEqualTo("""
            [
            {"a":"http://a.b/c","b":0.50},
            {"a":"a \\"b\\"","b":12},
            {"a":"12","b":true},
            {"a":"2020-08","b":1500},
            {"a":"x","b":"INF"},
            {"a":null,"b":null}]
            """);
        assertThat(MAPPER.readTree(text)).hasSize(6);
    }

    @Test
    void anEmptyAnswerIsOneToo() throws IOException {
        assertThat(text(AnswerForm.CSV)).isEqualTo("a,b\r\n");
        assertThat(MAPPER.readTree(text(AnswerForm.JSON))).isEmpty();
        assertThat(graph(text(AnswerForm.JSON_LD)).isEmpty()).isTrue();
    }

    @Test
    void theContextSaysWhatTheColumnsAre() throws IOException {
        JsonNode document = MAPPER.readTree(text(
                AnswerForm.JSON_LD, row("<http://a.b/c>", "0.50"), row("<http://a.b/d>", "0.5"), row("'e'@en", "7")));

        assertThat(document.fieldNames()).toIterable().containsExactly("@context", "@graph");
        assertThat(document.at("/@context/a").toString())
                .isEqualTo("{\"@id\":\"" + VOCABULARY + "a\",\"@type\":\"@id\"}");
        assertThat(document.at("/@context/b/@type").asText()).isEqualTo(XSDDatatype.XSDdecimal.getURI());
        assertThat(document.at("/@graph/0").toString()).isEqualTo("{\"a\":\"http://a.b/c\",\"b\":\"0.50\"}");
        assertThat(document.at("/@graph/2/a/@language").asText()).isEqualTo("en");
    }

    /** Read as RDF, a row is a node with the very terms of the answer. */
    @Property(tries = 200)
    void asLinkedDataEveryTermComesBack(@ForAll("terms") List<Node> terms) throws IOException {
        Graph graph = graph(text(
                AnswerForm.JSON_LD,
                terms.stream().map(term -> BindingFactory.binding(A, term)).toArray(Binding[]::new)));

        Set<Node> read = new HashSet<>();
        graph.find(Node.ANY, NodeFactory.createURI(VOCABULARY + "a"), Node.ANY)
                .forEach(triple -> read.add(triple.getObject()));
        assertThat(read).isEqualTo(new HashSet<>(terms));
        assertThat(graph.size()).isEqualTo(terms.size());
    }

    @Provide
    Arbitrary<List<Node>> terms() {
        return Arbitraries.of(Stream.of(
                                "<http://a.b/c>",
                                "<http://a.b/d#e>",
                                "'text'",
                                "'text'@en",
                                "'texte'@fr-CA",
                                "'12'",
                                "12",
                                "-7",
                                "0012",
                                "123456789012345678901234567890",
                                "0.50",
                                "-0.065",
                                "3.0",
                                "1.5e3",
                                "'INF'^^xsd:double",
                                "true",
                                "'1'^^xsd:boolean",
                                "'2020-08'^^xsd:gYearMonth",
                                "'2021-05-14'^^xsd:date",
                                "'x'^^xsd:integer",
                                "'9'^^xsd:int",
                                "''")
                        .map(SSE::parseNode)
                        .toList())
                .list()
                .ofMaxSize(12);
    }

    @Test
    void whatComesLateIsTypedToo() throws IOException {
        Binding[] rows = IntStream.rangeClosed(1, JsonLdRows.AHEAD + 50)
                .mapToObj(number -> number <= JsonLdRows.AHEAD
                        ? BindingFactory.binding(A, SSE.parseNode("" + number))
                        : row("'late'@en", "" + number))
                .toArray(Binding[]::new);

        Graph graph = graph(text(AnswerForm.JSON_LD, rows));

        assertThat(graph.size()).isEqualTo(JsonLdRows.AHEAD + 100);
        assertThat(graph.contains(Node.ANY, NodeFactory.createURI(VOCABULARY + "b"), SSE.parseNode("250")))
                .isTrue();
    }

    @Test
    void aGraphIsWrittenWithItsContext() throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.add(Triple.create(
                NodeFactory.createURI("http://a.b/c"), RDFS.label.asNode(), NodeFactory.createLiteralLang("d", "en")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AnswerForm.JSON_LD.write(graph, out);

        assertThat(graph(out.toString(StandardCharsets.UTF_8)).isIsomorphicWith(graph))
                .isTrue();
        assertThatThrownBy(() -> AnswerForm.CSV.write(graph, out)).hasMessageContaining("CSV");
    }

    @Test
    void anAddressTellsTheForm() {
        assertThat(AnswerForm.at("topics-together.csv")).contains(AnswerForm.CSV);
        assertThat(AnswerForm.at("topics-together.jsonld")).contains(AnswerForm.JSON_LD);
        assertThat(AnswerForm.at("topics-together")).isEmpty();
        CompetencyQueries queries = CompetencyQueries.read();
        assertThat(AnswerForm.of(queries.find("topics-together").orElseThrow())).hasSize(3);
        assertThat(AnswerForm.of(queries.find("findings-on-a-topic").orElseThrow()))
                .containsExactly(AnswerForm.JSON_LD);
    }

    private static Binding row(String a, String b) {
        return BindingFactory.binding(A, SSE.parseNode(a), B, SSE.parseNode(b));
    }

    private static String text(AnswerForm form, Binding... rows) throws IOException {
        RowSet answer = RowSetStream.create(List.of(A, B), List.of(rows).iterator());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        form.write(answer, VOCABULARY, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Read without a network: there is nothing to load. */
    private static Graph graph(String json) {
        return RDFParser.fromString(json, Lang.JSONLD11)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .toGraph();
    }
}
