package dev.precis.pipeline.source;

import java.net.URI;

/** Where a redirect leads. */
final class Redirect {
    private Redirect() {}

    /**
     * The target, absolute, without fragment.
     *
     * @throws UnreachableException if the answer names no address of the web
     */
    static URI target(URI from, Answer answer) {
        String location = answer.header("Location").strip();
        try {
            // servers send spaces, although RFC 3986 has none
            URI target = from.resolve(URI.create(location.replace(" ", "%20")));
            boolean web = "http".equalsIgnoreCase(target.getScheme()) || "https".equalsIgnoreCase(target.getScheme());
            if (web && !location.isEmpty() && target.getHost() != null && target.getRawUserInfo() == null) {
                return Addresses.normalise(target);
            }
        } catch (IllegalArgumentException e) {
            throw new UnreachableException(from, "redirects to what is no address: " + location);
        }
        throw new UnreachableException(from, "redirects to what is no web page: " + location);
    }
}
