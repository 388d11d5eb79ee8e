package dev.precis.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void everyTermHasAConstantAndEveryConstantATerm() throws IllegalAccessException {
        Set<String> constants = new TreeSet<>();
        for (Field field : Precis.class.getDeclaredFields()) {
            if (Modifier.isPublic(field.getModifiers()) && Resource.class.isAssignableFrom(field.getType())) {
                Resource term = (Resource) field.get(null);
                assertThat(term.getURI()).isEqualTo(Precis.NS + field.getName());
                constants.add(term.getURI());
            }
        }
        assertThat(terms()).isEqualTo(constants);
    }

    @Test
    void everyTermSaysWhatItMeans() {
        for (String term : terms()) {
            Resource resource = Ontology.terms().getResource(term);
            assertThat(resource.hasProperty(RDFS.label)).as("label of " + term).isTrue();
            assertThat(resource.hasProperty(RDFS.comment))
                    .as("comment of " + term)
                    .isTrue();
            assertThat(resource.hasProperty(RDFS.isDefinedBy))
                    .as("ontology of " + term)
                    .isTrue();
        }
    }

    @Test
    void everyStatisticHasNotationFormAndExample() {
        assertThat(Ontology.statistics().concepts()).isNotEmpty().allSatisfy(concept -> {
            assertThat(concept.notations()).as("notation of " + concept.iri()).isNotEmpty();
            assertThat(concept.form()).as("form of " + concept.iri()).isNotEmpty();
            assertThat(concept.examples()).as("example of " + concept.iri()).isNotEmpty();
        });
    }

    @Test
    void everyStatisticIsDefinedAndIsAKindOfOneTopConcept() {
        Model model = Ontology.statisticsModel();
        Set<Resource> tops = model.listSubjectsWithProperty(SKOS.topConceptOf).toSet();
        assertThat(tops)
                .hasSize(6)
                .allSatisfy(top -> assertThat(top.hasProperty(SKOS.inScheme))
                        .as("the reader would take %s for a type", top)
                        .isFalse());
        assertThat(Ontology.statistics().concepts()).allSatisfy(concept -> {
            Resource type = model.getResource(concept.iri().toString());
            assertThat(type.listProperties(SKOS.definition).toList()).hasSize(1);
            Resource kind = onlyBroader(type);
            assertThat(tops.contains(kind) ? kind : onlyBroader(kind)).isIn(tops);
        });
    }

    private static Resource onlyBroader(Resource type) {
        List<Resource> kinds = type.listProperties(SKOS.broader)
                .mapWith(Statement::getResource)
                .toList();
        assertThat(kinds).as("what %s is a kind of", type).hasSize(1);
        return kinds.getFirst();
    }

    /** SKOS, section 5.4: the three kinds of labels are disjoint. */
    @Test
    void noLabelOfAStatisticIsOfTwoKinds() {
        assertThat(Ontology.statistics().concepts())
                .allSatisfy(concept -> assertThat(concept.labels()).doesNotHaveDuplicates());
    }

    @Test
    void noLabelNamesTwoFlags() {
        assertThat(Ontology.flags().concepts().stream().map(Concept::prefLabel)).doesNotHaveDuplicates();
        assertThat(Ontology.flagsModel()
                        .listSubjectsWithProperty(RDF.type, SKOS.Concept)
                        .filterDrop(concept -> concept.hasProperty(SKOS.topConceptOf))
                        .toList())
                .hasSameSizeAs(Ontology.flags().concepts());
    }

    private static Set<String> terms() {
        Set<String> terms = new TreeSet<>();
        Ontology.terms().listSubjects().filterKeep(RDFNode::isURIResource).forEach(subject -> {
            if (subject.getURI().startsWith(Precis.NS)) {
                terms.add(subject.getURI());
            }
        });
        return terms;
    }
}
