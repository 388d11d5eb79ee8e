package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceConceptsTest {
    private static final String ROOT = "http://localhost:3030/blog/";

    @TempDir
    private Path folder;

    @Test
    void aTopicThatAnotherStandsForIsNoneAndItsLabelsLeadThere() throws IOException {
        Path file = folder.resolve("topics.ttl");
        Files.writeString(file, """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dcterms: <http://purl.org/dc/terms/> .
            <topic> a skos:ConceptScheme ; skos:prefLabel "Topics"@en .
            <topic/sleep> a skos:Concept ; skos:prefLabel "Sleep"@en ; skos:altLabel "Insomnia"@en ;
                skos:inScheme <topic> ; dcterms:isReplacedBy <topic/rest> .
            <topic/rest> a skos:Concept ; skos:prefLabel "Rest"@en ; skos:inScheme <topic> .
            """);
        SourceConcepts concepts = SourceConcepts.read(file, ROOT);

        assertThat(concepts.topics().concepts())
                .extracting(Concept::iri)
                .containsExactly(URI.create(ROOT + "topic/rest"));
        assertThat(concepts.topics().concepts().getFirst().hiddenLabels()).contains("Sleep", "Insomnia");
        Model published = concepts.of(concepts.topics());
        assertThat(published.contains(
                        ResourceFactory.createResource(ROOT + "topic/sleep"),
                        DCTerms.isReplacedBy,
                        ResourceFactory.createResource(ROOT + "topic/rest")))
                .isTrue();
        assertThat(published
                        .listStatements(ResourceFactory.createResource(ROOT + "topic/sleep"), null, (String) null)
                        .toList())
                .hasSize(1);
    }

    @Test
    void groupsOfTopicsArePublishedWithThemAndAreNoTopics() throws IOException {
        Path file = folder.resolve("topics.ttl");
        Files.writeString(file, """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <topic/rest> a skos:Concept ; skos:prefLabel "Rest"@en ; skos:inScheme <topic> .
            <topic#nights> a skos:Collection ; skos:prefLabel "Nights"@en ; skos:member <topic/rest> .
            """);
        SourceConcepts concepts = SourceConcepts.read(file, ROOT);

        assertThat(concepts.topics().concepts()).hasSize(1);
        assertThat(concepts.of(concepts.topics())
                        .contains(
                                ResourceFactory.createResource(ROOT + "topic#nights"),
                                SKOS.member,
                                ResourceFactory.createResource(ROOT + "topic/rest")))
                .isTrue();
        assertThat(concepts.of(concepts.types()).contains(null, SKOS.member)).isFalse();
    }
}
