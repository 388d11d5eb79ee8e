package dev.precis.pipeline.source;

import dev.precis.pipeline.domain.Capture;
import java.net.URI;

/** Fetches what stands at an address. */
public interface Fetcher {
    /**
     * The capture's address is where redirects ended.
     *
     * @throws UnreachableException if nothing whole could be had from there, or should not be asked for
     */
    Capture fetch(URI address);
}
