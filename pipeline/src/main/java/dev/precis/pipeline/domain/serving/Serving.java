package dev.precis.pipeline.domain.serving;

import java.util.List;

/**
 * How a blog is served. Nothing in a graph is made of it, so that a change of it has nothing read again.
 *
 * @param redirects where addresses of the site that was here before lead
 * @param letter who sends its months as e-mails
 * @param look what its pages look like, and its own pages
 */
public record Serving(List<Redirect> redirects, Letter letter, Look look) {
    public static final Serving NONE = new Serving(List.of(), Letter.NONE, Look.NONE);

    public Serving {
        redirects = List.copyOf(redirects);
    }
}
