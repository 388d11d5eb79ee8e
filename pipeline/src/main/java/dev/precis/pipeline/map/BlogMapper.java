package dev.precis.pipeline.map;

import dev.precis.ontology.IriTemplate;
import dev.precis.ontology.Reused.Schema;
import dev.precis.pipeline.domain.Passage;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.SourceProfile.Spellings;
import dev.precis.sparql.archive.NamedGraph;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.VOID;

/** What is known of the blog itself: its own graph, and the catalogue's. */
public final class BlogMapper {
    private final SourceProfile profile;
    private final Iris iris;

    public BlogMapper(SourceProfile profile) {
        this.profile = profile;
        this.iris = new Iris(profile);
    }

    /**
     * @param introduction what the blog says of itself, paragraphs
     * @param blurb what it announces for this month, paragraphs
     */
    public NamedGraph blog(List<Passage> introduction, List<Passage> blurb) {
        return blog(Description.paragraphs(introduction), Description.paragraphs(blurb));
    }

    /** The same, with what an earlier graph of the blog has from its pages. */
    public NamedGraph blogAsIn(NamedGraph before) {
        return blog(text(before, Schema.text), text(before, Schema.abstractText));
    }

    private static String text(NamedGraph graph, Property property) {
        return graph.graph()
                .find(graph.node(), property.asNode(), Node.ANY)
                .nextOptional()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .orElse("");
    }

    private NamedGraph blog(String introduction, String blurb) {
        Description description = new Description(profile.language());
        Resource blog = description.resource(iris.blog(), Schema.Blog);
        description.text(blog, Schema.name, profile.name());
        description.text(blog, Schema.description, profile.description());
        description.text(blog, Schema.text, introduction);
        description.text(blog, Schema.abstractText, blurb);
        description.plain(blog, Schema.inLanguage, profile.language());
        description.plain(blog, Schema.publisher, profile.publisher());
        description.typed(blog, Schema.url, profile.home().toString(), XSDDatatype.XSDanyURI);
        blog.addProperty(DCTerms.license, description.resource(profile.licence().toString()));
        if (!profile.author().isEmpty()) {
            Resource author = description.resource(iris.person(profile.author()), Schema.Person);
            description.plain(author, Schema.name, profile.author());
            blog.addProperty(Schema.author, author);
        }
        spellings(profile.people(), iris::person, description);
        spellings(profile.journals(), iris::venue, description);
        return new NamedGraph(
                iris.blog(), profile.base().toString(), description.model().getGraph());
    }

    /** What an editor says of names; which other names follow from that is derived. */
    private static void spellings(Spellings spellings, UnaryOperator<String> named, Description description) {
        spellings
                .same()
                .forEach(names -> names.stream()
                        .skip(1)
                        .forEach(name -> description
                                .resource(named.apply(names.getFirst()))
                                .addProperty(OWL.sameAs, description.resource(named.apply(name)))));
        spellings
                .different()
                .forEach(names -> names.forEach(one -> names.stream()
                        .filter(other -> names.indexOf(other) > names.indexOf(one))
                        .forEach(other -> description
                                .resource(named.apply(one))
                                .addProperty(OWL.differentFrom, description.resource(named.apply(other))))));
    }

    /** The data set as others find it (DCAT-AP 3.0.1, VoID). */
    public NamedGraph catalogue() {
        Description description = new Description(profile.language());
        Resource dataset = description.resource(iris.catalogue(), DCAT.Dataset, VOID.Dataset);
        description.text(dataset, DCTerms.title, profile.name() + " as linked data");
        description.text(
                dataset,
                DCTerms.description,
                "Summaries of " + profile.name()
                        + " with the works they cite, their findings and their implications for practice.");
        if (!profile.publisher().isEmpty()) {
            dataset.addProperty(DCTerms.publisher, publisher(description));
        }
        dataset.addProperty(
                DCTerms.license, description.resource(profile.licence().toString()));
        dataset.addProperty(
                DCAT.landingPage, description.resource(profile.home().toString()));
        dataset.addProperty(DCTerms.subject, description.resource(iris.blog()));
        dataset.addProperty(
                VOID.sparqlEndpoint,
                description.resource(IriTemplate.ENDPOINT.of(profile.base().toString())));
        return new NamedGraph(
                iris.catalogue(), profile.base().toString(), description.model().getGraph());
    }

    /** Who publishes the blog, as an agent of its own: catalogues refuse a mere name. */
    private Resource publisher(Description description) {
        Resource publisher =
                description.resource(iris.organization(profile.publisher()), Schema.Organization, FOAF.Agent);
        description.plain(publisher, Schema.name, profile.publisher());
        description.plain(publisher, FOAF.name, profile.publisher());
        return publisher;
    }
}
