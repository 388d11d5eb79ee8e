package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Meta;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.write.bibliography.HighwireTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A page for each cited work, for the works of each year, and for all of them. */
final class WorkPages implements Section {
    static final String WORKS = "works";
    private static final String YEAR = "year/";
    private static final int SHOWN_AT_ONCE = 100;

    private final Catalogue catalogue;
    private final Base base;
    private final Frames frames;
    private final StructuredData structured;

    WorkPages(Catalogue catalogue, Base base) {
        this.catalogue = catalogue;
        this.base = base;
        this.frames = new Frames(base);
        this.structured = new StructuredData(base);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri()).flatMap(blog -> {
            String local = address.iri().substring(blog.root().length());
            References references = References.of(edition, catalogue);
            if (local.equals(WORKS)) {
                return Optional.of(all(blog, references));
            }
            if (local.startsWith(YEAR)) {
                String year = local.substring(YEAR.length());
                return Optional.ofNullable(Shelves.years(references.of(blog)).get(year))
                        .map(works -> year(blog, references, year, works));
            }
            return references.named(address.iri()).map(work -> work(blog, references, work));
        });
    }

    @Override
    public String page(String resource) {
        return resource.contains("/" + WORKS + "/") ? resource + Representation.HTML.suffix() : resource;
    }

    @Override
    public Stream<String> resources(Edition edition) {
        References references = References.of(edition, catalogue);
        return edition.blogs().stream().flatMap(blog -> {
            List<Reference> works = references.of(blog);
            return Stream.of(
                            Stream.of(blog.root() + WORKS),
                            Shelves.years(works).keySet().stream().map(year -> blog.root() + YEAR + year),
                            works.stream().map(Reference::iri))
                    .flatMap(iris -> iris);
        });
    }

    private Document work(Blog blog, References references, Reference work) {
        String page = work.iri() + Representation.HTML.suffix();
        List<Meta> names = HighwireTags.of(work, page).stream()
                .map(tag -> new Meta(tag.getKey(), tag.getValue()))
                .toList();
        Metadata metadata = new Metadata(names, List.of(), structured.work(work, page), List.of(), "");
        return Document.of(
                        work.iri(),
                        true,
                        page,
                        links -> Pages.work(
                                frame(blog, work.heading(), work.citation(), page, links, List.of(all(blog)))
                                        .with(metadata),
                                new Shelves(references).cited(work),
                                Shelves.cite(work.iri(), List.of(work))),
                        () -> catalogue.describe(work.iri()))
                .citing(List.of(work))
                .linking(Signposts.ofWork(work));
    }

    private Document all(Blog blog, References references) {
        List<Reference> works = references.of(blog);
        List<Count> years = new ArrayList<>();
        List<Reference> shown = new ArrayList<>();
        Shelves.years(works).forEach((year, ofYear) -> {
            years.add(new Count(blog.root() + YEAR + year, Shelves.label(year), ofYear.size()));
            if (shown.size() < SHOWN_AT_ONCE) {
                shown.addAll(ofYear);
            }
        });
        String description = works.size() + (works.size() == 1 ? " study has" : " studies have")
                + " been summarised or cited here"
                + (shown.size() < works.size() ? "; the newest are below, and every year has its own page." : ".");
        List<Named> indexes = List.of(
                new Named(blog.root() + PeoplePages.PERSON, "author"),
                new Named(blog.root() + VenuePages.VENUE, "journal"));
        Listing listing = new Listing(all(blog).iri(), all(blog).name(), description, shown);
        return list(
                        blog,
                        listing,
                        List.of(),
                        frame -> Pages.allWorks(
                                frame,
                                new Shelves(references).byYear(shown),
                                years,
                                blog.root() + DoiLookUp.FOLDER,
                                indexes))
                .citing(works);
    }

    private Document year(Blog blog, References references, String year, List<Reference> works) {
        String description = works.size() == 1 ? "1 cited work" : works.size() + " cited works";
        Listing listing = new Listing(blog.root() + YEAR + year, Shelves.label(year), description, works);
        return list(
                        blog,
                        listing,
                        List.of(all(blog)),
                        frame -> Pages.works(
                                frame,
                                new Shelves(references)
                                        .shelf("Published then", works)
                                        .toList()))
                .citing(works);
    }

    private record Listing(String iri, String title, String description, List<Reference> works) {}

    private Document list(Blog blog, Listing listing, List<Named> trail, Function<Frame, String> html) {
        List<Named> entries = listing.works().stream()
                .map(work -> new Named(work.iri(), work.heading()))
                .toList();
        Metadata metadata = new Metadata(
                List.of(),
                List.of(),
                structured.list(listing.iri(), listing.title(), listing.description(), entries),
                Shelves.records(listing.works()),
                Unapi.address(base));
        List<Link> signposts = new ArrayList<>(Signposts.ofPage(listing.iri(), "CollectionPage", blog));
        listing.works().forEach(work -> signposts.add(Signposts.link("item", work.iri())));
        Content page = new Content.Page(
                links -> html.apply(frame(blog, listing.title(), listing.description(), listing.iri(), links, trail)
                        .with(metadata)));
        String address = listing.iri() + Representation.HTML.suffix();
        return new Document(listing.iri(), false, address, List.of(), List.of(page)).linking(signposts);
    }

    private static Named all(Blog blog) {
        return new Named(blog.root() + WORKS, "Cited works");
    }

    private Frame frame(Blog blog, String title, String description, String iri, List<Link> links, List<Named> trail) {
        return frames.frame(Optional.of(blog), title, description, iri, links, List.of(), trail);
    }
}
