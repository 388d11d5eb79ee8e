package dev.precis.pipeline.source.crawl;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.source.Fetcher;
import java.net.URI;
import java.util.List;

/**
 * Fetches everything but a capture that is there already.
 *
 * @param asked what was asked for to get it
 */
public record FirstKnown(URI asked, Capture first, Fetcher others) implements Fetcher {
    @Override
    public Capture fetch(URI address) {
        return address.equals(asked) || address.equals(first.address()) ? first : others.fetch(address);
    }

    @Override
    public List<URI> sitemaps(URI site) {
        return others.sitemaps(site);
    }
}
