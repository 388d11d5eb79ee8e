package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Draft;
import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.domain.Severity;
import dev.precis.pipeline.domain.SourceProfile;
import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.Home;
import dev.precis.pipeline.domain.page.Page;
import dev.precis.pipeline.source.Fetcher;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Visits the pages of one blog: its listing of all posts, its listing for each filter (the only place where topics and
 * types of research are told), and the further pages that these, sitemaps and feeds lead to, posts first (ADR 30). A
 * blog without such listings is crawled breadth first. One crawl per object.
 */
public final class Crawler {
    private final CrawlScope scope;
    private final SourceProfile profile;
    private final Fetcher fetcher;
    private final Function<Capture, Page> reader;
    private final Progress progress;
    private final Asking asking;
    private final OwnAddresses own;
    private final Families families;
    private final ListedPosts listed;

    private final List<String> filters = new ArrayList<>();
    private final Frontier frontier;
    private final Set<URI> asked = new HashSet<>();
    private final Set<URI> kept = new HashSet<>();
    private final List<Visit> visits = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final Set<URI> missing = new HashSet<>();
    private int fetched;
    private boolean full;

    /** Told of every address before it is fetched, and of every page that is one of the blog's. */
    public interface Progress {
        /**
         * An address is about to be fetched.
         *
         * @param done how many were before it
         */
        void visiting(URI address, int done);

        /** A page of the blog that may be published. */
        default void taken(Page page) {}

        /**
         * A page that lists link as a post could not be had.
         *
         * @param title the words of the link
         */
        default void missed(String title) {}

        /** Whether something was read at an address before. */
        default boolean isSource(URI address) {
            return false;
        }

        /** Addresses of posts that are known and were not met by now. */
        default List<URI> unmet() {
            return List.of();
        }
    }

    /** A page and the bytes that it was read from. */
    public record Visit(Capture capture, Page page) {}

    /**
     * What a crawl found.
     *
     * @param visits in the order visited; a listing page that shows nothing new is left out
     * @param notices what was unreachable or refused
     * @param complete whether all that leads to posts was looked at, and answered
     * @param missing addresses where nothing is (404, 410), or nothing that may be published
     */
    public record Result(List<Visit> visits, List<Notice> notices, boolean complete, Set<URI> missing) {
        public Result {
            visits = List.copyOf(visits);
            notices = List.copyOf(notices);
            missing = Set.copyOf(missing);
        }
    }

    /**
     * A crawl yet to be made.
     *
     * @param start a page of the listing, or any page of a blog without one
     * @param reader makes a page of a capture, and keeps nothing of it
     * @param notations of topics and types, the filters to visit whether a page links to them or not
     */
    public Crawler(
            SourceProfile profile,
            URI start,
            Fetcher fetcher,
            Function<Capture, Page> reader,
            List<String> notations,
            Progress progress) {
        this.scope = new CrawlScope(start, profile.listing(), Home.of(profile));
        this.asking = new Asking(scope, fetcher, progress::isSource, notices::add);
        this.own = new OwnAddresses(scope, notices::add);
        this.frontier = new Frontier(scope);
        this.families = new Families(scope);
        this.listed = new ListedPosts(scope);
        this.profile = profile;
        this.fetcher = fetcher;
        this.reader = reader;
        this.progress = progress;
        notations.stream().filter(scope::isFilter).distinct().forEach(filters::add);
    }

    public Result crawl() {
        if (scope.hasListing()) {
            walk(List.of());
        }
        // nothing at the first address: no filter will do better
        for (int next = 0; !visits.isEmpty() && !full && next < filters.size(); next++) {
            walk(List.of(filters.get(next)));
        }
        if (!scope.hasListing()) {
            visit(scope.start()).ifPresent(this::keep);
        }
        if (!visits.isEmpty() && !full) {
            lookUp(visits.getFirst().page());
        }
        exhaust();
        List<URI> unmet = visits.isEmpty() || full ? List.of() : progress.unmet();
        unmet.stream().filter(scope::isOnSite).forEach(address -> {
            scope.invite(address);
            frontier.add(new Page.Link(address, ""));
        });
        exhaust();
        visitUnlinked();
        boolean complete = !visits.isEmpty() && !full && !asking.hasFailed();
        asking.missing().stream().map(scope::normalise).forEach(missing::add);
        return new Result(visits, notices, complete, missing);
    }

    private void visitUnlinked() {
        Unlinked unlinked = new Unlinked(scope, fetcher, asked);
        for (Optional<URI> next = unlinked.next(); next.isPresent() && !full; next = unlinked.next()) {
            visitOnce(next.get());
            asked.add(next.get());
            exhaust();
        }
        unlinked.outside().ifPresent(notices::add);
    }

    private void exhaust() {
        for (Optional<URI> next = frontier.next(); next.isPresent() && !full; next = frontier.next()) {
            visitOnce(next.get());
        }
    }

    /** Asks sitemaps and feeds where there are posts; what lies outside of the folder counts only as a feed's entry. */
    private void lookUp(Page first) {
        new Feeds(scope, fetcher, reader, notices::add)
                .entries(profile.listing().feed(), first.head().feeds(), listed)
                .forEach(this::follow);
        SourceProfile.Finder sitemap = profile.listing().sitemap();
        if (sitemap.asked()) {
            new Sitemaps(scope, fetcher, notices::add)
                    .addresses(sitemap)
                    .forEach(address -> follow(new Page.Link(address, "")));
        }
    }

    /**
     * Visits a page that something leads to, unless it is the same as one that was visited, or its like bring nothing.
     */
    private void visitOnce(URI found) {
        URI address = scope.normalise(found); // more parameters may be known to make no other page
        if (!families.areLeft(address) && !asked.contains(address)) {
            Optional<Visit> visit = visit(fetcher.holds(address) ? address : found);
            asked.add(address);
            visit.ifPresent(this::keep);
            if (!full) {
                families.visited(address, visit.map(Visit::page)).ifPresent(notices::add);
            }
        }
    }

    /**
     * The pages of one listing. A number past the last page gives the first page again on some sites, so the end is the
     * page that shows no post which this listing has not shown; and as new posts push older ones to later pages while
     * we read, one post seen twice is not the end.
     */
    private void walk(List<String> filter) {
        Set<String> shown = new HashSet<>();
        boolean afterFailure = false;
        for (int number = 1; !full; number++) {
            URI address = scope.listing(filter, number);
            Optional<Visit> visit = visit(address);
            boolean news = visit.isPresent() && shown.addAll(keys(visit.get()));
            if (visit.isPresent() && (news || number == 1)) {
                keep(visit.get());
            } else {
                visit.ifPresent(this::passOver);
            }
            // one page that fails is passed over, a second one after it ends the listing
            boolean passedOver = visit.isEmpty() && number > 1 && !afterFailure;
            if (!(news || passedOver) || profile.listing().page().isEmpty()) {
                return;
            }
            afterFailure = visit.isEmpty();
        }
    }

    private static List<String> keys(Visit visit) {
        return visit.page().drafts().stream().map(Draft::key).toList();
    }

    private Optional<Visit> visit(URI address) {
        if (!asked.add(address) || !fetcher.holds(address)) {
            return Optional.empty();
        }
        if (fetched == profile.crawl().maxPages()) {
            full = true;
            notices.add(Notice.warning(
                    "max-pages",
                    address.toString(),
                    "the crawl ended here, it may visit " + fetched + " pages at most (profile, crawl.max-pages)"));
            return Optional.empty();
        }
        progress.visiting(address, fetched);
        fetched++;
        Optional<Visit> visit =
                asking.ask(address, fetched == 1).map(capture -> new Visit(capture, own.named(reader.apply(capture))));
        if (visit.isEmpty()) {
            frontier.title(address).ifPresent(progress::missed);
        }
        return visit;
    }

    private void keep(Visit visit) {
        Page page = visit.page();
        URI address = scope.normalise(page.address());
        asked.add(address);
        asked.add(scope.normalise(visit.capture().address()));
        if (!kept.add(address)) {
            passOver(visit);
            return;
        }
        visits.add(visit);
        take(visit);
        fetcher.earlier(visit.capture().address())
                .map(before -> new Visit(before, own.named(reader.apply(before))))
                .forEach(this::take);
    }

    /** What stood there before is looked at as this was, and tells no more. */
    private void passOver(Visit visit) {
        fetcher.earlier(visit.capture().address())
                .map(reader)
                .forEach(page -> asked.add(scope.normalise(page.address())));
    }

    private void take(Visit visit) {
        Page page = visit.page();
        boolean obeys = !profile.crawl().ignoreRobotsMeta();
        if (obeys && page.head().robots().noindex()) {
            notices.add(new Notice(
                    visits.size() == 1 ? Severity.WARNING : Severity.INFO,
                    "noindex",
                    page.address().toString(),
                    "asks not to be published, and is not (profile, crawl.ignore-robots-meta)"));
            missing.add(scope.normalise(page.address()));
        } else {
            progress.taken(page);
        }
        if (!(obeys && page.head().robots().nofollow())) {
            listed.of(page).forEach(scope::invite);
            page.links().stream().filter(link -> !(obeys && link.nofollow())).forEach(this::follow);
        }
    }

    private void follow(Page.Link link) {
        URI address = scope.normalise(link.address());
        if (!scope.test(address) || asked.contains(address)) {
            return;
        }
        List<String> linked = scope.filters(address);
        if (scope.isListing(address)) {
            // page numbers are walked, combinations of filters tell nothing that the single ones do not
            if (linked.size() == 1 && !filters.contains(linked.getFirst())) {
                filters.add(linked.getFirst());
            }
        } else if (linked.size() <= 1) {
            frontier.add(link);
        }
    }
}
