package dev.precis.sparql.site;

import dev.precis.ontology.Reused.Prov;
import dev.precis.sparql.site.Departures.Departed;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** What is said of something that is not here any more, as data (PROV-O: invalidation). */
final class Tombstones {
    private Tombstones() {}

    static Graph graph(Departed departed) {
        Model model = ModelFactory.createDefaultModel();
        Resource removal = model.createResource(departed.iri() + "#removal", Prov.Activity);
        removal.addProperty(Prov.endedAtTime, departed.instant().toString(), XSDDatatype.XSDdateTime);
        if (!departed.reason().isEmpty()) {
            removal.addProperty(DCTerms.description, departed.reason());
        }
        model.createResource(departed.iri())
                .addProperty(Prov.wasInvalidatedBy, removal)
                .addProperty(Prov.invalidatedAtTime, departed.instant().toString(), XSDDatatype.XSDdateTime);
        return model.getGraph();
    }
}
