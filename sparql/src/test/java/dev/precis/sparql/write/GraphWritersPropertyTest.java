package dev.precis.sparql.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.archive.NQuads;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.guard.limit.Ledger;
import dev.precis.sparql.guard.limit.Limits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;

/** Whatever a graph holds: what a reader that is not ours reads of any document is the same graph. */
class GraphWritersPropertyTest {
    private static final String NAME = "http://x.example/graph";
    private static final String MAIN = "http://x.example/a";

    @Property(tries = 300)
    void asTurtleOfAnAnswer(@ForAll("graphs") Graph graph) throws IOException {
        assertSays(graph, answer(ResultFormat.TURTLE, graph), Lang.TURTLE);
    }

    @Property(tries = 300)
    void asTurtleOfAPage(@ForAll("graphs") Graph graph) {
        assertSays(graph, Turtle.write(graph, MAIN), Lang.TURTLE);
    }

    @Property(tries = 300)
    void asTurtleOfAnExport(@ForAll("namedNodesOnly") Graph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TurtleStatements turtle = new TurtleStatements(out, Prefixes.ours());
        for (byte[] line : NQuads.triples(graph)) {
            turtle.accept(NQuads.triple(line));
        }
        turtle.finish();
        assertSays(graph, out.toByteArray(), Lang.TURTLE);
    }

    @Property(tries = 300)
    void asTriGOfAPage(@ForAll("graphs") Graph graph) {
        assertSays(graph, dataset(Turtle.writeNamed(graph, MAIN, NAME), Lang.TRIG));
    }

    @Property(tries = 300)
    void asNQuadsOfAPage(@ForAll("graphs") Graph graph) {
        assertSays(graph, dataset(NTriples.writeNamed(graph, NAME), Lang.NQUADS));
    }

    @Property(tries = 300)
    void asNTriplesOfAnAnswer(@ForAll("graphs") Graph graph) throws IOException {
        assertSays(graph, answer(ResultFormat.N_TRIPLES, graph), Lang.NTRIPLES);
    }

    @Property(tries = 300)
    void asNTriplesOfAPage(@ForAll("graphs") Graph graph) {
        assertSays(graph, NTriples.write(graph), Lang.NTRIPLES);
    }

    @Property(tries = 300)
    void asNQuads(@ForAll("namedNodesOnly") Graph graph) {
        assertSays(graph, dataset(NQuads.write(new NamedGraph(NAME, "", graph)), Lang.NQUADS));
    }

    @Property(tries = 1000)
    void asJsonLdOfAnAnswer(@ForAll("graphs") Graph graph) throws IOException {
        assertSays(graph, answer(ResultFormat.JSON_LD, graph), Lang.JSONLD11);
    }

    @Property(tries = 500)
    void asJsonLdInTheWordsOfOurContext(@ForAll("graphs") Graph graph) {
        assertSays(graph, JsonLd.write(graph), Lang.JSONLD11);
    }

    @Property(tries = 300)
    void asJsonLdOfAnExport(@ForAll("namedNodesOnly") Graph graph, @ForAll("namedNodesOnly") Graph other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonLdExport export = new JsonLdExport(out, Ontology.context())) {
            export.accept(new NamedGraph(NAME, "", graph));
            export.accept(new NamedGraph("schema:graph", "", other));
        }
        DatasetGraph read = dataset(out.toByteArray(), Lang.JSONLD11);
        assertSays(graph, read);
        assertThat(IsoMatcher.isomorphic(other, read.getGraph(NodeFactory.createURI("schema:graph"))))
                .isTrue();
    }

    @Property(tries = 1000)
    void asRdfXmlOrNotAtAll(@ForAll("graphs") Graph graph) throws IOException {
        boolean said = true;
        try {
            assertSays(graph, answer(ResultFormat.RDF_XML, graph), Lang.RDFXML);
        } catch (Inexpressible refused) {
            assertThat(refused).hasMessageContaining("Turtle");
            said = false;
        }
        Statistics.collect(said);
        Statistics.coverage(coverage -> coverage.check(true).percentage(percent -> percent > 25));
    }

    @Property(tries = 300)
    void theOrderInWhichTriplesCameDoesNotShow(@ForAll("namedNodesOnly") Graph graph, @ForAll long seed) {
        List<Triple> triples = new ArrayList<>(graph.stream().toList());
        Collections.shuffle(triples, new Random(seed));
        Graph shuffled = GraphFactory.createDefaultGraph();
        triples.forEach(shuffled::add);

        assertThat(JsonLd.write(shuffled)).isEqualTo(JsonLd.write(graph));
        assertThat(Turtle.write(shuffled, MAIN)).isEqualTo(Turtle.write(graph, MAIN));
        assertThat(NTriples.write(shuffled)).isEqualTo(NTriples.write(graph));
    }

    private static byte[] answer(ResultFormat format, Graph graph) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.to(out, new Ledger(Limits.standard())).graph(graph);
        return out.toByteArray();
    }

    private static void assertSays(Graph graph, byte[] document, Lang lang) {
        Graph read = dataset(document, lang).getDefaultGraph();
        assertThat(IsoMatcher.isomorphic(graph, read))
                .as("%s%nread from%n%s", read, new String(document, StandardCharsets.UTF_8))
                .isTrue();
    }

    private static void assertSays(Graph graph, DatasetGraph read) {
        Graph named = read.getGraph(NodeFactory.createURI(NAME));
        assertThat(IsoMatcher.isomorphic(graph, named)).as(named.toString()).isTrue();
    }

    private static DatasetGraph dataset(byte[] document, Lang lang) {
        return RDFParser.source(new ByteArrayInputStream(document))
                .lang(lang)
                .errorHandler(ErrorHandlerFactory.errorHandlerNoWarnings)
                .toDatasetGraph();
    }

    @Provide
    Arbitrary<Graph> graphs() {
        return AnyGraph.graphs();
    }

    @Provide
    Arbitrary<Graph> namedNodesOnly() {
        return AnyGraph.namedNodesOnly();
    }
}
