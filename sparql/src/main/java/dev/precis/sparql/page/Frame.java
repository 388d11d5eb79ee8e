package dev.precis.sparql.page;

import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.write.AnswerForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What surrounds the content of a page.
 *
 * @param title of the document
 * @param description one sentence for search engines; may be empty
 * @param language of the page
 * @param canonical the address that this page should be known by
 * @param links to the same in other representations, and to other resources by their relation
 * @param feeds that tell what is new here
 * @param home name and address of the blog, or of all of it
 * @param sections further pages for the navigation
 * @param trail what lies between home and here
 * @param services that are there for the whole blog, for the head only
 * @param metadata what the page tells to programs
 */
public record Frame(
        Base base,
        String title,
        String description,
        String language,
        String canonical,
        List<Link> links,
        List<Link> feeds,
        Named home,
        List<Named> sections,
        List<Named> trail,
        List<Link> services,
        Metadata metadata) {
    public Frame {
        links = List.copyOf(links);
        feeds = List.copyOf(feeds);
        sections = List.copyOf(sections);
        trail = List.copyOf(trail);
        services = List.copyOf(services);
    }

    /** The same, but that the page tells these to programs. */
    public Frame with(Metadata other) {
        return new Frame(
                base, title, description, language, canonical, links, feeds, home, sections, trail, services, other);
    }

    /** What networks show of a page that is shared (ogp.me), and whatever else it tells them. */
    public List<Meta> properties() {
        List<Meta> properties = new ArrayList<>();
        properties.add(new Meta("og:title", title));
        properties.add(new Meta("og:site_name", home.name()));
        properties.add(new Meta("og:url", canonical));
        properties.add(new Meta("og:description", description));
        properties.add(new Meta("og:image", base.iri() + "static/card.png"));
        properties.add(new Meta("og:image:alt", home.name()));
        if (metadata.properties().stream().noneMatch(meta -> meta.name().equals("og:type"))) {
            properties.add(new Meta("og:type", "website"));
        }
        properties.addAll(metadata.properties());
        return properties.stream().filter(meta -> !meta.content().isEmpty()).toList();
    }

    /** The title of the window: the page, then where it is. */
    public String windowTitle() {
        return title.equals(home.name()) ? title : title + " · " + home.name();
    }

    /** All links for the head. */
    public List<Link> head() {
        return Stream.of(links, feeds, services).flatMap(List::stream).toList();
    }

    /** The same in other representations. */
    public List<Link> alternates() {
        return links.stream().filter(link -> link.rel().equals("alternate")).toList();
    }

    /** The feeds, list by list. */
    public List<Following> follow() {
        return Following.of(feeds);
    }

    /** Where to find a resource of that name. */
    public String href(String iri) {
        return base.href(iri);
    }

    /** Whether a page should link to a resource: ours, or elsewhere on the web. */
    public boolean links(String iri) {
        return base.holds(iri) || iri.matches("https?://[^\\s]*");
    }

    /** Where the endpoint is, and the editor. */
    public String sparql() {
        return base.path() + "sparql";
    }

    /** Where a question is answered, for the example if it needs one. */
    public String run(QueryFile query, String example) {
        return run(Example.of(query, example));
    }

    /** Where a question is answered. */
    public String run(Example example) {
        return sparql() + "?query=" + encoded(example) + "&format=" + (example.graph() ? "ttl" : "text");
    }

    /** The editor with a question in it, already run; what follows the hash is read there, not by the server. */
    public String edit(QueryFile query, String example) {
        return sparql() + "#query=" + encoded(Example.of(query, example)) + "&run=true";
    }

    private static String encoded(Example example) {
        return URLEncoder.encode(example.text(), StandardCharsets.UTF_8);
    }

    /** Where the answer to a question is found in one of its forms. */
    public String answer(CompetencyQuery query, AnswerForm form) {
        return base.path() + query.path() + form.suffix();
    }

    /** Where a question can be changed before it is asked: behind the hash, where the editor reads it. */
    public String edit(CompetencyQuery query) {
        return sparql()
                + "#query="
                + URLEncoder.encode(query.text(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Words as the id of an element. */
    public static String id(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** The part of an IRI behind the hash: the id of that place in its document. */
    public static String fragment(String iri) {
        return iri.substring(iri.indexOf('#') + 1);
    }
}
