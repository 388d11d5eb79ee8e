package dev.precis.pipeline.correct;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.precis.ontology.Concept;
import dev.precis.ontology.Ontology;
import dev.precis.ontology.Precis;
import dev.precis.ontology.Reused.Bibo;
import dev.precis.ontology.Reused.Dqv;
import dev.precis.ontology.Reused.Oa;
import dev.precis.ontology.Reused.Pro;
import dev.precis.ontology.Reused.Schema;
import dev.precis.sparql.archive.NamedGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;

/** Finds what a person should look at in the graphs of summaries: doubtful citations first, then the rarest kinds. */
public final class ReviewList {
    private static final String DOUBTFUL = "citation-unread";
    private static final Map<String, Concept> FLAGS = Ontology.flags().concepts().stream()
            .collect(Collectors.toMap(concept -> concept.iri().toString(), Function.identity()));

    private ReviewList() {}

    /** @param graphs of summaries */
    public static List<ReviewItem> of(Stream<NamedGraph> graphs) {
        List<ReviewItem> items =
                graphs.flatMap(graph -> ofSummary(graph).stream()).toList();
        Map<String, Long> times = items.stream().collect(groupingBy(ReviewItem::flag, counting()));
        return items.stream()
                .sorted(Comparator.comparing((ReviewItem item) -> !item.flag().equals(DOUBTFUL))
                        .thenComparing(item -> times.get(item.flag()))
                        .thenComparing(ReviewItem::flag)
                        .thenComparing(ReviewItem::summary)
                        .thenComparing(ReviewItem::printed))
                .toList();
    }

    /** A summary of which nothing need be in doubt: what would leave its study as it is, for whoever knows better. */
    public static ReviewItem whole(NamedGraph graph) {
        Model model = ModelFactory.createModelForGraph(graph.graph());
        Resource summary = model.createResource(graph.name());
        ObjectNode correction = JsonNodeFactory.instance.objectNode().put("summary", graph.name());
        List<Resource> studies =
                summary.listProperties(Schema.citation).mapWith(Statement::getResource).toList().stream()
                        .filter(work -> work.hasProperty(DCTerms.bibliographicCitation))
                        .sorted(Comparator.comparing(Resource::getURI))
                        .toList();
        // which of several is meant, only the page tells
        if (studies.size() == 1) {
            correction.putObject("set").set("citation", citation(studies.getFirst()));
        }
        String printed = studies.size() == 1 ? text(studies.getFirst(), DCTerms.bibliographicCitation) : "";
        return new ReviewItem(
                graph.name(), text(summary, Schema.headline), page(summary), "", "", "", printed, correction);
    }

    private static String page(Resource summary) {
        return summary.hasProperty(DCTerms.source)
                ? summary.getPropertyResourceValue(DCTerms.source).getURI()
                : "";
    }

    private static List<ReviewItem> ofSummary(NamedGraph graph) {
        Model model = ModelFactory.createModelForGraph(graph.graph());
        Resource summary = model.createResource(graph.name());
        List<ReviewItem> items = new ArrayList<>();
        model.listSubjectsWithProperty(RDF.type, Dqv.QualityAnnotation).forEachRemaining(annotation -> {
            Resource target = annotation.getPropertyResourceValue(Oa.hasTarget);
            Resource flag = annotation.getPropertyResourceValue(Oa.hasBody);
            boolean cited = target.hasProperty(DCTerms.bibliographicCitation);
            // what a summary cites besides its study is nobody's to correct here;
            // what is true of the study, and so of what rests on it, is looked at once
            if (cited ? summary.hasProperty(Schema.citation, target) : !isSaidOfTheStudy(summary, annotation, flag)) {
                items.add(item(
                        summary, annotation, target, Objects.requireNonNull(FLAGS.get(flag.getURI()), flag::getURI)));
            }
        });
        return items;
    }

    private static boolean isSaidOfTheStudy(Resource summary, Resource annotation, Resource flag) {
        return annotation
                .getModel()
                .listSubjectsWithProperty(Oa.hasBody, flag)
                .filterKeep(other -> summary.hasProperty(Schema.citation, other.getPropertyResourceValue(Oa.hasTarget))
                        && text(other, DCTerms.description).equals(text(annotation, DCTerms.description)))
                .hasNext();
    }

    private static ReviewItem item(Resource summary, Resource annotation, Resource target, Concept flag) {
        String printed = text(target, DCTerms.bibliographicCitation) + text(target, Precis.asPrinted);
        String name = flag.iri().getFragment();
        return new ReviewItem(
                summary.getURI(),
                text(summary, Schema.headline),
                page(summary),
                name,
                flag.prefLabel(),
                text(annotation, DCTerms.description),
                printed,
                correction(summary, target, name));
    }

    private static ObjectNode correction(Resource summary, Resource target, String flag) {
        ObjectNode correction = JsonNodeFactory.instance.objectNode();
        correction.put("summary", summary.getURI()).put("reason", "").put("by", "");
        if (target.hasProperty(DCTerms.bibliographicCitation)) {
            correction.putObject("set").set("citation", citation(target));
        } else if (target.hasProperty(Precis.asPrinted)) {
            correction
                    .putArray("findings")
                    .addObject()
                    .put("quote", text(target, Precis.asPrinted))
                    .put("drop", true);
        }
        correction.putObject("flags").putArray("dismiss").add(flag);
        return correction;
    }

    /** What was read, in the variables of CSL-JSON. */
    private static ObjectNode citation(Resource work) {
        ObjectNode citation = JsonNodeFactory.instance.objectNode();
        ArrayNode authors = JsonNodeFactory.instance.arrayNode();
        work
                .listProperties(Pro.isDocumentContextFor)
                .mapWith(Statement::getResource)
                .filterKeep(role -> role.hasProperty(Pro.withRole, Pro.author))
                .toList()
                .stream()
                .sorted(Comparator.comparingInt(ReviewList::number))
                .forEach(role -> authors.add(text(role, Schema.name)));
        if (!authors.isEmpty()) {
            citation.set("author", authors);
        }
        put(citation, "title", text(work, Schema.name));
        put(citation, "issued", text(work, Schema.datePublished));
        if (work.hasProperty(Schema.isPartOf)) {
            put(citation, "container-title", text(work.getPropertyResourceValue(Schema.isPartOf), Schema.name));
        }
        put(citation, "volume", text(work, Bibo.volume));
        put(citation, "issue", text(work, Bibo.issue));
        String end = text(work, Schema.pageEnd);
        put(citation, "page", text(work, Schema.pageStart) + (end.isEmpty() ? "" : "-" + end));
        put(citation, "DOI", text(work, Bibo.doi));
        return citation;
    }

    /** Authors after an ellipsis have no position, but a number in their names as all have. */
    private static int number(Resource role) {
        return Integer.parseInt(role.getURI().replaceFirst(".*-", ""));
    }

    private static void put(ObjectNode citation, String name, String value) {
        if (!value.isEmpty()) {
            citation.put(name, value);
        }
    }

    private static String text(Resource subject, Property property) {
        Statement statement = subject.getProperty(property);
        RDFNode object = statement == null ? null : statement.getObject();
        return object != null && object.isLiteral() ? object.asLiteral().getLexicalForm() : "";
    }
}
