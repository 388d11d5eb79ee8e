package dev.precis.sparql.page;

import java.net.URI;
import java.util.Objects;

/**
 * The IRI that every name of ours begins with. Links in pages are paths, so that a page works under whatever host it
 * was reached by; names are never made from the request.
 *
 * @param iri absolute, ends in a slash
 */
public record Base(String iri) {
    private static final String PERSISTENT = "https://w3id.org/precis/";

    public Base {
        URI uri = URI.create(iri);
        if (!uri.isAbsolute() || uri.isOpaque() || !iri.endsWith("/") || uri.getQuery() != null) {
            throw new IllegalArgumentException("<" + iri + ">: a base IRI is absolute and ends in a slash");
        }
    }

    /** The path part of the base: {@code /} or such as {@code /precis/}. */
    public String path() {
        return URI.create(iri).getRawPath();
    }

    /** The host that it names, without a port. */
    public String host() {
        return Objects.requireNonNullElse(URI.create(iri).getHost(), "");
    }

    /** Whether the name is one of ours. */
    public boolean holds(String name) {
        return name.startsWith(iri);
    }

    /** The name of a document here, for a persistent name of our vocabulary; any other name stays as it is. */
    public String iri(String name) {
        return name.startsWith(PERSISTENT) ? iri + name.substring(PERSISTENT.length()) : name;
    }

    /** Where to find a resource: a path if it is ours, else its own address. */
    public String href(String name) {
        String here = iri(name);
        return holds(here) ? path() + here.substring(iri.length()) : name;
    }

    /** What the base is followed by in a name of ours. */
    public String local(String name) {
        return name.substring(iri.length());
    }
}
