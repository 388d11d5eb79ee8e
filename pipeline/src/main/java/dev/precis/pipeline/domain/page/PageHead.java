package dev.precis.pipeline.domain.page;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a page tells crawlers of itself.
 *
 * @param canonical the address that it calls its own (RFC 6596); empty where it names none, or several
 * @param robots what it asks of crawlers
 * @param feeds that it links as other forms of itself
 */
public record PageHead(Optional<URI> canonical, RobotsRules robots, List<URI> feeds) {
    public static final PageHead NONE = new PageHead(Optional.empty(), RobotsRules.NONE, List.of());

    public PageHead {
        feeds = List.copyOf(feeds);
    }

    /** The same, and what else is asked of crawlers. */
    public PageHead with(RobotsRules more) {
        return new PageHead(canonical, robots.and(more), feeds);
    }
}
