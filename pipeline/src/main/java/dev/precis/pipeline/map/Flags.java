package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Dqv;
import dev.precis.ontology.Reused.Oa;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** Says what is odd about a published statement, beside it: the statement itself never changes. */
final class Flags {
    private final Description description;
    private final String summary;
    private int count;

    Flags(Description description, String summary) {
        this.description = description;
        this.summary = summary;
    }

    /**
     * @param flag the last part of a concept's IRI in {@code flags.ttl}
     * @param explanation a sentence for readers; may be empty
     */
    void raise(String flag, Resource target, String explanation) {
        String concept = Precis.FLAGS + "#" + flag;
        if (Ontology.flags().concepts().stream()
                .noneMatch(known -> known.iri().toString().equals(concept))) {
            throw new IllegalArgumentException("flags.ttl has no concept " + flag);
        }
        count++;
        Resource annotation = description
                .resource(IriTemplate.FLAG.of(summary, count), Dqv.QualityAnnotation)
                .addProperty(Oa.hasTarget, target)
                .addProperty(Oa.hasBody, description.resource(concept))
                .addProperty(Oa.motivatedBy, Dqv.qualityAssessment);
        description.text(annotation, DCTerms.description, explanation);
    }
}
