package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Metadata.Meta;
import dev.precis.sparql.page.Neighbours;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Excerpt;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Cards;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Signposts;
import dev.precis.sparql.site.Summaries;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for each summary. */
public final class SummaryPages implements Section {
    private static final int DESCRIPTION = 200;

    private final Catalogue catalogue;
    private final StructuredData structured;

    public SummaryPages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.structured = new StructuredData(places);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> IriTemplate.SUMMARY.isOf(blog.root(), address.iri()))
                .map(blog -> Summaries.of(edition, catalogue, blog))
                .flatMap(summaries ->
                        catalogue.summary(address.iri()).map(detail -> summary(edition, summaries, detail)));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return Cards.of(edition, catalogue).all().stream()
                .map(card -> card.item().iri());
    }

    private Document summary(Edition edition, Summaries summaries, Detail detail) {
        Item item = detail.item();
        Blog blog = summaries.blog();
        String description = Excerpt.of(detail.body().stream().findFirst().orElse(""), DESCRIPTION);
        List<Reference> cited = References.of(edition, catalogue).citedIn(item.iri());
        Metadata metadata = metadata(blog, detail, description, cited);
        Neighbours neighbours = summaries.neighbours(item);
        Document document = Document.of(
                        item.iri(),
                        false,
                        Places.page(item.iri()),
                        links -> Pages.summary(
                                edition.frames()
                                        .frame(Optional.of(blog), item.title(), description, item.iri(), links)
                                        .with(metadata),
                                blog.root(),
                                detail,
                                CitedWorks.cite(item.iri(), cited),
                                neighbours,
                                catalogue.figures(List.of(item))),
                        () -> catalogue.summaryGraph(item.iri()))
                .citing(cited)
                .linking(signposts(blog, detail))
                .linking(neighbours.links());
        boolean counted = detail.findings().stream()
                .anyMatch(finding -> !finding.estimates().isEmpty());
        return counted ? document.with(Figures.rows(List.of(item), catalogue)) : document;
    }

    /** What reference managers take for a blog post. No COinS: a single one would make it the article (Zotero). */
    private Metadata metadata(Blog blog, Detail detail, String description, List<Reference> cited) {
        List<Meta> names = new ArrayList<>(List.of(new Meta("z:itemType", "blogPost")));
        List<Meta> properties = new ArrayList<>(List.of(
                new Meta("og:type", "article"),
                new Meta("article:published_time", detail.item().date().text())));
        if (detail.author().isPresent()) {
            names.add(new Meta("author", detail.author().name()));
        }
        detail.topics().forEach(topic -> properties.add(new Meta("article:tag", topic.name())));
        return new Metadata(names, properties, structured.posting(blog, detail, description, cited), List.of(), "");
    }

    private static List<Link> signposts(Blog blog, Detail detail) {
        List<Link> links = new ArrayList<>(Signposts.ofPage(detail.item().iri(), "BlogPosting", blog));
        if (detail.author().isPresent()) {
            links.add(Signposts.link("author", detail.author().iri()));
        }
        links.add(Signposts.link("collection", blog.iri()));
        return links;
    }
}
