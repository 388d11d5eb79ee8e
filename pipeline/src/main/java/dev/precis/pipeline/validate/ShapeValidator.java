package dev.precis.pipeline.validate;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.NamedGraph;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/** Lets a graph pass that keeps the shapes, seen together with the concept schemes that it points to. */
public final class ShapeValidator {
    private final Shapes shapes = Ontology.shapes();
    private final Graph concepts = GraphFactory.createDefaultGraph();

    /** @param topics the source's own schemes, topics and types of research */
    public ShapeValidator(Graph topics) {
        add(topics);
        add(Ontology.statisticsModel().getGraph());
        add(Ontology.flagsModel().getGraph());
    }

    /** Only what the shapes ask of concepts: a shape looks at every node, and labels would cost more than summaries. */
    private void add(Graph scheme) {
        scheme.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode()).forEach(concepts::add);
        scheme.find(Node.ANY, Precis.minimum.asNode(), Node.ANY).forEach(concepts::add);
        scheme.find(Node.ANY, Precis.maximum.asNode(), Node.ANY).forEach(concepts::add);
    }

    /**
     * The same graph.
     *
     * @throws NonConformance if a shape of severity violation is broken; a warning or an info lets pass
     */
    public NamedGraph validate(NamedGraph graph) {
        MultiUnion data = new MultiUnion();
        data.addGraph(graph.graph());
        data.addGraph(concepts);
        ValidationReport report = ShaclValidator.get().validate(shapes, data);
        List<ReportEntry> violations = report.getEntries().stream()
                .filter(entry -> Severity.Violation.equals(entry.severity()))
                .toList();
        if (!violations.isEmpty()) {
            throw new NonConformance(graph.name(), violations, report);
        }
        return graph;
    }
}
