package dev.precis.pipeline.source.picture;

import dev.precis.pipeline.domain.page.Capture;
import dev.precis.pipeline.domain.page.PictureLink;
import dev.precis.pipeline.source.HttpFetcher;
import dev.precis.pipeline.source.UnreachableException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Pictures at their addresses, fetched as politely as the pages of the crawl that they are part of, and each once. */
public final class WebPictures implements PictureSource {
    private final Function<URI, Capture> fetcher;
    private final Predicate<URI> scope;
    private final Map<URI, Look> looks = new HashMap<>();

    /** @param scope where they may be asked for */
    public WebPictures(HttpFetcher fetcher, Predicate<URI> scope, int maxBytes) {
        this(address -> fetcher.picture(address, scope, maxBytes), scope);
    }

    /** @param fetcher gives what stands at an address, or throws {@link UnreachableException} */
    public WebPictures(Function<URI, Capture> fetcher, Predicate<URI> scope) {
        this.fetcher = fetcher;
        this.scope = scope;
    }

    @Override
    public Look look(PictureLink link) {
        try {
            URI address = new URI(link.address());
            if (!scope.test(address)) {
                return Look.none("is on " + (address.getHost() == null ? "no host" : address.getHost())
                        + ", where none may be asked for (profile, pictures.hosts)");
            }
            Look known = looks.get(address);
            if (known == null) {
                known = fetched(address);
                looks.put(address, known);
            }
            return known;
        } catch (URISyntaxException e) {
            return Look.none("is at no address: " + e.getReason());
        }
    }

    private Look fetched(URI address) {
        try {
            return PictureBytes.read(fetcher.apply(address).content());
        } catch (UnreachableException e) {
            return Look.none(e.reason());
        }
    }
}
