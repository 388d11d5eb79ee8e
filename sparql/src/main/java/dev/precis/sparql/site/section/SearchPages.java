package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Finder;
import dev.precis.sparql.page.Listing;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Search;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Feeds;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import dev.precis.sparql.site.Summaries;
import dev.precis.sparql.site.service.FinderFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The summaries of a blog that have all that was asked for: words, topics, types of research, a year, a month. */
public final class SearchPages implements Section {
    private static final String TITLE = "search";

    private final Catalogue catalogue;
    private final Places places;

    public SearchPages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri())
                .map(blog -> Summaries.of(edition, catalogue, blog))
                .filter(summaries -> summaries.search().equals(address.iri()))
                .map(summaries -> results(edition, summaries, address));
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .map(b -> new NavigationEntry(10, Phrases.of(b.language()).say(TITLE), Places.search(b)))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .map(blog -> Summaries.of(edition, catalogue, blog).search());
    }

    private Document results(Edition edition, Summaries summaries, Address address) {
        Choices.Asked asked = summaries.choices().read(address.parameters());
        Selection selection = asked.selection();
        Search.Result sought = summaries.sought(selection);
        Listing listing = Listings.of(summaries, asked, sought, summaries.search(), selection, address);
        Blog blog = summaries.blog();
        String iri = Places.page(summaries.search(), selection, listing.paging().number());
        Phrases phrases = Phrases.of(blog.language());
        String heading = phrases.say(TITLE);
        String title = selection.isAll() ? heading : heading + phrases.say("colon") + selection.title();
        // nobody follows a month that is over; and that of everything is linked on every page
        boolean followed = !selection.isAll() && !selection.isOfATime();
        FeedSource source = FeedSource.of(blog, selection);
        // each selection is a resource of its own, whatever order and spelling its parameters came in
        References references = References.of(edition, catalogue);
        List<Item> shown = Card.items(listing.cards());
        List<Card> chosen = sought.best();
        Document document = new ListPage(edition, places, blog, new Named(iri, title))
                .atItsName()
                .after(Listings.links(listing.paging(), blog))
                .followedBy(followed ? source.links() : List.of())
                .ofSummaries(shown)
                .citing(
                        references.citedBy(shown),
                        chosen.stream().anyMatch(card -> !card.works().isEmpty()),
                        () -> references.citedBy(Card.items(chosen)))
                .document(frame -> Pages.search(
                        frame,
                        heading,
                        listing,
                        Places.topics(blog),
                        places.answers() ? Finder.NONE : FinderFiles.finder(places, blog)));
        // a feed of everything is not what somebody wants who asked for a topic that is no more
        return followed && asked.unknown().isEmpty()
                ? document.with(Feeds.followed(edition, source, summaries, catalogue))
                : document;
    }
}
