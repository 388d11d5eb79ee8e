package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Home;
import dev.precis.sparql.page.Home.TopicGroup;
import dev.precis.sparql.page.Home.Year;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Feeds;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Signposts;
import dev.precis.sparql.site.Summaries;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The first page of each blog; the blog itself, which is no document, leads there. */
public final class HomePages implements Section {
    private final Catalogue catalogue;
    private final Places places;

    public HomePages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .filter(blog -> blog.root().equals(address.iri()) || blog.iri().equals(address.iri()))
                .map(blog -> home(edition, blog, blog.iri().equals(address.iri())));
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream().map(Blog::root);
    }

    private Document home(Edition edition, Blog blog, boolean thing) {
        Summaries summaries = Summaries.of(edition, catalogue, blog);
        List<Card> newest = summaries.newest();
        Function<List<Link>, String> html = links -> Pages.home(
                edition.frames()
                        .frame(Optional.of(blog), blog.name(), blog.description(), blog.root(), links)
                        .with(metadata(edition, blog, Card.items(newest))),
                home(edition, summaries, newest));
        return Document.of(blog.iri(), thing, blog.root(), html, () -> catalogue.describe(blog.iri()))
                .with(Feeds.followed(edition, FeedSource.of(blog), summaries, catalogue))
                .linking(Signposts.ofPage(blog.iri(), "Blog", blog));
    }

    private Home home(Edition edition, Summaries summaries, List<Card> newest) {
        Blog blog = summaries.blog();
        List<Card> whole = newest.subList(0, Math.min(newest.size(), Home.WHOLE));
        return new Home(
                blog,
                summaries.search(),
                summaries.cards().size(),
                newest.isEmpty() ? Named.NONE : newest.getFirst().item().issue(),
                whole.stream()
                        .flatMap(card -> catalogue.summary(card.item().iri()).stream())
                        .toList(),
                newest.subList(whole.size(), newest.size()),
                Year.of(summaries.months()),
                TopicGroup.of(used(summaries.topics()), catalogue.groups(Places.topics(blog))),
                edition.blogs().stream().filter(Predicate.not(blog::equals)).toList());
    }

    private Metadata metadata(Edition edition, Blog blog, List<Item> newest) {
        return new Metadata(
                List.of(),
                List.of(),
                new StructuredData(places).blog(blog, newest),
                CitedWorks.records(References.of(edition, catalogue).citedBy(newest)),
                places.unapi());
    }

    private static List<Count> used(List<Count> counts) {
        return counts.stream().filter(count -> count.count() > 0).toList();
    }
}
