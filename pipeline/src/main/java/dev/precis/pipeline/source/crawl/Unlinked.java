package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.source.Fetcher;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The pages that are known to be there though nothing leads to them: those of an archive, which has what somebody
 * fetched and not all that is between. What a crawl may not visit is none; lists may invite it later.
 */
final class Unlinked {
    private final CrawlScope scope;
    private final Set<URI> asked;
    private final Deque<URI> waiting;
    private final List<URI> outside = new ArrayList<>();
    private boolean visited;

    /** @param asked what was visited, as it grows */
    Unlinked(CrawlScope scope, Fetcher fetcher, Set<URI> asked) {
        this.scope = scope;
        this.asked = asked;
        this.waiting = new ArrayDeque<>(fetcher.held());
    }

    /** A page that may be visited and was not. */
    Optional<URI> next() {
        while (!waiting.isEmpty()) {
            URI address = waiting.removeFirst();
            if (asked.contains(address)) {
                continue;
            }
            if (scope.test(address) && scope.allows(address)) {
                visited = true;
                return Optional.of(address);
            }
            outside.add(address);
            if (waiting.isEmpty() && visited) {
                // what was visited since may have invited some
                waiting.addAll(outside);
                outside.clear();
                visited = false;
            }
        }
        return Optional.empty();
    }

    /** What is to say of the pages that may not be visited, if there are any. */
    Optional<Notice> outside() {
        outside.removeIf(asked::contains);
        return outside.stream()
                .findFirst()
                .map(example -> Notice.info(
                        "outside",
                        example.toString(),
                        outside.size() + " pages of the archive, such as this one, are outside of what a crawl from "
                                + scope.start() + " follows (profile, listing.follow, listing.posts)"));
    }
}
