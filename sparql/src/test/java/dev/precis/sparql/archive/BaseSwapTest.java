package dev.precis.sparql.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.precis.ontology.Precis;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

class BaseSwapTest {
    private static final String OTHER = "https://blog.example/data/";

    private final NamedGraph graph = Graphs.summary("summary/2020-09/alliance", "Alliance");

    @Test
    void givesEveryIriOfTheBlogTheNewBase() {
        NamedGraph swapped = new BaseSwap(OTHER).apply(graph);

        assertThat(swapped.name()).isEqualTo(OTHER + "summary/2020-09/alliance");
        assertThat(swapped.base()).isEqualTo(OTHER);
        assertThat(Graphs.quads(swapped))
                .hasSameSizeAs(Graphs.quads(graph))
                .noneMatch(quad -> quad.contains(Graphs.BASE))
                .anyMatch(quad -> quad.contains("<https://blog.example/post?id=7>"))
                .anyMatch(quad -> quad.contains("#finding-1> <http://schema.org/position>"));
    }

    @Test
    void thereAndBackIsTheSame() {
        NamedGraph back = new BaseSwap(Graphs.BASE).apply(new BaseSwap(OTHER).apply(graph));

        assertThat(back.name()).isEqualTo(graph.name());
        assertThat(Graphs.quads(back)).isEqualTo(Graphs.quads(graph));
    }

    @Test
    void picturesInATextWithItsMarkUpGetTheNewBaseAndNothingElseInItDoes() {
        String html = "<p>See src=\"%1$spicture/a.png\" &lt;img src=\"%1$sx\"&gt; <a href=\"%1$s\">here</a>"
                + " <img alt=\"src=&quot;%1$s\" src=\"%2$spicture/a.png\" /></p>";
        Graph text = GraphFactory.createDefaultGraph();
        Node posting = NodeFactory.createURI(graph.name());
        text.add(
                posting,
                Precis.richBody.asNode(),
                NodeFactory.createLiteralDT(html.formatted(Graphs.BASE, Graphs.BASE), RDF.dtRDFHTML));

        NamedGraph swapped = new BaseSwap(OTHER).apply(new NamedGraph(graph.name(), Graphs.BASE, text));

        assertThat(swapped.graph().find().next().getObject().getLiteralLexicalForm())
                .isEqualTo(html.formatted(Graphs.BASE, OTHER));
    }

    @Test
    void changesNothingUnderTheOwnBaseOrNone() {
        NamedGraph terms = new NamedGraph("https://w3id.org/precis/flag", "", graph.graph());

        assertThat(new BaseSwap(Graphs.BASE).apply(graph)).isSameAs(graph);
        assertThat(new BaseSwap("").apply(graph)).isSameAs(graph);
        assertThat(new BaseSwap(OTHER).apply(terms)).isSameAs(terms);
    }

    @Test
    void refusesABaseThatEndsWithinAName() {
        assertThatThrownBy(() -> new BaseSwap("http://example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must end in /");
    }
}
