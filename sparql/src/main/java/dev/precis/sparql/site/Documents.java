package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.page.Frame;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Item;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Finds the document about a resource of the store. */
final class Documents {
    private static final List<Representation> ALL = List.of(Representation.values());
    private static final Set<String> THINGS = Set.of("works", "person", "organization", "venue");
    private static final String SCHEMA = "http://schema.org/";
    private static final Set<String> NAMES = Set.of(
            SCHEMA + "headline", SCHEMA + "name", SKOS.prefLabel.getURI(), DCTerms.title.getURI(), RDFS.label.getURI());
    private static final int DESCRIPTION = 200;

    private final Catalogue catalogue;
    private final Frames frames;

    Documents(Catalogue catalogue, Base base) {
        this.catalogue = catalogue;
        this.frames = new Frames(base);
    }

    /** The document about a resource, if the store knows it. */
    Optional<Document> find(Edition edition, String iri) {
        Optional<Blog> blog = edition.blogOf(iri);
        return blog.flatMap(b -> ofBlog(edition, b, iri)).or(() -> resource(blog, iri));
    }

    private Optional<Document> ofBlog(Edition edition, Blog blog, String iri) {
        String local = iri.substring(blog.root().length());
        String kind = local.contains("/") ? local.substring(0, local.indexOf('/')) : local;
        boolean list = kind.equals(local);
        return switch (kind) {
            case "" -> Optional.of(home(edition, blog, false));
            case "blog" -> list ? Optional.of(home(edition, blog, true)) : Optional.empty();
            case "summary" -> catalogue.summary(iri).map(detail -> summary(blog, detail));
            case "issue" -> month(blog, iri);
            case "topic" -> concepts(blog, iri, list, "Topics", catalogue.topics(blog.root() + kind));
            case "type" -> concepts(blog, iri, list, "Types of research", catalogue.types(blog.root() + kind));
            default -> Optional.empty();
        };
    }

    /** The first page; the blog itself leads there. */
    private Document home(Edition edition, Blog blog, boolean thing) {
        List<Count> months = catalogue.months(blog);
        List<Item> newest = months.isEmpty()
                ? List.of()
                : catalogue.byMonth(months.getFirst().iri());
        Function<List<Link>, String> html = links -> Pages.home(
                frames.frame(Optional.of(blog), blog.name(), blog.description(), blog.root(), links),
                blog,
                newest,
                months,
                used(catalogue.topics(blog.root() + "topic")),
                edition.blogs().stream().filter(Predicate.not(blog::equals)).toList());
        return new Document(blog.iri(), thing, blog.root(), ALL, html, () -> catalogue.describe(blog.iri()));
    }

    private static List<Count> used(List<Count> counts) {
        return counts.stream().filter(count -> count.count() > 0).toList();
    }

    private Document summary(Blog blog, Detail detail) {
        Item item = detail.item();
        String description =
                detail.body().stream().findFirst().map(Documents::shorten).orElse("");
        return new Document(
                item.iri(),
                false,
                item.iri() + Representation.HTML.suffix(),
                ALL,
                links -> Pages.summary(
                        frames.frame(Optional.of(blog), item.title(), description, item.iri(), links), detail),
                () -> catalogue.summaryGraph(item.iri()));
    }

    private static String shorten(String text) {
        if (text.length() <= DESCRIPTION) {
            return text;
        }
        int space = text.lastIndexOf(' ', DESCRIPTION);
        return text.substring(0, space > 0 ? space : text.offsetByCodePoints(0, DESCRIPTION / 2)) + " …";
    }

    private Optional<Document> month(Blog blog, String iri) {
        List<Item> items = catalogue.byMonth(iri);
        return items.stream()
                .findFirst()
                .map(first -> page(
                        iri,
                        links -> Pages.items(
                                frame(blog, first.issue().name(), iri, links, List.of(), List.of()), items)));
    }

    /** The list of all topics (or types of research), or one of them with its summaries. */
    private Optional<Document> concepts(Blog blog, String iri, boolean list, String title, List<Count> concepts) {
        if (list) {
            return Optional.of(page(
                    iri, links -> Pages.counts(frame(blog, title, iri, links, List.of(), List.of()), concepts)));
        }
        Named parent = new Named(iri.substring(0, iri.lastIndexOf('/')), title);
        boolean topic = parent.iri().equals(blog.root() + "topic");
        return concepts.stream()
                .filter(concept -> concept.iri().equals(iri))
                .findFirst()
                .map(concept -> page(
                        iri,
                        links -> Pages.items(
                                frame(
                                        blog,
                                        concept.label(),
                                        iri,
                                        links,
                                        topic ? Feeds.links(blog, concept) : List.of(),
                                        List.of(parent)),
                                topic ? catalogue.byTopic(iri) : catalogue.byType(iri))));
    }

    private Document page(String iri, Function<List<Link>, String> html) {
        return new Document(iri, false, iri + Representation.HTML.suffix(), ALL, html, () -> catalogue.describe(iri));
    }

    private Frame frame(Blog blog, String title, String iri, List<Link> links, List<Link> feeds, List<Named> trail) {
        return frames.frame(Optional.of(blog), title, title + ": " + blog.name(), iri, links, feeds, trail);
    }

    /** Whatever else the store has something to say about. */
    private Optional<Document> resource(Optional<Blog> blog, String iri) {
        List<Statement> statements = catalogue.statements(iri);
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        String local = blog.map(b -> iri.substring(b.root().length())).orElse("");
        boolean thing = THINGS.contains(local.contains("/") ? local.substring(0, local.indexOf('/')) : local);
        String page = iri + Representation.HTML.suffix();
        String title = statements.stream()
                .filter(statement -> !statement.incoming() && NAMES.contains(statement.property()))
                .map(Statement::value)
                .findFirst()
                .orElse(iri.substring(iri.lastIndexOf('/') + 1));
        return Optional.of(new Document(
                iri,
                thing,
                page,
                ALL,
                links -> Pages.resource(frames.frame(blog, title, title, thing ? page : iri, links), iri, statements),
                () -> catalogue.describe(iri)));
    }
}
