package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

class NQuadsPropertyTest {
    private static final String NAME = "http://localhost:3030/summary/x";

    @Property(tries = 300)
    void theOrderInWhichTriplesCameDoesNotShow(@ForAll("triples") List<Triple> triples, @ForAll long seed) {
        List<Triple> shuffled = new ArrayList<>(triples);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(NQuads.write(named(shuffled))).isEqualTo(NQuads.write(named(triples)));
    }

    @Property(tries = 300)
    void whateverWasWrittenIsReadBack(@ForAll("triples") List<Triple> triples) {
        byte[] written = NQuads.write(named(triples));

        Graph read = NQuads.read(written, NAME);

        assertThat(read.stream()).containsExactlyInAnyOrderElementsOf(Set.copyOf(triples));
        assertThat(NQuads.write(new NamedGraph(NAME, "", read))).isEqualTo(written);
    }

    @Property(tries = 100)
    void linesAreSortedByTheirBytes(@ForAll("triples") List<Triple> triples) {
        String written = new String(NQuads.write(named(triples)), StandardCharsets.UTF_8);

        assertThat(written.split("\n")).isSortedAccordingTo(Graphs.BYTES);
    }

    @Provide
    Arbitrary<List<Triple>> triples() {
        Arbitrary<Node> iris = Arbitraries.of("http://a/", "urn:x:\u00E9", "http://a/b#\uD83D\uDE00", "http://a/b")
                .map(NodeFactory::createURI);
        return Combinators.combine(iris, iris, Arbitraries.oneOf(iris, literals()))
                .as(Triple::create)
                .list()
                .ofMaxSize(12);
    }

    private static Arbitrary<Node> literals() {
        Arbitrary<String> texts = Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0x100),
                        Arbitraries.integers().between(0xD700, 0xFFFF),
                        Arbitraries.integers().between(0, Character.MAX_CODE_POINT))
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(8)
                .map(points -> points.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        return Arbitraries.oneOf(
                texts.map(NodeFactory::createLiteralString),
                Combinators.combine(texts, Arbitraries.of("en", "de-AT")).as(NodeFactory::createLiteralLang),
                Arbitraries.of("0.50", "0.5", "007", "7")
                        .map(text -> NodeFactory.createLiteralDT(text, XSDDatatype.XSDdecimal)));
    }

    private static NamedGraph named(List<Triple> triples) {
        Graph graph = GraphFactory.createDefaultGraph();
        triples.forEach(graph::add);
        return new NamedGraph(NAME, "", graph);
    }
}
