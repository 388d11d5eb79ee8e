package dev.precis.sparql.query;

import dev.precis.ontology.IriTemplate;

/**
 * A blog and what it says of itself.
 *
 * @param iri its name, which ends in {@code blog}
 * @param blurb what it says this month
 * @param introduction what it says of itself at the top of its pages
 */
public record Blog(
        String iri,
        String name,
        String description,
        String blurb,
        String introduction,
        String language,
        Named author,
        String publisher,
        String license) {
    private static final String LAST = IriTemplate.BLOG.of("");

    public Blog {
        if (!iri.endsWith("/" + LAST)) {
            throw new IllegalArgumentException("<" + iri + ">: the name of a blog ends in /" + LAST);
        }
    }

    /** Who publishes it, as far as that is known: else the blog itself. */
    public String publishedBy() {
        return publisher.isEmpty() ? name : publisher;
    }

    /** What all names of this blog begin with. */
    public String root() {
        return iri.substring(0, iri.length() - LAST.length());
    }
}
