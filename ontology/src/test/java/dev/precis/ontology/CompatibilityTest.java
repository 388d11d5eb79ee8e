package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.junit.jupiter.api.Test;

/**
 * What was once published stays: graphs of others use our terms. A term that is given up is marked
 * {@code owl:deprecated} and stays in its file. {@code -Dgolden.update=true} adds new terms to the list, and never
 * takes one off.
 */
class CompatibilityTest {
    private static final Path RELEASED = Path.of("src", "test", "resources", "released-terms.txt");

    @Test
    void noReleasedTermVanishes() throws IOException {
        Set<String> terms = new TreeSet<>();
        for (Model model : List.of(
                Ontology.terms(), Ontology.statisticsModel(), Ontology.flagsModel(), Ontology.comparatorsModel())) {
            model.listSubjects()
                    .filterKeep(RDFNode::isURIResource)
                    .mapWith(subject -> subject.getURI())
                    .filterKeep(iri -> iri.startsWith("https://w3id.org/precis/"))
                    .forEach(terms::add);
        }
        if (Boolean.getBoolean("golden.update")) {
            Set<String> all = new TreeSet<>(terms);
            if (Files.exists(RELEASED)) {
                all.addAll(Files.readAllLines(RELEASED));
            }
            Files.write(RELEASED, all);
        }
        assertThat(terms)
                .as("terms; new ones are added to the list by -Dgolden.update=true")
                .containsExactlyElementsOf(Files.readAllLines(RELEASED));
    }
}
