package dev.precis.pipeline.execute;

import dev.precis.pipeline.domain.Notice;
import dev.precis.pipeline.validate.NonConformance;
import dev.precis.sparql.archive.NamedGraph;
import java.util.List;
import java.util.Optional;

/**
 * What became of a post.
 *
 * @param notices what was odd about the post, all of it
 * @param unfit corrections that do not fit it any more
 * @param refusal why the graph may not be kept; empty if it keeps the shapes
 */
public record Described(NamedGraph graph, List<Notice> notices, List<Notice> unfit, Optional<NonConformance> refusal) {
    public Described {
        notices = List.copyOf(notices);
        unfit = List.copyOf(unfit);
    }

    /** The same, refused. */
    public Described refused(NonConformance why) {
        return new Described(graph, notices, unfit, Optional.of(why));
    }
}
