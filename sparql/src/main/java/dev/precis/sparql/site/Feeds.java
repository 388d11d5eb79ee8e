package dev.precis.sparql.site;

import dev.precis.sparql.feed.Entry;
import dev.precis.sparql.feed.Feed;
import dev.precis.sparql.feed.FeedFormat;
import dev.precis.sparql.page.Link;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Item;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.query.Work;
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

/** The feeds: the newest of a blog, and the newest of each topic, in every format. */
final class Feeds implements Service {
    private static final int NEWEST = 20;
    private static final String TOPIC = "topic/";
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
        return links(blog.root(), blog.name());
    }

    /** Links for the head of a topic's page. */
    static List<Link> links(Blog blog, Count topic) {
        return links(topic.iri() + "/", blog.name() + ": " + topic.label());
    }

    private static List<Link> links(String folder, String title) {
        return Arrays.stream(FeedFormat.values())
                .map(format -> new Link(
                        "alternate", folder + format.file(), format.mediaType(), title + " (" + format.label() + ")"))
                .toList();
    }

    @Override
    public Optional<Response> get(Edition edition, Address address) {
        String iri = address.iri();
        return format(iri)
                .flatMap(format -> edition.blogOf(iri)
                        .flatMap(blog -> feed(blog, iri))
                        .map(feed -> new Response(
                                200,
                                contentType(format),
                                format.write(feed, iri),
                                edition.since(),
                                List.of(Answers.REVALIDATE))));
    }

    private static String contentType(FeedFormat format) {
        // JSON is always UTF-8 (RFC 8259 section 8.1) and its media types know no charset
        return format.mediaType() + (format.mediaType().endsWith("json") ? "" : "; charset=utf-8");
    }

    /** The feed at an address. */
    private Optional<Feed> feed(Blog blog, String address) {
        String folder = address.substring(0, address.lastIndexOf('/') + 1);
        if (folder.equals(blog.root())) {
            return Optional.of(feed(blog, blog.iri(), blog.name(), blog.root(), catalogue.recent(blog, NEWEST)));
        }
        String topic = folder.substring(0, folder.length() - 1);
        if (!topic.startsWith(blog.root() + TOPIC)) {
            return Optional.empty();
        }
        return catalogue.topics(blog.root() + "topic").stream()
                .filter(count -> count.iri().equals(topic))
                .findFirst()
                .map(count -> feed(blog, topic, blog.name() + ": " + count.label(), topic, catalogue.byTopic(topic)));
    }

    private Feed feed(Blog blog, String id, String title, String home, List<Item> items) {
        Set<Instant> taken = new HashSet<>();
        List<Entry> entries = items.stream()
                .limit(NEWEST)
                .flatMap(item -> catalogue.summary(item.iri()).stream())
                .map(detail -> entry(detail, taken))
                .sorted(Comparator.comparing(Entry::published).reversed())
                .toList();
        return new Feed(
                id,
                title,
                blog.description(),
                home,
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
