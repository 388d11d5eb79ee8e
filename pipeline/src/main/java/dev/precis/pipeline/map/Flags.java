package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Dqv;
import dev.precis.ontology.Reused.Oa;
import java.util.Set;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** Says what is odd about a published statement, beside it: the statement itself never changes. */
final class Flags {
    private final Description description;
    private final String summary;
    private final Set<String> dismissed;
    private int count;

    /** @param dismissed flags that are not raised: the last parts of their IRIs */
    Flags(Description description, String summary, Set<String> dismissed) {
        this.description = description;
        this.summary = summary;
        this.dismissed = Set.copyOf(dismissed);
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
        if (dismissed.contains(flag)) {
            return;
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
