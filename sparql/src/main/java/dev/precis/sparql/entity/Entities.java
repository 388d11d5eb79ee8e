package dev.precis.sparql.entity;

import dev.precis.ontology.IriTemplate;
import dev.precis.sparql.archive.NamedGraph;
import dev.precis.sparql.index.Derivation;
import java.util.List;
import java.util.stream.Stream;

/**
 * Says which names of people and of journals are those of one, in two graphs of each blog. The graphs of summaries keep
 * the names as they are printed.
 */
public final class Entities implements Derivation {
    private final Saying saying = new Saying();

    /** Nothing of what has but one name. */
    @Override
    public List<NamedGraph> derive(Content content) {
        return content.gathered(saying).blogs().entrySet().stream()
                .flatMap(blog -> Stream.of(
                        blog.getValue().people(IriTemplate.PEOPLE.of(blog.getKey()), content.base()),
                        blog.getValue().journals(IriTemplate.VENUES.of(blog.getKey()), content.base())))
                .filter(graph -> !graph.graph().isEmpty())
                .toList();
    }
}
