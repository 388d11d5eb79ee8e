package dev.precis.sparql.query;

import dev.precis.ontology.IriTemplate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Describes the questions in RDF, so that editors offer them as examples: after the convention of SIB
 * (github.com/sib-swiss/sparql-examples), in the terms of SHACL (www.w3.org/TR/shacl, sections 5.2.1 and 5.3). No blank
 * nodes: the prefixes have names, too.
 */
public final class CompetencyExamples {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    // the convention has this form of the namespace, though the graph of the summaries has the other
    private static final String SCHEMA = "https://schema.org/";
    private static final String LANGUAGE = "en";

    private CompetencyExamples() {}

    /**
     * The graph of all questions.
     *
     * @param base what the names of the site begin with, where {@code <base>api/<name>} is the name of a question
     */
    public static Graph graph(List<CompetencyQuery> queries, String base) {
        Model model = ModelFactory.createDefaultModel();
        Resource prefixes = model.createResource(IriTemplate.EXAMPLES.of(base) + "#prefixes");
        declare(prefixes, queries);
        for (CompetencyQuery query : queries) {
            boolean construct = query.answersWithAGraph();
            Resource example = model.createResource(IriTemplate.QUESTION.of(base, query.name()))
                    .addProperty(RDF.type, shacl("SPARQLExecutable"))
                    .addProperty(RDF.type, shacl(construct ? "SPARQLConstructExecutable" : "SPARQLSelectExecutable"))
                    .addProperty(RDFS.comment, query.title(), LANGUAGE)
                    .addProperty(DCTerms.description, query.description(), LANGUAGE)
                    .addProperty(shacl("prefixes"), prefixes)
                    .addProperty(shacl(construct ? "construct" : "select"), query.text())
                    .addProperty(schema("target"), model.createResource(IriTemplate.ENDPOINT.of(base)));
            query.keywords().forEach(keyword -> example.addProperty(schema("keywords"), keyword));
        }
        return model.getGraph();
    }

    private static void declare(Resource prefixes, List<CompetencyQuery> queries) {
        Map<String, String> namespaces = new TreeMap<>();
        queries.forEach(
                query -> namespaces.putAll(query.query().getPrefixMapping().getNsPrefixMap()));
        Model model = prefixes.addProperty(RDF.type, OWL2.Ontology).getModel();
        namespaces.forEach((prefix, namespace) -> prefixes.addProperty(
                shacl("declare"),
                model.createResource(prefixes.getURI().replaceFirst("#prefixes$", "#prefix-" + prefix))
                        .addProperty(RDF.type, shacl("PrefixDeclaration"))
                        .addProperty(shacl("prefix"), prefix)
                        .addProperty(shacl("namespace"), model.createTypedLiteral(namespace, XSDDatatype.XSDanyURI))));
    }

    private static Property shacl(String name) {
        return ResourceFactory.createProperty(SHACL, name);
    }

    private static Property schema(String name) {
        return ResourceFactory.createProperty(SCHEMA, name);
    }
}
