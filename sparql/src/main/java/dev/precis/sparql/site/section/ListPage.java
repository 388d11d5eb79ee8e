package dev.precis.sparql.site.section;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Metadata;
import dev.precis.sparql.page.Paging;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.site.CitedWorks;
import dev.precis.sparql.site.Content;
import dev.precis.sparql.site.Document;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Signposts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;

/** Builds the page of a list: what surrounds it, what it tells to programs, and where one can go from there. */
public final class ListPage {
    private final Edition edition;
    private final Places places;
    private final Blog blog;
    private final Named list;
    private final List<Named> trail = new ArrayList<>();
    private final List<Link> feeds = new ArrayList<>();
    private final List<Link> relations = new ArrayList<>();
    private final List<Link> items = new ArrayList<>();
    private final List<Supplier<Graph>> data = new ArrayList<>();
    private String description = "";
    private String type = "";
    private String name;
    private String page;
    private List<Named> entries = List.of();
    private List<Reference> offered = List.of();
    private boolean cites;
    private Supplier<List<Reference>> bibliography = List::of;
    private String unapi = "";

    /** @param list its address and its title */
    public ListPage(Edition edition, Places places, Blog blog, Named list) {
        this.edition = edition;
        this.places = places;
        this.blog = blog;
        this.list = list;
        this.name = list.iri();
        this.page = Places.page(list.iri());
    }

    /** In a sentence, for search engines; else they are told its title and the blog. */
    public ListPage described(String sentence) {
        description = sentence;
        return this;
    }

    /** What lies between home and here. */
    public ListPage below(Named other) {
        trail.add(other);
        return this;
    }

    /** It is the page of something in the world, which has these entries. */
    public ListPage about(String schemaOrgType) {
        type = schemaOrgType;
        name = page;
        return this;
    }

    /** Its page has no other address than its own. */
    public ListPage atItsName() {
        page = name;
        return this;
    }

    /** What the list says of itself in the store. */
    public ListPage with(Supplier<Graph> graph) {
        data.add(graph);
        return this;
    }

    /** Feeds of just this list. */
    public ListPage followedBy(List<Link> links) {
        feeds.addAll(links);
        return this;
    }

    /** What is on it. */
    public ListPage of(List<Named> all) {
        entries = List.copyOf(all);
        return this;
    }

    /** The cited works on it. */
    public ListPage ofWorks(List<Reference> works) {
        of(works.stream().map(work -> new Named(work.iri(), work.heading())).toList());
        entries.forEach(work -> items.add(Signposts.link("item", work.iri())));
        return citing(works, works);
    }

    /** The summaries on it. */
    public ListPage ofSummaries(List<Item> summaries) {
        of(summaries.stream().map(item -> new Named(item.iri(), item.title())).toList());
        entries.forEach(summary -> items.add(Signposts.link("item", summary.iri())));
        return this;
    }

    /**
     * What to cite.
     *
     * @param here offered to reference managers that read the page
     * @param all its bibliography
     */
    public ListPage citing(List<Reference> here, List<Reference> all) {
        return citing(here, !all.isEmpty(), () -> all);
    }

    /**
     * The same where all are read only when they are asked for.
     *
     * @param any whether there are any
     */
    public ListPage citing(List<Reference> here, boolean any, Supplier<List<Reference>> all) {
        offered = List.copyOf(here);
        cites = any;
        bibliography = all;
        unapi = places.unapi();
        return this;
    }

    /** Only a part of the list, which is chosen already. */
    public ListPage part(int number, List<Link> neighbours) {
        name = Places.page(list.iri(), Selection.ALL, number);
        page = Places.page(Places.page(list.iri()), Selection.ALL, number);
        return after(neighbours);
    }

    /** What comes before it and after it. */
    public ListPage after(List<Link> neighbours) {
        relations.addAll(neighbours);
        return this;
    }

    /** Only a part of the list, or of the entries of something, which is chosen already. */
    ListPage part(Paging paging) {
        part(paging.number(), Listings.links(paging, blog));
        if (!type.isEmpty()) {
            name = page;
        }
        return this;
    }

    /** @param html the page within its frame */
    public Document document(Function<Frame, String> html) {
        Metadata metadata = new Metadata(
                List.of(),
                List.of(),
                new StructuredData(places).list(name, list.name(), description, entries),
                CitedWorks.records(offered),
                unapi);
        String sentence = description.isEmpty()
                ? list.name() + Phrases.of(blog.language()).say("colon") + blog.name()
                : description;
        List<Content> contents = new ArrayList<>(List.of(new Content.Page(links -> html.apply(edition.frames()
                .frame(Optional.of(blog), list.name(), sentence, name, links, feeds, trail)
                .with(metadata)))));
        data.forEach(graph -> contents.add(new Content.Data(graph)));
        List<Link> signposts = type.isEmpty()
                ? Signposts.ofPage(list.iri(), "CollectionPage", blog)
                : Signposts.ofThing(list.iri(), type);
        return new Document(list.iri(), !type.isEmpty(), page, relations, contents)
                .citing(cites, bibliography)
                .linking(signposts)
                .linking(type.isEmpty() ? items : List.of());
    }
}
