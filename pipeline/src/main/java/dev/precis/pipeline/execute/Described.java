package dev.precis.pipeline.execute;

import dev.precis.pipeline.domain.Notice;
import dev.precis.sparql.archive.NamedGraph;
import java.util.List;

/**
 * What became of a post: a graph that keeps the shapes.
 *
 * @param notices what was odd about the post, all of it
 * @param unfit corrections that do not fit it any more
 */
public record Described(NamedGraph graph, List<Notice> notices, List<Notice> unfit) {
    public Described {
        notices = List.copyOf(notices);
        unfit = List.copyOf(unfit);
    }
}
