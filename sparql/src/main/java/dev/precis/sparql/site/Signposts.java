package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Reference;
import dev.precis.sparql.query.Reference.Contributor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Typed links that lead programs around (signposting.org/FAIR): what to cite, what it is, who made it, its data. */
public final class Signposts {
    private static final String SCHEMA = "https://schema.org/";
    // proxies refuse an answer with more than 4 kB of fields; all authors are in the link set (RFC 9264 section 1)
    private static final int AUTHORS_IN_FIELDS = 5;
    // no alternates: feed readers take the first alternate in RDF/XML for a feed (RSS 1.0)
    private static final List<Representation> DATA =
            List.of(Representation.TURTLE, Representation.JSON_LD, Representation.RDF_XML, Representation.N_TRIPLES);
    /** The same as quads, which nobody is led to: the header fields have an end. */
    private static final List<Representation> QUADS = List.of(Representation.TRIG, Representation.N_QUADS);

    private static final List<Representation> METADATA = List.of(Representation.CSL_JSON, Representation.SCHEMA_ORG);

    private Signposts() {}

    /** Those of a page about something that is read here, such as a list: its name, its kind, its rights. */
    public static List<Link> ofPage(String iri, String type, Blog blog) {
        List<Link> links = new ArrayList<>(List.of(link("cite-as", iri), link("type", SCHEMA + type)));
        if (!blog.license().isEmpty()) {
            links.add(link("license", blog.license()));
        }
        return links;
    }

    /** Those of a page about something in the world. */
    public static List<Link> ofThing(String iri, String type) {
        return List.of(link("cite-as", iri), link("type", SCHEMA + "AboutPage"), link("type", SCHEMA + type));
    }

    /** Those of the page of a cited work, whose persistent name is its DOI. */
    public static List<Link> ofWork(Reference work) {
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

    public static Link link(String rel, String href) {
        return new Link(rel, href, "", "");
    }

    /** The links of a document when it is shown in one of its representations: for its head and its fields. */
    static List<Link> of(Document document, Representation shown) {
        List<Link> links = new ArrayList<>();
        if (shown == Representation.HTML) {
            document.relations().stream()
                    .filter(link -> !link.rel().equals("item"))
                    .filter(link -> !link.rel().equals("author")
                            || authorsBefore(document.relations(), link) < AUTHORS_IN_FIELDS)
                    .forEach(links::add);
        } else if (document.offered().contains(Representation.HTML)) {
            // RFC 6892
            links.add(new Link("describes", document.page(), Representation.HTML.mediaType(), ""));
        }
        for (Representation other : document.offered()) {
            if (other != shown
                    && (DATA.contains(other) || (shown == Representation.HTML && METADATA.contains(other)))) {
                links.add(link("describedby", document, other));
            }
            if (other != shown && !DATA.contains(other) && !QUADS.contains(other)) {
                links.add(link(other == Representation.LINK_SET ? "linkset" : "alternate", document, other));
            }
        }
        return List.copyOf(links);
    }

    private static long authorsBefore(List<Link> relations, Link author) {
        return relations.subList(0, relations.indexOf(author)).stream()
                .filter(link -> link.rel().equals("author"))
                .count();
    }

    private static List<Link> descriptions(Document document) {
        return document.offered().stream()
                .filter(other -> DATA.contains(other) || METADATA.contains(other))
                .map(other -> link("describedby", document, other))
                .toList();
    }

    private static Link link(String rel, Document document, Representation other) {
        return new Link(rel, document.address(other), other.mediaType(), other.label());
    }

    /** Everything that the links of a document say, by what says it. */
    static Map<String, List<Link>> all(Document document) {
        List<Link> own = new ArrayList<>(document.relations());
        List<Link> descriptions = descriptions(document);
        own.addAll(descriptions);
        Map<String, List<Link>> links = new LinkedHashMap<>();
        if (!document.thing() && document.page().equals(document.iri() + Representation.HTML.suffix())) {
            // the page is what is read at its name, too
            links.put(document.iri(), own);
        }
        links.put(document.page(), own);
        Link back = new Link("describes", document.page(), Representation.HTML.mediaType(), "");
        descriptions.forEach(description -> links.put(description.href(), List.of(back)));
        return links;
    }
}
