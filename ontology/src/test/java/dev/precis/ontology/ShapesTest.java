package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.update.UpdateAction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Walks {@code conformance/}: one graph keeps every shape, each mutant breaks the shape that it names, as severely. */
class ShapesTest {
    private static final Path CONFORMANCE = Path.of("src/test/resources/conformance");

    @Test
    void aWholeSummaryKeepsEveryShape() {
        assertThat(results(summary())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void aMutantBreaksTheShapeThatItNames(Path mutant) throws IOException {
        Model model = summary();
        UpdateAction.parseExecute(Files.readString(mutant), model);
        assertThat(model.isIsomorphicWith(summary()))
                .as("the mutant changes something")
                .isFalse();
        assertThat(results(model)).contains(broken(mutant));
    }

    @Test
    void everyMessageOfAShapeHasAMutant() throws IOException {
        Set<String> tried = new TreeSet<>();
        for (Path mutant : mutants()) {
            tried.add(broken(mutant).replaceFirst(".*?: ", ""));
        }
        assertThat(tried).containsExactlyInAnyOrderElementsOf(shapeMessages());
    }

    private static Set<String> shapeMessages() {
        Model shapes = ModelFactory.createDefaultModel();
        RDFDataMgr.read(
                shapes,
                Path.of("src/main/resources/dev/precis/ontology/shapes.ttl")
                        .toUri()
                        .toString());
        return shapes.listObjectsOfProperty(shapes.createProperty("http://www.w3.org/ns/shacl#message"))
                .mapWith(node -> node.asLiteral().getString())
                .toSet();
    }

    /** The first line: how severe it is, and the message. */
    private static String broken(Path mutant) throws IOException {
        return Files.readAllLines(mutant).getFirst().replace("# ", "");
    }

    static List<Path> mutants() throws IOException {
        try (Stream<Path> files = Files.list(CONFORMANCE.resolve("mutants"))) {
            return files.sorted().toList();
        }
    }

    private static Model summary() {
        return RDFDataMgr.loadModel(CONFORMANCE.resolve("summary.ttl").toUri().toString());
    }

    /** A violation keeps a graph out, a warning lets it in: which one it is matters as much as what it says. */
    private static Set<String> results(Model data) {
        MultiUnion union = new MultiUnion();
        union.addGraph(data.getGraph());
        union.addGraph(Ontology.statisticsModel().getGraph());
        union.addGraph(Ontology.flagsModel().getGraph());
        union.addGraph(Ontology.comparatorsModel().getGraph());
        return ShaclValidator.get().validate(Ontology.shapes(), union).getEntries().stream()
                .map(entry -> entry.severity().level().getLocalName().toLowerCase(Locale.ROOT) + ": " + entry.message())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
