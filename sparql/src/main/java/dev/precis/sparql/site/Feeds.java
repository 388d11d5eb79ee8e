package dev.precis.sparql.site;

import dev.precis.sparql.language.Phrases;
import dev.precis.sparql.page.Pages;
import dev.precis.sparql.query.Blog;
import dev.precis.sparql.query.Card;
import dev.precis.sparql.query.Card.Item;
import dev.precis.sparql.query.Catalogue;
import dev.precis.sparql.query.Catalogue.Count;
import dev.precis.sparql.query.Detail;
import dev.precis.sparql.query.Detail.Work;
import dev.precis.sparql.query.Facet;
import dev.precis.sparql.query.Named;
import dev.precis.sparql.write.feed.Entry;
import dev.precis.sparql.write.feed.Feed;
import dev.precis.sparql.write.feed.FeedFormat;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** Makes feeds of the newest summaries of a list. */
public final class Feeds {
    private static final int NEWEST = 20;
    private static final int SECONDS_A_DAY = 86_400;

    private Feeds() {}

    /**
     * A hub that passes on what is new in the feeds of blogs (<a href="https://www.w3.org/TR/websub/">WebSub</a>).
     *
     * @param address where it is, if there is one
     */
    public record Hub(Optional<URI> address) {
        /** That there is none. */
        public static final Hub NONE = new Hub(Optional.empty());

        /** The feeds of a blog that it is told of: those of all of it. */
        public static Stream<String> topics(Blog blog) {
            return Arrays.stream(FeedFormat.values()).map(FeedSource.of(blog)::address);
        }

        /**
         * The same answer; if it is one of these feeds, with the links by which a subscriber finds hub and topic
         * (section 4).
         *
         * @param asked what was asked for; one that was negotiated tells by itself where it is
         */
        Response told(Response response, List<Blog> blogs, String asked) {
            if (address.isEmpty() || response.status() != 200) {
                return response;
            }
            String self = response.header("Content-Location").orElse(asked);
            if (blogs.stream().flatMap(Hub::topics).noneMatch(self::equals)) {
                return response;
            }
            List<Header> headers = new ArrayList<>(response.headers());
            headers.add(new Header("Link", "<" + address.get() + ">; rel=\"hub\""));
            headers.add(new Header("Link", "<" + self + ">; rel=\"self\""));
            return new Response(
                    response.status(), response.contentType(), response.body(), response.lastModified(), headers);
        }
    }

    /** The list and its feeds, which are made when they are asked for. */
    public static Content.Followed followed(
            Edition edition, FeedSource source, Summaries summaries, Catalogue catalogue) {
        return new Content.Followed(
                source::address,
                format -> format.write(of(edition, source, summaries, catalogue), source.address(format)));
    }

    private static Feed of(Edition edition, FeedSource source, Summaries summaries, Catalogue catalogue) {
        Set<Instant> taken = new HashSet<>();
        List<Card> all = all(edition, source, summaries, catalogue);
        List<Card> chosen = source.isMonth() ? all : newest(all, source, Modifications.of(edition, catalogue));
        List<Entry> entries = chosen.stream()
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
                source.isWhole() ? deletions(summaries) : List.of(),
                parts(source, summaries));
    }

    private static List<Card> all(Edition edition, FeedSource source, Summaries summaries, Catalogue catalogue) {
        List<Card> selected = summaries.of(source.selection());
        if (!source.ofResource()) {
            return selected;
        }
        Set<String> own = References.of(edition, catalogue).summariesOf(source.id());
        return selected.stream().filter(card -> own.contains(card.item().iri())).toList();
    }

    /**
     * Those that were published last, of all of a blog its newest month whole, and those that changed last: whoever
     * follows is told of corrections too, however old the summary is.
     */
    private static List<Card> newest(List<Card> all, FeedSource source, Modifications modifications) {
        Set<Card> chosen = new LinkedHashSet<>(all.subList(0, Math.min(NEWEST, all.size())));
        if (source.isWhole() && !all.isEmpty()) {
            String month = all.getFirst().month();
            all.stream().filter(card -> card.month().equals(month)).forEach(chosen::add);
        }
        all.stream()
                .sorted(Comparator.comparing((Card card) ->
                                modifications.of(card.item().iri()).orElse(Instant.EPOCH))
                        .reversed())
                .limit(NEWEST)
                .forEach(chosen::add);
        return List.copyOf(chosen);
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
                Pages.entry(Phrases.of(detail.language()), detail, blog.root()),
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
        paragraphs.addAll(detail.advice());
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

    /**
     * What stands before and behind a part of all that there is (RFC 5005, section 4): the feed of a blog has all of
     * its newest month, the feeds of its other months have the rest. What is corrected in an old month stands in the
     * feed of the blog again. Nothing of what is no part.
     */
    private static Feed.Parts parts(FeedSource source, Summaries summaries) {
        if (source.isWhole()) {
            return new Feed.Parts("", month(summaries, 1), "");
        }
        int place = source.isMonth()
                ? summaries.months().stream().map(Count::iri).toList().indexOf(source.id())
                : 0;
        // the newest month is not over: its feed is no archive
        return place < 1
                ? Feed.Parts.NONE
                : new Feed.Parts(
                        FeedSource.of(source.blog()).address(FeedFormat.ATOM),
                        month(summaries, place + 1),
                        place == 1 ? "" : month(summaries, place - 1));
    }

    private static String month(Summaries summaries, int place) {
        return summaries.months().stream()
                .skip(place)
                .findFirst()
                .map(month -> FeedSource.of(
                        summaries.blog(), month.iri(), Facet.MONTH.choice(new Named(month.iri(), month.label()))))
                .map(month -> month.address(FeedFormat.ATOM))
                .orElse("");
    }
}
