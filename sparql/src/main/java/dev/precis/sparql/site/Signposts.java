package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Contributor;
import dev.precis.sparql.query.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed links that lead programs around (signposting.org/FAIR): what to cite, what it is, who made it, its data. */
final class Signposts {
    private static final String SCHEMA = "https://schema.org/";
    private static final int AUTHORS_IN_FIELDS = 10;

    private Signposts() {}

    /** Those of a page about something that is read here, such as a list: its name, its kind, its rights. */
    static List<Link> ofPage(String iri, String type, Blog blog) {
        List<Link> links = new ArrayList<>(List.of(link("cite-as", iri), link("type", SCHEMA + type)));
        if (!blog.license().isEmpty()) {
            links.add(link("license", blog.license()));
        }
        return links;
    }

    /** Those of a page about something in the world. */
    static List<Link> ofThing(String iri, String type) {
        return List.of(link("cite-as", iri), link("type", SCHEMA + "AboutPage"), link("type", SCHEMA + type));
    }

    /** Those of the page of a cited work, whose persistent name is its DOI. */
    static List<Link> ofWork(Reference work) {
        String doi = work.identifiers().resolver();
        List<Link> links = new ArrayList<>(
                ofThing(doi.isEmpty() ? work.iri() : doi, work.kind().type()));
        work.authors().stream()
                .map(Contributor::person)
                .distinct()
                .map(person -> link("author", person))
                .forEach(links::add);
        return links;
    }

    static Link link(String rel, String href) {
        return new Link(rel, href, "", "");
    }

    /** The links of a document when it is shown in one of its representations: for its head and its fields. */
    static List<Link> of(Document document, Representation shown) {
        List<Link> links = new ArrayList<>();
        if (shown == Representation.HTML) {
            document.relations().stream()
                    // RFC 9264 section 1: what is too much for the fields is in the link set
                    .filter(link -> !link.rel().equals("item"))
                    .filter(link -> !link.rel().equals("author")
                            || authorsBefore(document.relations(), link) < AUTHORS_IN_FIELDS)
                    .forEach(links::add);
            links.addAll(descriptions(document));
        } else if (document.offered().contains(Representation.HTML)) {
            // RFC 6892
            links.add(new Link("describes", document.page(), Representation.HTML.mediaType(), ""));
        }
        document.offered().stream()
                .filter(other -> other != shown)
                .map(other -> new Link(
                        other == Representation.LINK_SET ? "linkset" : "alternate",
                        document.address(other),
                        other.mediaType(),
                        other.label()))
                .forEach(links::add);
        return List.copyOf(links);
    }

    private static long authorsBefore(List<Link> relations, Link author) {
        return relations.subList(0, relations.indexOf(author)).stream()
                .filter(link -> link.rel().equals("author"))
                .count();
    }

    /** The metadata of a page; only where the type alone tells all, since texts are sent with their character set. */
    private static List<Link> descriptions(Document document) {
        return document.offered().stream()
                .filter(Representation::describes)
                .map(other -> new Link("describedby", document.address(other), other.mediaType(), other.label()))
                .toList();
    }

    /** Everything that the links of a document say, by what says it. */
    static Map<String, List<Link>> all(Document document) {
        List<Link> own = new ArrayList<>(document.relations());
        List<Link> descriptions = descriptions(document);
        own.addAll(descriptions);
        Map<String, List<Link>> links = new LinkedHashMap<>();
        if (!document.thing()) {
            links.put(document.iri(), own);
        }
        links.put(document.page(), own);
        Link back = new Link("describes", document.page(), Representation.HTML.mediaType(), "");
        descriptions.forEach(description -> links.put(description.href(), List.of(back)));
        return links;
    }
}
