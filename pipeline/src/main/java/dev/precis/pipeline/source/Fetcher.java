package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.page.Capture;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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
    /** Whether there may be anything at an address: of the web nobody knows, of an archive it is known. */
    default boolean holds(URI address) {
        return true;
    }

    /** The addresses of all pages that there are, where that is known. */
    default Collection<URI> held() {
        return List.of();
    }

    /** What stood at an address before what {@link #fetch} gives, the latest first, where that is known. */
    default Stream<Capture> earlier(URI address) {
        return Stream.empty();
    }
}
