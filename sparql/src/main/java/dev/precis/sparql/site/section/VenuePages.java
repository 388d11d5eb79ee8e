package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.FeedSource;
import dev.precis.sparql.site.Feeds;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.References.Listed;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Summaries;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for each journal and each book with chapters, with the cited works by year; and an index of all of them. */
public final class VenuePages implements Section {
    private final Catalogue catalogue;
    private final Places places;

    public VenuePages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        String iri = address.iri();
        References references = References.of(edition, catalogue);
        return edition.blogOf(iri)
                .filter(blog -> iri.startsWith(Places.venues(blog)))
                .flatMap(blog -> {
                    if (iri.equals(Places.venues(blog))) {
                        return Optional.of(index(edition, references, blog, address));
                    }
                    List<Listed> works = references.in(iri);
                    return works.isEmpty()
                            ? Optional.empty()
                            : Optional.of(venue(edition, references, blog, works, address));
                });
    }

    @Override
    public String page(String resource) {
        return IriTemplate.VENUE.isOf(resource) ? Places.page(resource) : resource;
    }

    @Override
    public Stream<String> resources(Edition edition) {
        References references = References.of(edition, catalogue);
        return edition.blogs().stream()
                .flatMap(blog -> Stream.concat(
                        Stream.of(Places.venues(blog)),
                        references.of(blog).stream()
                                .map(Listed::container)
                                .filter(Named::isPresent)
                                .map(venue -> references.spellings().apply(venue.iri()))
                                .distinct()));
    }

    private Document index(Edition edition, References references, Blog blog, Address address) {
        Tally tally = new Tally(references.spellings());
        references.of(blog).stream()
                .map(Listed::container)
                .filter(Named::isPresent)
                .forEach(tally::add);
        return Directory.of(
                edition,
                places,
                blog,
                new Named(Places.venues(blog), Phrases.of(blog.language()).say("venues")),
                Phrases.of(blog.language()).say("venues.explained"),
                tally.counts(),
                address);
    }

    private Document venue(Edition edition, References references, Blog blog, List<Listed> works, Address address) {
        String iri = references.spellings().apply(works.getFirst().container().iri());
        Named venue = references.venue(iri).orElseGet(() -> works.getFirst().container());
        FeedSource source = FeedSource.of(blog, venue);
        Part<Listed> part = Part.of(
                CitedWorks.years(works).values().stream().flatMap(List::stream).toList(),
                address,
                Places.page(venue.iri()),
                Part.SIZE);
        List<Reference> shown = references.read(part.shown());
        String description = Phrases.of(blog.language()).count("cited-works", works.size());
        boolean book =
                references.read(works.subList(0, 1)).stream().anyMatch(work -> work.kind() == Reference.Kind.CHAPTER);
        return new ListPage(edition, places, blog, venue)
                .about(book ? "Book" : "Periodical")
                .described(description)
                .below(new Named(
                        Places.venues(blog), Phrases.of(blog.language()).say("venues")))
                .ofWorks(shown)
                .citing(shown, true, () -> references.read(works))
                .with(() -> references.spellings().describe(venue.iri(), catalogue))
                .part(part.paging())
                .followedBy(source.links())
                .document(frame -> Pages.venue(
                        frame,
                        new CitedWorks(references).byYear(shown, Phrases.of(blog.language())),
                        PrintedName.of(venue.iri(), references.spellings(), references::venue),
                        part.paging()))
                .with(Feeds.followed(edition, source, Summaries.of(edition, catalogue, blog), catalogue));
    }
}
