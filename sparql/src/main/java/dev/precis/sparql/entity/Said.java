package dev.precis.sparql.entity;

import java.util.List;
import java.util.Set;

/**
 * What a graph says of people and journals.
 *
 * @param root what the names of its blog begin with
 * @param mentions authors and editors of cited works
 * @param speakers who wrote summaries
 * @param venues where cited works appeared
 * @param same names of which an editor says that they stand for one
 * @param different names of which an editor says that they do not
 */
public record Said(
        String root,
        List<Mention> mentions,
        Set<Speaker> speakers,
        List<Venue> venues,
        List<Pair> same,
        List<Pair> different) {
    public Said {
        mentions = List.copyOf(mentions);
        speakers = Set.copyOf(speakers);
        venues = List.copyOf(venues);
        same = List.copyOf(same);
        different = List.copyOf(different);
    }

    /** Somebody who wrote a summary, with the name as one speaks it. */
    public record Speaker(String person, String name) {}

    /**
     * That a work appeared in something.
     *
     * @param issns that a registry tells of the work
     */
    public record Venue(String venue, String name, Set<String> issns) {
        public Venue {
            issns = Set.copyOf(issns);
        }
    }

    /** Two names. */
    public record Pair(String one, String other) {}
}
