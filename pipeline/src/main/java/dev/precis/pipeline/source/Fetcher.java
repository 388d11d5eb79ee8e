package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.util.List;

/** Fetches what stands at an address. */
public interface Fetcher {
    /**
     * The capture's address is where redirects ended.
     *
     * @throws UnreachableException if nothing whole could be had from there, or should not be asked for
     */
    Capture fetch(URI address);

    /** The sitemaps that the robots.txt of a site names. */
    default List<URI> sitemaps(URI site) {
        return List.of();
    }
}
