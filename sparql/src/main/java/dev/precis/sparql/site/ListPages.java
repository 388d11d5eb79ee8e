package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Figure;
import dev.precis.sparql.query.Item;
import dev.precis.sparql.query.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists of summaries: a month's, a topic's, those of a type of research; and the lists of topics and types. */
final class ListPages implements Section {
    private final Catalogue catalogue;
    private final Frames frames;

    ListPages(Catalogue catalogue, Base base) {
        this.catalogue = catalogue;
        this.frames = new Frames(base);
    }

    @Override
    public Optional<Document> find(Edition edition, Address address) {
        return edition.blogOf(address.iri()).flatMap(blog -> find(edition, blog, address.iri()));
    }

    private Optional<Document> find(Edition edition, Blog blog, String iri) {
        String local = iri.substring(blog.root().length());
        String kind = local.contains("/") ? local.substring(0, local.indexOf('/')) : local;
        boolean list = kind.equals(local);
        return switch (kind) {
            case "issue" -> month(blog, iri);
            case "topic" -> concepts(edition, blog, iri, list, "Topics", catalogue.topics(blog.root() + kind));
            case "type" -> concepts(edition, blog, iri, list, "Types of research", catalogue.types(blog.root() + kind));
            default -> Optional.empty();
        };
    }

    @Override
    public Stream<String> resources(Edition edition) {
        return edition.blogs().stream()
                .flatMap(blog -> Stream.of(
                                catalogue.months(blog).stream().map(Count::iri),
                                Stream.of(blog.root() + "topic", blog.root() + "type"),
                                catalogue.topics(blog.root() + "topic").stream().map(Count::iri),
                                catalogue.types(blog.root() + "type").stream().map(Count::iri))
                        .flatMap(Function.identity()));
    }

    private Optional<Document> month(Blog blog, String iri) {
        List<Item> items = catalogue.byMonth(iri);
        return items.stream()
                .findFirst()
                .map(first -> page(
                        iri,
                        links -> Pages.items(
                                frame(blog, first.issue().name(), iri, links, List.of(), List.of()),
                                items,
                                List.of())));
    }

    /** The list of all topics (or types of research), or one of them with its summaries. */
    private Optional<Document> concepts(
            Edition edition, Blog blog, String iri, boolean list, String title, List<Count> concepts) {
        if (list) {
            return Optional.of(page(
                    iri, links -> Pages.counts(frame(blog, title, iri, links, List.of(), List.of()), concepts)));
        }
        Named parent = new Named(iri.substring(0, iri.lastIndexOf('/')), title);
        boolean topic = parent.iri().equals(blog.root() + "topic");
        return concepts.stream()
                .filter(concept -> concept.iri().equals(iri))
                .findFirst()
                .map(concept -> {
                    List<Item> items = topic ? catalogue.byTopic(iri) : catalogue.byType(iri);
                    List<Figure> figures =
                            topic ? Figures.of(edition, catalogue).of(items) : List.of();
                    Document page = page(
                            iri,
                            links -> Pages.items(
                                    frame(
                                            blog,
                                            concept.label(),
                                            iri,
                                            links,
                                            topic ? Feeds.links(blog, concept) : List.of(),
                                            List.of(parent)),
                                    items,
                                    figures));
                    return topic ? page.with(Figures.rows(() -> figures)) : page;
                });
    }

    private Document page(String iri, Function<List<Link>, String> html) {
        return Document.of(iri, false, iri + Representation.HTML.suffix(), html, () -> catalogue.describe(iri));
    }

    private Frame frame(Blog blog, String title, String iri, List<Link> links, List<Link> feeds, List<Named> trail) {
        return frames.frame(Optional.of(blog), title, title + ": " + blog.name(), iri, links, feeds, trail);
    }
}
