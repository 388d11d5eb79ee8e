package dev.precis.sparql.site.section;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.References;
import dev.precis.sparql.site.Signposts;
import java.util.ArrayList;
import java.util.List;

/** What a page with a list of summaries tells to programs: the list itself, and the works that the summaries cite. */
final class ListMetadata {
    private final References references;
    private final StructuredData structured;
    private final String unapi;

    ListMetadata(Edition edition, Catalogue catalogue, Places places) {
        this.references = References.of(edition, catalogue);
        this.structured = new StructuredData(places);
        this.unapi = places.unapi();
    }

    /** For the frame of a list. */
    Metadata of(String iri, String title, String description, List<Item> items) {
        List<Named> entries =
                items.stream().map(item -> new Named(item.iri(), item.title())).toList();
        return new Metadata(
                List.of(),
                List.of(),
                structured.list(iri, title, description, entries),
                CitedWorks.records(cited(items)),
                unapi);
    }

    /** For the frame of a blog's first page. */
    Metadata ofHome(Blog blog, List<Item> newest) {
        return new Metadata(
                List.of(), List.of(), structured.blog(blog, newest), CitedWorks.records(cited(newest)), unapi);
    }

    /** The works that these summaries cite, for the document of a list. */
    List<Reference> cited(List<Item> items) {
        return references.citedIn(items.stream().map(Item::iri).toList());
    }

    /** Links for the document of a list. */
    static List<Link> signposts(String iri, Blog blog, List<Item> items) {
        List<Link> links = new ArrayList<>(Signposts.ofPage(iri, "CollectionPage", blog));
        items.forEach(item -> links.add(Signposts.link("item", item.iri())));
        return links;
    }
}
