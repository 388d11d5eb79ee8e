package dev.precis.pipeline.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.precis.sparql.archive.NamedGraph;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeValidatorTest {
    private static final String NAME = "http://localhost:3030/summary/2020-09/naps";
    private static final Path WHOLE =
            Path.of("..", "ontology", "src", "test", "resources", "conformance", "summary.ttl");

    private final ShapeValidator validator = new ShapeValidator(GraphFactory.createDefaultGraph());

    @Test
    void letsAGraphPassThatKeepsTheShapes() {
        NamedGraph graph = graph("");
        assertThat(validator.validate(graph)).isSameAs(graph);
    }

    @Test
    void refusesAGraphThatBreaksOneAndSaysWhere() {
        NamedGraph graph = graph("DELETE WHERE { ?summary schema:headline ?headline }");

        assertThatExceptionOfType(NonConformance.class)
                .isThrownBy(() -> validator.validate(graph))
                .withMessageContaining(NAME)
                .withMessageEndingWith("a summary has exactly one headline, with its language")
                .satisfies(failure -> assertThat(failure.graph()).isEqualTo(NAME))
                .satisfies(failure -> {
                    Model report = ModelFactory.createDefaultModel();
                    RDFParser.fromString(failure.report(), Lang.TURTLE).parse(report);
                    String shacl = "http://www.w3.org/ns/shacl#";
                    assertThat(report.listSubjectsWithProperty(
                                            report.createProperty(shacl + "focusNode"), report.createResource(NAME))
                                    .toList())
                            .isNotEmpty();
                });
    }

    @Test
    void tellsTheValueThatIsWrong() {
        NamedGraph graph = graph("DELETE { ?summary dcterms:subject ?topic } INSERT { ?summary dcterms:subject <nap> }"
                + " WHERE { ?summary dcterms:subject ?topic }");

        assertThatExceptionOfType(NonConformance.class)
                .isThrownBy(() -> validator.validate(graph))
                .withMessage(NAME + ": a topic is a concept of the source's scheme, not http://localhost:3030/nap");
    }

    /** What is no reason to refuse a graph is told with what is. */
    @ParameterizedTest
    @ValueSource(strings = {"1.32", "-1.32"})
    void knowsTheEndsOfEachStatistic(String value) {
        NamedGraph graph = graph("DELETE { ?estimate schema:value 0.70 } INSERT { ?estimate schema:value " + value
                + " } WHERE { ?estimate schema:value 0.70 } ; DELETE WHERE { ?summary schema:headline ?headline }");

        assertThatExceptionOfType(NonConformance.class)
                .isThrownBy(() -> validator.validate(graph))
                .satisfies(failure ->
                        assertThat(failure.report()).contains("the value is outside the range of its statistic"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE { ?work bibo:doi ?doi } WHERE { ?summary schema:citation ?work . ?work bibo:doi ?doi }",
                "DELETE WHERE { ?summary precis:practiceImplication ?implication }",
                "DELETE { ?estimate schema:value 0.70 } INSERT { ?estimate schema:value 1.32 } WHERE { ?estimate"
                        + " schema:value 0.70 }"
            })
    void letsPassWhatIsOddButNotWrong(String change) {
        NamedGraph graph = graph(change);
        assertThat(validator.validate(graph)).isSameAs(graph);
    }

    @Test
    void seesTheSchemesOfTheSource() {
        String strange = "DELETE WHERE { <topic/naps> a ?class }";
        Graph topics = RDFParser.fromString(
                        "<http://localhost:3030/topic/naps> a <http://www.w3.org/2004/02/skos/core#Concept> .",
                        Lang.TURTLE)
                .toGraph();

        assertThatExceptionOfType(NonConformance.class)
                .isThrownBy(() -> validator.validate(graph(strange)))
                .withMessageContaining("a topic is a concept of the source's scheme");
        assertThat(new ShapeValidator(topics).validate(graph(strange)).name()).isEqualTo(NAME);
    }

    private static NamedGraph graph(String change) {
        Model model = RDFDataMgr.loadModel(WHOLE.toString());
        if (!change.isEmpty()) {
            long before = model.size();
            Model unchanged = ModelFactory.createDefaultModel().add(model);
            UpdateAction.parseExecute("""
                BASE <http://localhost:3030/>
                PREFIX schema: <http://schema.org/>
                PREFIX bibo: <http://purl.org/ontology/bibo/>
                PREFIX dcterms: <http://purl.org/dc/terms/>
                PREFIX precis: <https://w3id.org/precis/ns#>
                """ + change, model);
            assertThat(model.isIsomorphicWith(unchanged))
                    .as(change + " of " + before)
                    .isFalse();
        }
        return new NamedGraph(NAME, "http://localhost:3030/", model.getGraph());
    }
}
