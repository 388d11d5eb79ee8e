package dev.precis.sparql.effect;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Prov;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.Derivation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/**
 * What follows from the printed effect sizes, in a graph of each blog: the numbers of the table of effect sizes, each
 * with the formula. No finding has them, so that nobody counts an effect twice. A store of more than 10,000 has none:
 * the table of effect sizes has them there.
 */
public final class DerivedEstimates implements Derivation {
    /** Of some 2,500 summaries with effects. They are one graph a blog, which a change of one writes anew. */
    private static final int MOST = 10_000;

    private final PrintedEffects printed;

    public DerivedEstimates() {
        this(MOST);
    }

    /** @param most that are derived; where there would be more, none is */
    DerivedEstimates(int most) {
        this.printed = new PrintedEffects(most);
    }

    @Override
    public List<NamedGraph> derive(Content content) {
        Map<String, Graph> blogs = new TreeMap<>();
        for (DerivedEstimate one : content.gathered(printed).derived()) {
            // <root>summary/2020-09/name#estimate-1
            String root = one.estimate().replaceFirst("summary/[^/]+/[^/]+$", "");
            add(blogs.computeIfAbsent(root, any -> GraphFactory.createDefaultGraph()), one);
        }
        return blogs.entrySet().stream()
                .map(blog -> new NamedGraph(IriTemplate.DERIVED.of(blog.getKey()), content.base(), blog.getValue()))
                .toList();
    }

    private static void add(Graph graph, DerivedEstimate derived) {
        int number = derived.estimate().lastIndexOf('-') + 1;
        String summary = derived.estimate().substring(0, derived.estimate().indexOf('#'));
        Node node = NodeFactory.createURI(IriTemplate.DERIVED_ESTIMATE.of(
                summary, Integer.valueOf(derived.estimate().substring(number)), derived.name()));
        graph.add(node, RDF.type.asNode(), Precis.DerivedEstimate.asNode());
        graph.add(node, Prov.wasDerivedFrom.asNode(), NodeFactory.createURI(derived.estimate()));
        graph.add(node, Precis.statistic.asNode(), NodeFactory.createURI(derived.statistic()));
        number(graph, node, Schema.value, derived.value());
        number(graph, node, Precis.standardError, derived.error());
        if (!derived.scale().isEmpty()) {
            graph.add(node, Precis.scale.asNode(), NodeFactory.createLiteralString(derived.scale()));
        }
        derived.formulas()
                .forEach(formula -> graph.add(node, Precis.formula.asNode(), NodeFactory.createURI(formula.iri())));
    }

    private static void number(Graph graph, Node node, Property property, String number) {
        if (!number.isEmpty()) {
            graph.add(node, property.asNode(), NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal));
        }
    }
}
