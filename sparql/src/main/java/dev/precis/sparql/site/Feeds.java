package dev.precis.sparql.site;

import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Detail.Work;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.write.feed.Entry;
import dev.precis.sparql.write.feed.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Makes feeds of the newest summaries of a list. */
public final class Feeds {
    private static final int NEWEST = 20;
    private static final int SECONDS_A_DAY = 86_400;

    private Feeds() {}

    /** The list and its feeds, which are made when they are asked for. */
    public static Content.Followed followed(
            Edition edition, FeedSource source, Summaries summaries, Catalogue catalogue) {
        return new Content.Followed(
                source::address,
                format -> format.write(of(edition, source, summaries, catalogue), source.address(format)));
    }

    private static Feed of(Edition edition, FeedSource source, Summaries summaries, Catalogue catalogue) {
        Set<Instant> taken = new HashSet<>();
        List<Entry> entries = summaries.of(source.selection()).stream()
                .limit(NEWEST)
                .flatMap(card -> catalogue.summary(card.item().iri()).stream())
                .map(detail -> entry(source.blog(), detail, taken))
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
                blog.publishedBy(),
                edition.since(),
                entries,
                source.selection().isAll() ? deletions(summaries) : List.of());
    }

    private static List<Feed.Deletion> deletions(Summaries summaries) {
        return summaries.departed().stream()
                .map(departed -> new Feed.Deletion(departed.iri(), departed.instant(), departed.reason()))
                .toList();
    }

    private static Entry entry(Blog blog, Detail detail, Set<Instant> taken) {
        Optional<Work> work = detail.works().stream().findFirst();
        Instant published = published(detail.item(), taken);
        return new Entry(
                detail.item().iri(),
                detail.item().title(),
                published,
                detail.provenance().modified().orElse(published),
                detail.item().date().text(),
                detail.author().name(),
                Pages.entry(detail, blog.root()),
                text(detail),
                work.map(Work::citation).orElse(""),
                work.map(Work::doi).orElse(""),
                Stream.concat(detail.topics().stream(), detail.types().stream())
                        .map(Named::name)
                        .toList());
    }

    private static String text(Detail detail) {
        List<String> paragraphs = new ArrayList<>();
        detail.alarms().forEach(flag -> paragraphs.add(flag.label() + ": " + flag.description()));
        paragraphs.addAll(detail.body());
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
