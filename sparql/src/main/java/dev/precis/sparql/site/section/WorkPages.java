package dev.precis.sparql.site.section;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Metadata.Meta;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.References.Listed;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Section.NavigationEntry;
import dev.precis.sparql.site.Signposts;
import dev.precis.sparql.write.bibliography.HighwireTags;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page for each cited work, for the works of each year, and for all of them. */
public final class WorkPages implements Section {
    private static final String TITLE = "studies";
    /** So many at least, and then the rest of their year. */
    private static final int SHOWN_AT_ONCE = 100;
    /** But no more than these. */
    private static final int LONGEST = 500;

    private final Catalogue catalogue;
    private final Places places;
    private final StructuredData structured;

    public WorkPages(Catalogue catalogue, Places places) {
        this.catalogue = catalogue;
        this.places = places;
        this.structured = new StructuredData(places);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri()).flatMap(blog -> {
            References references = References.of(edition, catalogue);
            if (address.iri().equals(Places.works(blog))) {
                return Optional.of(all(edition, blog, references));
            }
            Optional<String> year = Places.year(blog, address);
            if (year.isPresent()) {
                return Optional.ofNullable(CitedWorks.years(references.of(blog)).get(year.get()))
                        .map(works -> year(
                                edition,
                                blog,
                                references,
                                year.get(),
                                Part.of(works, address, Places.year(blog, year.get()), Part.SIZE),
                                works));
            }
            return references.named(address.iri()).map(work -> work(edition, blog, references, work));
        });
    }

    @Override
    public String page(String resource) {
        return IriTemplate.WORK.isOf(resource) ? Places.page(resource) : resource;
    }

    @Override
    public List<NavigationEntry> navigation(Optional<Blog> blog) {
        return blog.stream()
                .map(b -> new NavigationEntry(40, Phrases.of(b.language()).say(TITLE), Places.works(b)))
                .toList();
    }

    @Override
    public Stream<String> resources(Edition edition) {
        References references = References.of(edition, catalogue);
        return edition.blogs().stream().flatMap(blog -> {
            List<Listed> works = references.of(blog);
            return Stream.of(
                            Stream.of(Places.works(blog)),
                            CitedWorks.years(works).keySet().stream().map(year -> Places.year(blog, year)),
                            works.stream().map(Listed::iri))
                    .flatMap(iris -> iris);
        });
    }

    private Document work(Edition edition, Blog blog, References references, Reference work) {
        String page = Places.page(work.iri());
        List<Meta> names = HighwireTags.of(work, page).stream()
                .map(tag -> new Meta(tag.getKey(), tag.getValue()))
                .toList();
        Metadata metadata = new Metadata(names, List.of(), structured.work(work, page), List.of(), "");
        return Document.of(
                        work.iri(),
                        true,
                        page,
                        links -> Pages.work(
                                edition.frames()
                                        .frame(
                                                Optional.of(blog),
                                                work.heading(),
                                                work.citation(),
                                                page,
                                                links,
                                                List.of(),
                                                List.of(all(blog)))
                                        .with(metadata),
                                new CitedWorks(references).cited(work),
                                CitedWorks.cite(work.iri(), List.of(work))),
                        () -> catalogue.describe(work.iri()))
                .citing(List.of(work))
                .linking(Signposts.ofWork(work));
    }

    private Document all(Edition edition, Blog blog, References references) {
        Phrases phrases = Phrases.of(blog.language());
        List<Listed> works = references.of(blog);
        List<Count> years = new ArrayList<>();
        List<Listed> newest = new ArrayList<>();
        CitedWorks.years(works).forEach((year, ofYear) -> {
            years.add(new Count(Places.year(blog, year), CitedWorks.label(year, phrases), ofYear.size()));
            if (newest.size() < SHOWN_AT_ONCE) {
                newest.addAll(ofYear);
            }
        });
        List<Reference> shown = references.read(newest.stream().limit(LONGEST).toList());
        String description = phrases.count(shown.size() < works.size() ? "works.newest" : "works.known", works.size());
        List<Named> indexes = List.of(
                new Named(Places.people(blog), phrases.say("works.by.author")),
                new Named(Places.venues(blog), phrases.say("works.by.journal")));
        return new ListPage(edition, places, blog, all(blog))
                .described(description)
                .ofWorks(shown)
                .citing(shown, !works.isEmpty(), () -> references.read(works))
                .document(frame -> Pages.allWorks(
                        frame,
                        new CitedWorks(references).byYear(shown, phrases),
                        years,
                        places.answers() ? Places.doi(blog) : "",
                        indexes));
    }

    private Document year(
            Edition edition, Blog blog, References references, String year, Part<Listed> part, List<Listed> all) {
        Phrases phrases = Phrases.of(blog.language());
        String description = phrases.count("cited-works", all.size());
        List<Reference> works = references.read(part.shown());
        return new ListPage(edition, places, blog, new Named(Places.year(blog, year), CitedWorks.label(year, phrases)))
                .described(description)
                .below(all(blog))
                .ofWorks(works)
                .citing(works, true, () -> references.read(all))
                .part(part.paging())
                .document(frame -> Pages.works(
                        frame,
                        new CitedWorks(references)
                                .group(phrases.say("works.then"), works)
                                .toList(),
                        part.paging()));
    }

    private static Named all(Blog blog) {
        return new Named(Places.works(blog), Phrases.of(blog.language()).say(TITLE));
    }
}
