package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Listing;
import dev.precis.sparql.page.Neighbours;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.page.Plots;
import dev.precis.sparql.page.YearChart;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Facet.Choice;
import dev.precis.sparql.query.Named;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lists of summaries: a month's, a topic's, those of a type of research; and the lists of topics and types. */
public final class ListPages implements Section {
    private final Catalogue catalogue;
    private final Places places;

    public ListPages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    /** The lists of concepts, by the first part of their names. */
    private enum Scheme {
        TOPIC(20, IriTemplate.TOPICS, "topics", Facet.TOPIC),
        TYPE(30, IriTemplate.TYPES, "types", Facet.TYPE);

        private final int order;
        private final IriTemplate name;
        private final String title;
        private final Facet facet;

        Scheme(int order, IriTemplate name, String title, Facet facet) {
            this.order = order;
            this.name = name;
            this.title = title;
            this.facet = facet;
        }

        String iri(Blog blog) {
            return name.of(blog.root());
        }

        String title(Blog blog) {
            return Phrases.of(blog.language()).say(title);
        }

        List<Count> concepts(Summaries summaries) {
            return switch (this) {
                case TOPIC -> summaries.topics();
                case TYPE -> summaries.types();
            };
        }
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        return edition.blogOf(iri)
                .map(blog -> Summaries.of(edition, catalogue, blog))
                .flatMap(summaries -> IriTemplate.ISSUE.isOf(summaries.blog().root(), iri)
                        ? month(edition, summaries, address)
                        : Stream.of(Scheme.values())
                                .flatMap(scheme -> concepts(edition, summaries, scheme, address).stream())
                                .findFirst());
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .flatMap(b -> Stream.of(Scheme.values())
                        .map(scheme -> new NavigationEntry(scheme.order, scheme.title(b), scheme.iri(b))))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        List<String> resources = new ArrayList<>();
        for (Blog blog : edition.blogs()) {
            Summaries summaries = Summaries.of(edition, catalogue, blog);
            summaries.months().forEach(month -> resources.add(month.iri()));
            for (Scheme scheme : Scheme.values()) {
                resources.add(scheme.iri(blog));
                scheme.concepts(summaries).forEach(concept -> resources.add(concept.iri()));
            }
        }
        return resources.stream();
    }

    private Optional<Document> month(Edition edition, Summaries summaries, Address address) {
        List<Named> months = summaries.months().stream()
                .map(month -> new Named(month.iri(), month.label()))
                .toList();
        return months.stream()
                .filter(month -> month.iri().equals(address.iri()))
                .findFirst()
                .flatMap(month -> summaries
                        .choices()
                        .find(Facet.MONTH, Facet.MONTH.choice(month).value()))
                .map(choice -> {
                    Listing listing = listing(summaries, choice, address);
                    Neighbours neighbours = Neighbours.of(address.iri(), months);
                    List<Link> relations = listing.paging().last() == 1
                            ? neighbours.links()
                            : Listings.links(listing.paging(), summaries.blog());
                    return page(edition, summaries, new Named(address.iri(), choice.name()), listing)
                            .part(listing.paging().number(), relations)
                            .document(frame -> Pages.month(frame, listing, neighbours));
                });
    }

    /** The list of all topics (or types of research), or one of them with its summaries. */
    private Optional<Document> concepts(Edition edition, Summaries summaries, Scheme scheme, Address address) {
        Blog blog = summaries.blog();
        String list = scheme.iri(blog);
        if (address.iri().equals(list)) {
            return Optional.of(Document.of(
                    list,
                    false,
                    Places.page(list),
                    links -> Pages.counts(
                            edition.frames()
                                    .frame(
                                            Optional.of(blog),
                                            scheme.title(blog),
                                            scheme.title(blog)
                                                    + Phrases.of(blog.language())
                                                            .say("colon")
                                                    + blog.name(),
                                            list,
                                            links),
                            scheme.concepts(summaries)),
                    () -> catalogue.describe(list)));
        }
        return scheme.concepts(summaries).stream()
                .filter(concept -> concept.iri().equals(address.iri()))
                .findFirst()
                .map(concept -> concept(edition, summaries, scheme, concept, address));
    }

    private Document concept(Edition edition, Summaries summaries, Scheme scheme, Count concept, Address address) {
        Blog blog = summaries.blog();
        Choice choice = scheme.facet.choice(new Named(concept.iri(), concept.label()));
        Selection selection = Selection.of(choice);
        FeedSource source = FeedSource.of(blog, concept.iri(), choice);
        Listing listing = listing(summaries, choice, address);
        List<Card> chosen = summaries.of(selection);
        YearChart years = YearChart.of(
                summaries.cards(),
                chosen,
                year -> summaries
                        .choices()
                        .find(Facet.YEAR, year)
                        .map(selection::with)
                        .map(summaries::address)
                        .orElse(""));
        Document document = page(edition, summaries, new Named(concept.iri(), concept.label()), listing)
                .part(listing.paging().number(), Listings.links(listing.paging(), summaries.blog()))
                .followedBy(source.links())
                .below(new Named(scheme.iri(blog), scheme.title(blog)))
                .document(frame -> Pages.concept(frame, listing, years, plots(edition, scheme, chosen, listing)))
                .with(Feeds.followed(edition, source, summaries, catalogue));
        return scheme == Scheme.TOPIC ? document.with(Figures.rows(Card.items(chosen), catalogue)) : document;
    }

    /**
     * On the first page. Types of research gather studies of everything: their estimates have only the method alike.
     */
    private Plots plots(Edition edition, Scheme scheme, List<Card> chosen, Listing listing) {
        return scheme == Scheme.TOPIC && listing.paging().number() == 1
                ? Figures.of(edition, catalogue).plots(chosen, any -> true, catalogue)
                : Plots.NONE;
    }

    private static Listing listing(Summaries summaries, Choice choice, Address address) {
        Choices.Asked asked = new Choices.Asked(Selection.of(choice), List.of());
        return Listings.of(
                summaries, asked, summaries.sought(asked.selection()), address.iri(), Selection.ALL, address);
    }

    /** A page of a list; its data are those of the whole list. */
    private ListPage page(Edition edition, Summaries summaries, Named list, Listing listing) {
        References references = References.of(edition, catalogue);
        List<Item> shown = Card.items(listing.cards());
        List<Card> chosen = summaries.of(listing.selection());
        return new ListPage(edition, places, summaries.blog(), list)
                .ofSummaries(shown)
                .citing(
                        references.citedBy(shown),
                        chosen.stream().anyMatch(card -> !card.works().isEmpty()),
                        () -> references.citedBy(Card.items(chosen)))
                .with(() -> catalogue.describe(list.iri()));
    }
}
