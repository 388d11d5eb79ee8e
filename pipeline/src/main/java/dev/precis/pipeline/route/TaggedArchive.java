package dev.precis.pipeline.route;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.understand.topic.TopicLearner.Example;
import dev.precis.pipeline.understand.topic.TopicalText;
import dev.precis.sparql.archive.GraphArchive;
import dev.precis.sparql.archive.NamedGraph;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;

/** The summaries of one source in an archive of which the source itself names topics: what there is to learn from. */
public final class TaggedArchive {
    private static final int MONTH_LENGTH = 7;

    private TaggedArchive() {}

    /** The summaries in the order of their names; what a program suggested is no example. */
    public static List<Example> examples(GraphArchive archive, SourceProfile profile) {
        return archive.entries().stream()
                .filter(entry -> IriTemplate.SUMMARY.isOf(profile.root(), entry.graph()))
                .map(archive::read)
                .map(TaggedArchive::example)
                .filter(example -> !example.topics().isEmpty())
                .toList();
    }

    private static Example example(NamedGraph graph) {
        Model model = ModelFactory.createModelForGraph(graph.graph());
        Resource posting = model.getResource(graph.name());
        Stream<String> works = resources(posting, Schema.citation).flatMap(work -> texts(work, Schema.name));
        Stream<String> advice =
                resources(posting, Precis.practiceImplication).flatMap(claim -> texts(claim, Schema.text));
        Set<URI> topics = resources(posting, DCTerms.subject)
                .map(topic -> URI.create(topic.getURI()))
                .collect(Collectors.toSet());
        String date = texts(posting, Schema.datePublished).findFirst().orElseThrow();
        return new Example(
                YearMonth.parse(date.substring(0, MONTH_LENGTH)),
                new TopicalText(
                        Stream.concat(texts(posting, Schema.headline), works).toList(),
                        Stream.concat(texts(posting, Schema.articleBody), advice)
                                .toList()),
                topics);
    }

    private static Stream<Resource> resources(Resource subject, Property property) {
        return values(subject, property).map(RDFNode::asResource);
    }

    private static Stream<String> texts(Resource subject, Property property) {
        return values(subject, property).map(value -> value.asLiteral().getLexicalForm());
    }

    private static Stream<RDFNode> values(Resource subject, Property property) {
        return subject.listProperties(property).mapWith(statement -> statement.getObject()).toList().stream();
    }
}
