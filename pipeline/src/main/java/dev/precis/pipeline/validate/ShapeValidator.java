package dev.precis.pipeline.validate;

import dev.precis.ontology.Ontology;
import dev.precis.sparql.store.NamedGraph;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.Severity;

/** Lets a graph pass that keeps the shapes, seen together with the concept schemes that it points to. */
public final class ShapeValidator {
    private final Shapes shapes = Ontology.shapes();
    private final Graph schemes;

    /** @param topics the source's own schemes, topics and types of research */
    public ShapeValidator(Graph topics) {
        MultiUnion union = new MultiUnion();
        union.addGraph(topics);
        union.addGraph(Ontology.statisticsModel().getGraph());
        union.addGraph(Ontology.flagsModel().getGraph());
        this.schemes = union;
    }

    /**
     * The same graph.
     *
     * @throws NonConformance if a shape of severity violation is broken; a warning or an info lets pass
     */
    public NamedGraph validate(NamedGraph graph) {
        MultiUnion data = new MultiUnion();
        data.addGraph(graph.graph());
        data.addGraph(schemes);
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
