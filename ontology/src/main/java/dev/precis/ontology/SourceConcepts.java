package dev.precis.ontology;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.ResIterator;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/**
 * The topics and types of research of one source: its {@code topics.ttl}, whose relative IRIs the blog's root
 * completes.
 *
 * @param model both schemes, as RDF
 * @param topics the scheme {@code <root>topic}
 * @param types the scheme {@code <root>type}
 */
public record SourceConcepts(Model model, ConceptScheme topics, ConceptScheme types) {

    /** Reads the file; a source without one has two empty schemes. */
    public static SourceConcepts read(Path turtle, String root) {
        Model model = ModelFactory.createDefaultModel();
        if (Files.exists(turtle)) {
            RDFParser.source(turtle).lang(Lang.TURTLE).base(root).parse(model);
        }
        String topics = IriTemplate.TOPICS.of(root);
        String types = IriTemplate.TYPES.of(root);
        for (String scheme : new String[] {topics, types}) {
            model.add(model.createResource(scheme), RDF.type, SKOS.ConceptScheme);
        }
        model.listStatements(null, DCTerms.isReplacedBy, (RDFNode) null)
                .toList()
                .forEach(SourceConcepts::replace);
        return new SourceConcepts(model, ConceptSchemes.read(model, topics), ConceptSchemes.read(model, types));
    }

    /** What was said of a concept that another one stands for now is said no more; its labels lead to that one. */
    private static void replace(Statement replacement) {
        Resource successor = replacement.getResource();
        Resource before = replacement.getSubject();
        for (Property label : List.of(SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel)) {
            before.listProperties(label)
                    .toList()
                    .forEach(statement -> successor.addProperty(SKOS.hiddenLabel, statement.getLiteral()));
        }
        before.listProperties()
                .filterDrop(statement -> statement.equals(replacement))
                .toList()
                .forEach(Statement::remove);
    }

    /**
     * What the file says of one of the schemes, its concepts and their groups, and which of these concepts stand for
     * former ones.
     */
    public Model of(ConceptScheme scheme) {
        Resource node = model.createResource(scheme.iri().toString());
        Model part = ModelFactory.createDefaultModel().add(node.listProperties());
        ResIterator concepts = model.listSubjectsWithProperty(SKOS.inScheme, node);
        concepts.forEach(concept ->
                part.add(concept.listProperties()).add(model.listStatements(null, DCTerms.isReplacedBy, concept)));
        model.listSubjectsWithProperty(RDF.type, SKOS.Collection)
                .filterKeep(group -> group.listProperties(SKOS.member)
                        .filterKeep(member -> member.getResource().hasProperty(SKOS.inScheme, node))
                        .hasNext())
                .forEach(group -> part.add(group.listProperties()));
        return part;
    }
}
