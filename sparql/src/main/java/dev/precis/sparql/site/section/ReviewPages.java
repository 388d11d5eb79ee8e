package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Metadata.Meta;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Review;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.QualityAnnotation;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Summaries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What readers should know of what is published: whatever is flagged. */
public final class ReviewPages implements Section {
    private static final Metadata NOT_FOR_SEARCH_ENGINES =
            new Metadata(List.of(new Meta("robots", "noindex")), List.of(), "", List.of(), "");

    private final Catalogue catalogue;

    public ReviewPages(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> address.iri().equals(Places.review(blog)))
                .map(blog -> review(edition, blog, address.iri()));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream().map(blog -> Places.review(blog));
    }

    private Document review(Edition edition, Blog blog, String iri) {
        List<Item> items = Card.items(Summaries.of(edition, catalogue, blog).cards());
        Phrases phrases = Phrases.of(blog.language());
        String title = phrases.say("review");
        List<QualityAnnotation> annotations = catalogue.annotations(items);
        return new Document(
                iri,
                false,
                Places.page(iri),
                List.of(),
                List.of(
                        new Content.Page(links -> Pages.review(
                                edition.frames()
                                        .frame(
                                                Optional.of(blog),
                                                title,
                                                title + phrases.say("colon") + blog.name(),
                                                iri,
                                                links)
                                        .with(NOT_FOR_SEARCH_ENGINES),
                                Review.of(annotations).reading(catalogue::quoted))),
                        rows(annotations)));
    }

    private Content.Rows rows(List<QualityAnnotation> annotations) {
        return new Content.Rows(
                List.of("kind", "summary", "title", "date", "about", "quote", "description"),
                row -> catalogue.quoted(annotations).stream()
                        .map(annotation -> List.of(
                                annotation.flag().label(),
                                annotation.item().iri(),
                                annotation.item().title(),
                                annotation.item().date().text(),
                                annotation.flag().target(),
                                annotation.quote(),
                                annotation.flag().description()))
                        .forEach(row),
                annotations.size());
    }
}
