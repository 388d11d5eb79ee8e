package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Excerpts;
import dev.precis.pipeline.domain.page.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The addresses that are yet to be visited: posts first, then in the order found, each once. */
final class Frontier {
    private static final Pattern NO_PAGE = Pattern.compile("(?i).*\\.(?:jpe?g|png|gif|webp|svg|ico|css|js|pdf|zip|gz"
            + "|mp[34]|avi|mov|docx?|xlsx?|pptx?|epub|woff2?|ttf)");

    private final CrawlScope scope;
    private final Set<URI> found = new HashSet<>();
    private final Map<URI, String> titles = new HashMap<>();
    private final Deque<URI> posts = new ArrayDeque<>();
    private final Deque<URI> others = new ArrayDeque<>();

    Frontier(CrawlScope scope) {
        this.scope = scope;
    }

    /** Where a link leads, if it may be followed and is a page. */
    void add(Page.Link link) {
        URI address = scope.normalise(link.address());
        if (NO_PAGE.matcher(address.getRawPath()).matches() || !scope.allows(address)) {
            return;
        }
        if (link.leadsToPost() && !link.text().isEmpty() && !Excerpts.leadsOn(link.text())) {
            titles.putIfAbsent(address, link.text());
        }
        if (found.add(address)) {
            (link.leadsToPost() ? posts : others).add(address);
        }
    }

    Optional<URI> next() {
        return Optional.ofNullable(posts.isEmpty() ? others.pollFirst() : posts.pollFirst());
    }

    /** What lists call the post at an address. */
    Optional<String> title(URI address) {
        return Optional.ofNullable(titles.get(address));
    }
}
