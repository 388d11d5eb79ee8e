package dev.precis.sparql.site;

import dev.precis.sparql.page.Base;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * All pages for search engines (sitemaps.org/protocol.html); several files and a list of them where one is too long.
 */
final class Sitemap implements Service {
    static final String FILE = "sitemap.xml";

    /** The protocol allows no more in one file. */
    static final int LONGEST = 50_000;

    private static final String PART = "sitemap-%d.xml";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String TYPE = "application/xml";

    private final Base base;
    private final Catalogue catalogue;
    private final List<Section> sections;
    private final int longest;

    Sitemap(Base base, Catalogue catalogue, List<Section> sections, int longest) {
        this.base = base;
        this.catalogue = catalogue;
        this.sections = List.copyOf(sections);
        this.longest = longest;
    }

    /**
     * A page.
     *
     * @param changed when what it says was last read; empty if that is not known
     */
    private record Place(String address, String changed) {}

    private record Places(List<Place> all) {}

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String path = base.holds(address.iri()) ? base.local(address.iri()) : "";
        if (!path.startsWith("sitemap")) {
            return Optional.empty();
        }
        List<Place> places =
                edition.once(Places.class, () -> new Places(places(edition))).all();
        int parts = (places.size() + longest - 1) / longest;
        if (path.equals(FILE)) {
            return Optional.of(
                    answer(edition, parts > 1 ? writer -> index(writer, parts) : writer -> part(writer, places)));
        }
        return Stream.iterate(1, number -> number <= parts && parts > 1, number -> number + 1)
                .filter(number -> path.equals(PART.formatted(number)))
                .findFirst()
                .map(number -> places.subList((number - 1) * longest, Math.min(places.size(), number * longest)))
                .map(part -> answer(edition, writer -> part(writer, part)));
    }

    private static Response answer(Edition edition, XmlText.Body body) {
        return new Response(200, TYPE, XmlText.write(body), edition.since(), List.of(Answers.REVALIDATE));
    }

    private List<Place> places(Edition edition) {
        Map<String, Instant> changed = changed(edition);
        return sections.stream()
                .flatMap(section -> section.resources(edition).map(resource -> {
                    Instant known = changed.get(resource);
                    return new Place(section.page(resource), known == null ? "" : known.toString());
                }))
                .distinct()
                .toList();
    }

    /** When each summary was last read, and the newest of these for every list that has it. */
    private Map<String, Instant> changed(Edition edition) {
        Map<String, String> readings = catalogue.readings();
        Map<String, Instant> changed = new HashMap<>();
        for (Card card : Cards.of(edition, catalogue).all()) {
            String summary = card.item().iri();
            time(readings.getOrDefault(summary, ""))
                    .ifPresent(read -> Stream.of(
                                    Stream.of(summary, card.item().issue().iri()),
                                    card.topics().stream().map(Named::iri),
                                    card.types().stream().map(Named::iri),
                                    card.works().stream(),
                                    edition.blogOf(summary).stream()
                                            .flatMap(blog -> Stream.of(blog.root(), blog.root() + "search")))
                            .flatMap(names -> names)
                            .forEach(name -> changed.merge(name, read, (a, b) -> a.isAfter(b) ? a : b)));
        }
        return changed;
    }

    private static Optional<Instant> time(String dateTime) {
        try {
            return dateTime.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeException stored) {
            // a time that is none says nothing of when
            return Optional.empty();
        }
    }

    private static void part(XmlText writer, List<Place> places) throws XMLStreamException {
        writer.open("urlset", NAMESPACE);
        for (Place place : places) {
            writer.open("url");
            writer.element("loc", place.address());
            if (!place.changed().isEmpty()) {
                writer.element("lastmod", place.changed());
            }
            writer.close();
        }
        writer.close();
    }

    private void index(XmlText writer, int parts) throws XMLStreamException {
        writer.open("sitemapindex", NAMESPACE);
        for (int number = 1; number <= parts; number++) {
            writer.open("sitemap");
            writer.element("loc", base.iri() + PART.formatted(number));
            writer.close();
        }
        writer.close();
    }
}
