package dev.precis.sparql.page;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Asking.Example;
import dev.precis.sparql.page.Metadata.Meta;
import dev.precis.sparql.query.CompetencyQuery;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.PublicationDate;
import dev.precis.sparql.query.QueryFile;
import dev.precis.sparql.write.AnswerForm;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds the content of a page.
 *
 * @param addresses what every page leads to
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
 * @param own what the blog looks like and says of itself
 * @param metadata what the page tells to programs
 */
public record Frame(
        Base base,
        Addresses addresses,
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
        Own own,
        Metadata metadata) {
    public Frame {
        links = List.copyOf(links);
        feeds = List.copyOf(feeds);
        sections = List.copyOf(sections);
        trail = List.copyOf(trail);
        services = List.copyOf(services);
    }

    /**
     * What every page leads to, whatever is on it.
     *
     * @param style the style sheet
     * @param card a picture for networks
     * @param questions all that can be asked
     * @param endpoint where questions of one's own are asked
     * @param terms the page about our terms, and so on
     */
    public record Addresses(
            String style,
            String icon,
            String card,
            String questions,
            String endpoint,
            String terms,
            String statistics,
            String flags) {}

    /**
     * What a blog looks like and says of itself.
     *
     * @param logo in the place of its name
     * @param style a sheet that changes the one of all pages; empty if there is none
     * @param pages that it wrote itself
     * @param footer its words at the end of each page; may be empty
     */
    public record Own(Optional<Logo> logo, String style, List<Named> pages, String footer) {
        public static final Own NONE = new Own(Optional.empty(), "", List.of(), "");

        public Own {
            pages = List.copyOf(pages);
        }
    }

    /** A picture with the name of the blog as its text. */
    public record Logo(String address, int width, int height) {}

    /** The same, but that the page tells these to programs. */
    public Frame with(Metadata other) {
        return new Frame(
                base,
                addresses,
                title,
                description,
                language,
                canonical,
                links,
                feeds,
                home,
                sections,
                trail,
                services,
                own,
                other);
    }

    /** What networks show of a page that is shared (ogp.me), and whatever else it tells them. */
    public List<Meta> properties() {
        List<Meta> properties = new ArrayList<>();
        properties.add(new Meta("og:title", title));
        properties.add(new Meta("og:site_name", home.name()));
        properties.add(new Meta("og:url", canonical));
        properties.add(new Meta("og:description", description));
        properties.add(new Meta("og:image", addresses.card()));
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

    /** All links for the head: the feeds first, since that is where feed readers look. */
    public List<Link> head() {
        return Stream.of(feeds, links, services).flatMap(List::stream).toList();
    }

    /** The same in other representations, each once. */
    public List<Link> alternates() {
        Map<String, Link> alternates = new LinkedHashMap<>();
        links.stream()
                .filter(link -> link.rel().equals("alternate") || link.rel().equals("describedby"))
                .forEach(link -> alternates.putIfAbsent(link.href(), link));
        return List.copyOf(alternates.values());
    }

    /** What the page says of itself, in its language as far as its words are known. */
    public Phrases phrases() {
        return Phrases.of(language);
    }

    /** Words of the page, and values in their places. */
    public String say(String key, Object... values) {
        return phrases().say(key, values);
    }

    /** Words that hang on a number. */
    public String count(String key, int number, Object... others) {
        return phrases().count(key, number, others);
    }

    /** A day, a month or a year for readers. */
    public String date(PublicationDate date) {
        return phrases().date(date.text());
    }

    /** The language of the words that are not the blog's own; null where that is the page's, which need not say so. */
    public @Nullable String wordsLanguage() {
        return other(phrases().language());
    }

    /** The language of the terms of our vocabularies, likewise. */
    public @Nullable String termsLanguage() {
        return other(Phrases.ENGLISH.language());
    }

    private @Nullable String other(String tag) {
        return Locale.forLanguageTag(language).getLanguage().equals(tag) ? null : tag;
    }

    /** The feeds, list by list. */
    public List<Link.Following> follow() {
        return Link.Following.of(feeds);
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
        return href(addresses.endpoint());
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

    /** The id of the place where the numbers of a finding stand, which itself is a sentence of the text. */
    public static String numbers(String finding) {
        return "numbers-of-" + fragment(finding);
    }
}
