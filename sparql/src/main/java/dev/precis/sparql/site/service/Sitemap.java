package dev.precis.sparql.site.service;

import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.site.Address;
import dev.precis.sparql.site.Answers;
import dev.precis.sparql.site.Cards;
import dev.precis.sparql.site.Edition;
import dev.precis.sparql.site.Modifications;
import dev.precis.sparql.site.Places;
import dev.precis.sparql.site.Response;
import dev.precis.sparql.site.Section;
import dev.precis.sparql.site.Service;
import dev.precis.sparql.site.XmlText;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * All pages for search engines (sitemaps.org/protocol.html); several files and a list of them where one is too long.
 */
public final class Sitemap implements Service {
    /** The protocol allows no more in one file. */
    public static final int LONGEST = 50_000;

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String TYPE = "application/xml";

    private final Places places;
    private final Catalogue catalogue;
    private final List<Section> sections;
    private final int longest;

    public Sitemap(Places places, Catalogue catalogue, List<Section> sections, int longest) {
        this.places = places;
        this.catalogue = catalogue;
        this.sections = List.copyOf(sections);
        this.longest = longest;
    }

    /**
     * A page.
     *
     * @param modified when what it says changed last; empty if that is not known
     */
    private record Page(String address, String modified) {}

    private record Pages(List<Page> all) {}

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        if (!iri.startsWith(places.base().iri() + "sitemap")) {
            return Optional.empty();
        }
        List<Page> pages =
                edition.once(Pages.class, () -> new Pages(pages(edition))).all();
        int parts = (pages.size() + longest - 1) / longest;
        if (iri.equals(places.sitemap())) {
            return Optional.of(
                    answer(edition, parts > 1 ? writer -> index(writer, parts) : writer -> part(writer, pages)));
        }
        return Stream.iterate(1, number -> number <= parts && parts > 1, number -> number + 1)
                .filter(number -> iri.equals(places.sitemap(number)))
                .findFirst()
                .map(number -> pages.subList((number - 1) * longest, Math.min(pages.size(), number * longest)))
                .map(part -> answer(edition, writer -> part(writer, part)));
    }

    private static Response answer(Edition edition, XmlText.Body body) {
        return new Response(200, TYPE, XmlText.write(body), edition.since(), List.of(Answers.REVALIDATE));
    }

    private List<Page> pages(Edition edition) {
        Map<String, Instant> modified = modified(edition);
        return sections.stream()
                .flatMap(section -> section.resources(edition).map(resource -> {
                    Instant known = modified.get(resource);
                    return new Page(section.page(resource), known == null ? "" : known.toString());
                }))
                .distinct()
                .toList();
    }

    /** When each summary was modified, and the newest of these for every list that has it. */
    private Map<String, Instant> modified(Edition edition) {
        Modifications modifications = Modifications.of(edition, catalogue);
        Map<String, Instant> modified = new HashMap<>();
        for (Card card : Cards.of(edition, catalogue).all()) {
            String summary = card.item().iri();
            modifications
                    .of(summary)
                    .ifPresent(instant -> Stream.of(
                                    Stream.of(summary, card.item().issue().iri()),
                                    card.topics().stream().map(Named::iri),
                                    card.types().stream().map(Named::iri),
                                    card.works().stream(),
                                    edition.blogOf(summary).stream()
                                            .flatMap(blog -> Stream.of(blog.root(), Places.search(blog))))
                            .flatMap(names -> names)
                            .forEach(name -> modified.merge(name, instant, (a, b) -> a.isAfter(b) ? a : b)));
        }
        return modified;
    }

    private static void part(XmlText writer, List<Page> pages) throws XMLStreamException {
        writer.open("urlset", NAMESPACE);
        for (Page page : pages) {
            writer.open("url");
            writer.element("loc", page.address());
            if (!page.modified().isEmpty()) {
                writer.element("lastmod", page.modified());
            }
            writer.close();
        }
        writer.close();
    }

    private void index(XmlText writer, int parts) throws XMLStreamException {
        writer.open("sitemapindex", NAMESPACE);
        for (int number = 1; number <= parts; number++) {
            writer.open("sitemap");
            writer.element("loc", places.sitemap(number));
            writer.close();
        }
        writer.close();
    }
}
