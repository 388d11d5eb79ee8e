package dev.precis.sparql.page;

import java.net.URI;

/**
 * The IRI that every name of ours begins with. Links in pages are paths, so that a page works under whatever host it
 * was reached by; names are never made from the request.
 *
 * @param iri absolute, ends in a slash
 */
public record Base(String iri) {
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

    /** Whether the name is one of ours. */
    public boolean holds(String name) {
        return name.startsWith(iri);
    }

    /** Where to find a resource: a path if it is ours, else its own address. */
    public String href(String name) {
        return holds(name) ? path() + name.substring(iri.length()) : name;
    }

    /** What the base is followed by in a name of ours. */
    public String local(String name) {
        return name.substring(iri.length());
    }
}
