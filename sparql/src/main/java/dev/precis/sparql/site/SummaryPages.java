package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Neighbours;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Excerpt;
import dev.precis.sparql.query.Item;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for each summary. */
final class SummaryPages implements Section {
    private static final int DESCRIPTION = 200;

    private final Catalogue catalogue;
    private final Frames frames;

    SummaryPages(Catalogue catalogue, Base base) {
        this.catalogue = catalogue;
        this.frames = new Frames(base);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> address.iri().startsWith(blog.root() + "summary/"))
                .map(blog -> Shelf.of(edition, catalogue, blog))
                .flatMap(shelf -> catalogue.summary(address.iri()).map(detail -> summary(shelf, detail)));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return Cards.of(edition, catalogue).all().stream()
                .map(card -> card.item().iri());
    }

    private Document summary(Shelf shelf, Detail detail) {
        Item item = detail.item();
        String description = Excerpt.of(detail.body().stream().findFirst().orElse(""), DESCRIPTION);
        Neighbours neighbours = shelf.neighbours(item.iri());
        return new Document(
                item.iri(),
                false,
                item.iri() + Representation.HTML.suffix(),
                neighbours.links(),
                List.of(
                        new Content.Page(links -> Pages.summary(
                                frames.frame(Optional.of(shelf.blog()), item.title(), description, item.iri(), links),
                                detail,
                                neighbours)),
                        new Content.Data(() -> catalogue.summaryGraph(item.iri()))));
    }
}
