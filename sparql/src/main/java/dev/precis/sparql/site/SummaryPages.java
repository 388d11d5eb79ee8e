package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Item;
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
                .flatMap(blog -> catalogue.summary(address.iri()).map(detail -> summary(blog, detail)));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return Cards.of(edition, catalogue).all().stream()
                .map(card -> card.item().iri());
    }

    private Document summary(Blog blog, Detail detail) {
        Item item = detail.item();
        String description =
                detail.body().stream().findFirst().map(SummaryPages::shorten).orElse("");
        Document document = Document.of(
                item.iri(),
                false,
                item.iri() + Representation.HTML.suffix(),
                links -> Pages.summary(
                        frames.frame(Optional.of(blog), item.title(), description, item.iri(), links),
                        detail,
                        catalogue.figures(item)),
                () -> catalogue.summaryGraph(item.iri()));
        boolean counted = detail.findings().stream()
                .anyMatch(finding -> !finding.estimates().isEmpty());
        return counted ? document.with(Figures.rows(() -> catalogue.figures(item))) : document;
    }

    private static String shorten(String text) {
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        int space = text.lastIndexOf(' ', DESCRIPTION);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, DESCRIPTION / 2)) + " …";
    }
}
