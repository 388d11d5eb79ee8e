package dev.precis.sparql.site;

import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Choices;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Item;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Selection;
import dev.precis.sparql.query.Work;
import dev.precis.sparql.write.feed.Entry;
import dev.precis.sparql.write.feed.Feed;
import dev.precis.sparql.write.feed.FeedFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** The feeds: the newest of a blog, of each topic, of each type of research and of each search, in every format. */
final class Feeds implements Service {
    private static final int NEWEST = 20;
    private static final String SEARCH = "search/";
    private static final int SECONDS_A_DAY = 86_400;

    private final Catalogue catalogue;

    Feeds(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The format that an address asks for, if it is the address of a feed. */
    private static Optional<FeedFormat> format(String address) {
        return Arrays.stream(FeedFormat.values())
                .filter(format -> address.endsWith("/" + format.file()))
                .findFirst();
    }

    /** Links for the heads of a blog's pages. */
    static List<Link> links(Blog blog) {
        return links(blog.root(), "", blog.name());
    }

    /** Links for the head of the page of a topic or a type of research. */
    static List<Link> links(Blog blog, Count concept) {
        return links(concept.iri() + "/", "", title(blog, concept.label()));
    }

    /** Links for the head of the page of a search. */
    static List<Link> links(Blog blog, Selection selection) {
        return links(blog.root() + SEARCH, "?" + selection.parameters(), title(blog, selection.title()));
    }

    private static List<Link> links(String folder, String parameters, String title) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> new Link(
                        "alternate",
                        folder + format.file() + parameters,
                        format.mediaType(),
                        title + " (" + format.label() + ")"))
                .toList();
    }

    private static String title(Blog blog, String list) {
        return blog.name() + ": " + list;
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        return format(iri)
                .flatMap(format -> edition.blogOf(iri)
                        .map(blog -> Shelf.of(edition, catalogue, blog))
                        .flatMap(shelf -> source(shelf, address))
                        .map(source -> new Response(
                                200,
                                format.contentType(),
                                format.write(feed(source), iri + source.parameters()),
                                edition.since(),
                                List.of(Answers.REVALIDATE))));
    }

    /**
     * What a feed is made of.
     *
     * @param id the resource whose summaries these are
     * @param home the page that a reader may open
     * @param parameters what its address has besides its path
     */
    private record Source(Blog blog, String id, String title, String home, String parameters, List<Card> cards) {}

    /** What the feed at an address is made of. */
    private static Optional<Source> source(Shelf shelf, Address address) {
        Blog blog = shelf.blog();
        String folder = address.iri().substring(0, address.iri().lastIndexOf('/') + 1);
        return switch (folder.substring(blog.root().length())) {
            case "" -> Optional.of(new Source(blog, blog.iri(), blog.name(), blog.root(), "", shelf.cards()));
            case SEARCH -> search(shelf, address);
            default -> concept(shelf, folder.substring(0, folder.length() - 1));
        };
    }

    /** A feed of everything is not what somebody wants who asked for a topic that is no more: so there is none. */
    private static Optional<Source> search(Shelf shelf, Address address) {
        Choices.Asked asked = shelf.choices().read(address.parameters());
        Selection selection = asked.selection();
        String home = shelf.address(selection);
        return asked.unknown().isEmpty()
                ? Optional.of(new Source(
                        shelf.blog(),
                        home,
                        selection.isAll() ? shelf.blog().name() : title(shelf.blog(), selection.title()),
                        home,
                        home.substring(shelf.search().length()),
                        shelf.of(selection)))
                : Optional.empty();
    }

    private static Optional<Source> concept(Shelf shelf, String iri) {
        Blog blog = shelf.blog();
        return Stream.of(Facet.TOPIC, Facet.TYPE)
                .filter(facet -> iri.startsWith(blog.root() + facet.parameter() + "/"))
                .flatMap(facet ->
                        shelf
                                .choices()
                                .find(facet, iri.substring((blog.root() + facet.parameter() + "/").length()))
                                .stream())
                .findFirst()
                .map(choice ->
                        new Source(blog, iri, title(blog, choice.name()), iri, "", shelf.of(Selection.of(choice))));
    }

    private Feed feed(Source source) {
        Set<Instant> taken = new HashSet<>();
        List<Entry> entries = source.cards().stream()
                .limit(NEWEST)
                .flatMap(card -> catalogue.summary(card.item().iri()).stream())
                .map(detail -> entry(detail, taken))
                .sorted(Comparator.comparing(Entry::published).reversed())
                .toList();
        Blog blog = source.blog();
        return new Feed(
                source.id(),
                source.title(),
                blog.description(),
                source.home(),
                blog.language().isEmpty() ? "en" : blog.language(),
                blog.license(),
                entries);
    }

    private static Entry entry(Detail detail, Set<Instant> taken) {
        Optional<Work> work = detail.works().stream().findFirst();
        return new Entry(
                detail.item().iri(),
                detail.item().title(),
                published(detail.item(), taken),
                detail.item().date().text(),
                detail.author().name(),
                Pages.entry(detail),
                text(detail),
                work.map(Work::citation).orElse(""),
                work.map(Work::doi).orElse(""),
                Stream.concat(detail.topics().stream(), detail.types().stream())
                        .map(Named::name)
                        .toList());
    }

    private static String text(Detail detail) {
        List<String> paragraphs = new ArrayList<>(detail.body());
        detail.implications()
                .forEach(paragraph ->
                        paragraphs.add(paragraph.stream().map(Named::name).collect(Collectors.joining(" "))));
        return String.join("\n\n", paragraphs);
    }

    /**
     * Only the day or the month is known, but feed readers sort by time and expect no two alike: so the time of day is
     * made from the name, and stays the same for ever.
     */
    private static Instant published(Item item, Set<Instant> taken) {
        CRC32 name = new CRC32();
        name.update(item.iri().getBytes(StandardCharsets.UTF_8));
        Instant instant = item.date()
                .firstDay()
                .atStartOfDay(ZoneOffset.UTC)
                .plusSeconds(name.getValue() % SECONDS_A_DAY)
                .toInstant();
        while (!taken.add(instant)) {
            instant = instant.plusSeconds(1);
        }
        return instant;
    }
}
