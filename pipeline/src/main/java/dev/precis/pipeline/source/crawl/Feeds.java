package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.SourceProfile.Finder;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.CaptureKind;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.Fetcher;
import dev.precis.pipeline.source.UnreachableException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The addresses of the entries of feeds: those that the first page links, or the one that the profile names. */
final class Feeds {
    private static final int MOST = 5;

    private final CrawlScope scope;
    private final Fetcher fetcher;
    private final Function<Capture, Page> reader;
    private final Consumer<Notice> notices;

    Feeds(CrawlScope scope, Fetcher fetcher, Function<Capture, Page> reader, Consumer<Notice> notices) {
        this.scope = scope;
        this.fetcher = fetcher;
        this.reader = reader;
        this.notices = notices;
    }

    /**
     * Links to the posts in feeds; one outside of the folder is invited where what lists link as posts looks like it.
     *
     * @param linked feeds of the first page
     */
    List<Page.Link> entries(Finder finder, List<URI> linked, ListedPosts listed) {
        if (!finder.asked()) {
            return List.of();
        }
        List<URI> entries = addresses(finder, linked);
        entries.stream()
                .filter(entry -> !scope.isAbove(entry) && (finder.address().isPresent() || listed.isLikePosts(entry)))
                .forEach(scope::invite);
        return entries.stream()
                .map(entry -> new Page.Link(entry, "", true, false))
                .toList();
    }

    private List<URI> addresses(Finder finder, List<URI> linked) {
        List<URI> found = new ArrayList<>();
        finder.address().map(List::of).orElse(linked).stream()
                .filter(scope::isOnSite)
                .map(scope::normalise)
                .distinct()
                .filter(feed -> finder.address().isPresent() || fetcher.holds(feed))
                .limit(MOST)
                .forEach(feed -> found.addAll(entries(feed)));
        return found;
    }

    private List<URI> entries(URI feed) {
        String reason;
        try {
            Capture capture = fetcher.fetch(feed);
            if (CaptureKind.of(capture) == CaptureKind.FEED) {
                Page page = reader.apply(capture);
                page.notices().stream()
                        .map(flaw -> Notice.warning(flaw.code(), flaw.where(), flaw.message()))
                        .forEach(notices);
                return page.links().stream()
                        .map(Page.Link::address)
                        .filter(scope::isOnSite)
                        .toList();
            }
            reason = "is no feed";
        } catch (UnreachableException e) {
            reason = e.reason();
        }
        notices.accept(Notice.warning(
                "feed-unreadable", feed.toString(), reason + "; it finds no posts (profile, listing.feed)"));
        return List.of();
    }
}
