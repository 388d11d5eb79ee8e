package dev.precis.pipeline.validate;

import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.sparql.archive.NamedGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.DisjointUnion;
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
    private final Map<Node, List<Triple>> concepts = new HashMap<>();

    /** @param topics the source's own schemes, topics and types of research */
    public ShapeValidator(Graph topics) {
        add(topics);
        add(Ontology.statisticsModel().getGraph());
        add(Ontology.flagsModel().getGraph());
        add(Ontology.comparatorsModel().getGraph());
    }

    /** Only what the shapes ask of concepts. */
    private void add(Graph scheme) {
        Stream.of(
                        scheme.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode()),
                        scheme.find(Node.ANY, Precis.minimum.asNode(), Node.ANY),
                        scheme.find(Node.ANY, Precis.maximum.asNode(), Node.ANY))
                .flatMap(Iter::asStream)
                .forEach(triple -> concepts.computeIfAbsent(triple.getSubject(), concept -> new ArrayList<>())
                        .add(triple));
    }

    /** The concepts that a graph points to: a shape looks at every node, and all of them would cost more than it. */
    private Graph concepts(Graph graph) {
        Graph named = GraphFactory.createDefaultGraph();
        graph.find()
                .mapWith(Triple::getObject)
                .forEach(object -> concepts.getOrDefault(object, List.of()).forEach(named::add));
        return named;
    }

    /**
     * The same graph.
     *
     * @throws NonConformance if a shape of severity violation is broken; a warning or an info lets pass
     */
    public NamedGraph validate(NamedGraph graph) {
        ValidationReport report =
                ShaclValidator.get().validate(shapes, new DisjointUnion(graph.graph(), concepts(graph.graph())));
        List<ReportEntry> violations = report.getEntries().stream()
                .filter(entry -> Severity.Violation.equals(entry.severity()))
                .toList();
        if (!violations.isEmpty()) {
            throw NonConformance.of(graph.name(), violations, report);
        }
        return graph;
    }
}
