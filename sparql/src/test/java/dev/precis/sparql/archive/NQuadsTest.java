package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class NQuadsTest {
    @Test
    void writesTheCanonicalForm() {
        NamedGraph graph = Graphs.graph("http://a/g", "", """
            <http://a/s> <http://a/q> "2"@en , "a\\tb\\nc\\"\\\\\\u0001\\u007F\u00E9" .
            <http://a/s> <http://a/p> 0.50 , <http://a/o> .
            """);

        assertThat(Graphs.quads(graph))
                .containsExactly(
                        "<http://a/s> <http://a/p> \"0.50\"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://a/g> .",
                        "<http://a/s> <http://a/p> <http://a/o> <http://a/g> .",
                        "<http://a/s> <http://a/q> \"2\"@en <http://a/g> .",
                        "<http://a/s> <http://a/q> \"a\\tb\\nc\\\"\\\\\\u0001\\u007F\u00E9\" <http://a/g> .");
    }

    @Test
    void refusesABlankNode() {
        assertThatThrownBy(() -> NQuads.write(Graphs.graph("http://a/g", "", "[] <http://a/p> 1 .")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only IRIs");
    }

    @Test
    void refusesWhatIsNoIri() {
        for (String iri : new String[] {"relative", "http://a/b c", "http://a/<b>", "http://a/\uD800", ""}) {
            assertThatThrownBy(() -> NQuads.write(of(NodeFactory.createURI(iri))))
                    .as(iri)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not an absolute IRI");
        }
    }

    @Test
    void refusesHalfACharacter() {
        assertThatThrownBy(() -> NQuads.write(of(NodeFactory.createLiteralString("x\uD800y"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void refusesQuadsOfAnotherGraph() {
        byte[] quads = "<http://a/s> <http://a/p> <http://a/o> <http://a/other> .\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> NQuads.read(quads, "http://a/g"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected <http://a/g>");
    }

    private static NamedGraph of(Node object) {
        Node iri = NodeFactory.createURI("http://a/s");
        NamedGraph graph = new NamedGraph("http://a/g", "", GraphFactory.createDefaultGraph());
        graph.graph().add(Triple.create(iri, iri, object));
        return graph;
    }
}
