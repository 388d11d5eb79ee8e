package dev.precis.sparql.index;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.archive.Sha256;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VOID;

/**
 * Tells how many things of which class have which property ("Describing Linked Datasets with the VoID Vocabulary", W3C
 * Note of 2011, section 4.6, partitions in partitions as the void-generator of the SIB makes them), so that editors can
 * complete queries. It describes the union of the archive's graphs, and not what is derived.
 */
public final class VoidStatistics implements Derivation {
    private static final String DATASET = "#dataset";
    private static final Pattern LOCAL_NAME = Pattern.compile("[A-Za-z0-9_-]+$");
    private static final Pattern NAMESPACE = Pattern.compile("^.*[#/]");
    private static final int DIGITS = 8;

    /** Nothing where there is no base, and so no place for it. */
    @Override
    public List<NamedGraph> derive(Content content) {
        return content.base().isEmpty() ? List.of() : List.of(new Description(content).write(content.census()));
    }

    /** The graph as it is written. */
    private static final class Description {
        private final Content content;
        private final String document;
        private final Graph graph = GraphFactory.createDefaultGraph();

        Description(Content content) {
            this.content = content;
            this.document = IriTemplate.VOID.of(content.base());
        }

        NamedGraph write(Census census) {
            String dataset = document + DATASET;
            add(document, RDF.type, VOID.DatasetDescription);
            link(document, FOAF.primaryTopic, dataset);
            add(dataset, RDF.type, VOID.Dataset);
            link(dataset, VOID.sparqlEndpoint, IriTemplate.ENDPOINT.of(content.base()));
            graph.add(
                    NodeFactory.createURI(dataset),
                    VOID.uriSpace.asNode(),
                    NodeFactory.createLiteralString(content.base()));
            number(dataset, VOID.triples, census.triples());
            number(dataset, VOID.entities, census.entities());
            number(dataset, VOID.distinctSubjects, census.distinctSubjects());
            number(dataset, VOID.documents, census.documents());
            number(dataset, VOID.properties, census.properties().size());
            number(dataset, VOID.classes, census.classes().size());
            properties(dataset, census.properties());
            census.classes().forEach(one -> part(dataset, one));
            catalogues(dataset);
            return new NamedGraph(document, content.base(), graph);
        }

        private void part(String dataset, Census.Class one) {
            String part = part(document + "#", "class", one.iri());
            link(dataset, VOID.classPartition, part);
            add(part, RDF.type, VOID.Dataset);
            link(part, VOID._class, one.iri());
            number(part, VOID.entities, one.entities());
            number(part, VOID.triples, one.triples());
            number(part, VOID.properties, one.properties().size());
            vocabulary(dataset, one.iri());
            properties(part, one.properties());
        }

        private void properties(String whole, List<Census.Used> properties) {
            for (Census.Used property : properties) {
                String part = part(whole + "-", "property", property.iri());
                link(whole, VOID.propertyPartition, part);
                add(part, RDF.type, VOID.Dataset);
                link(part, VOID.property, property.iri());
                number(part, VOID.triples, property.triples());
                for (Census.Range range : property.ranges()) {
                    String objects = part(part + "-", "class", range.iri());
                    link(part, VOID.classPartition, objects);
                    add(objects, RDF.type, VOID.Dataset);
                    link(objects, VOID._class, range.iri());
                    number(objects, VOID.triples, range.triples());
                }
                vocabulary(document + DATASET, property.iri());
            }
        }

        // each blog has a catalogue, which says in words what it is
        private void catalogues(String dataset) {
            content.dataset()
                    .find(Node.ANY, Node.ANY, RDF.type.asNode(), VOID.Dataset.asNode())
                    .forEachRemaining(quad -> catalogue(dataset, quad));
        }

        private void catalogue(String dataset, Quad quad) {
            if (!content.derived().contains(quad.getGraph())) {
                link(dataset, VOID.subset, quad.getSubject().getURI());
            }
        }

        private void vocabulary(String dataset, String iri) {
            NAMESPACE.matcher(iri).results().forEach(match -> link(dataset, VOID.vocabulary, match.group()));
        }

        // readable, and told apart where two vocabularies have the same name for something
        private static String part(String whole, String kind, String iri) {
            String name = LOCAL_NAME
                    .matcher(iri)
                    .results()
                    .map(match -> match.group() + "-")
                    .findFirst()
                    .orElse("");
            return whole + kind + "-" + name + Sha256.of(iri).substring(0, DIGITS);
        }

        private void add(String subject, Property property, Resource object) {
            link(subject, property, object.getURI());
        }

        private void link(String subject, Property property, String object) {
            graph.add(NodeFactory.createURI(subject), property.asNode(), NodeFactory.createURI(object));
        }

        private void number(String subject, Property property, long number) {
            graph.add(
                    NodeFactory.createURI(subject),
                    property.asNode(),
                    NodeFactory.createLiteralDT(Long.toString(number), XSDDatatype.XSDinteger));
        }
    }
}
