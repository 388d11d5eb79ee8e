package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Prov;
import dev.precis.pipeline.domain.Passage;
import org.apache.jena.rdf.model.Resource;

/**
 * Points from a statement to the words that it was read from: characters of the snapshot's text (RFC 5147, section
 * 2.2.1), or the snapshot alone where nobody knows which.
 */
final class Quotes {
    private final Resource snapshot;

    Quotes(Resource snapshot) {
        this.snapshot = snapshot;
    }

    /** The statement comes from these words. */
    void derive(Resource statement, Passage words) {
        statement.addProperty(Prov.wasDerivedFrom, words.isPlaced() ? place(words) : snapshot);
    }

    private Resource place(Passage words) {
        String iri = IriTemplate.PASSAGE.of(snapshot.getURI(), words.start(), words.end());
        return snapshot.getModel().createResource(iri);
    }
}
