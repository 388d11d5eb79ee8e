package dev.precis.sparql.archive;

import java.time.Instant;

/**
 * What a commit did to one graph.
 *
 * @param version of the archive after the commit: 1 for the first commit that changed a graph, one more for each next
 * @param instant of the commit, in whole seconds
 * @param graph the graph's IRI
 * @param base the IRI prefix under which its blog was minted, or empty
 */
public record Change(long version, Instant instant, String graph, String base, Kind kind) {
    /** What can happen to a graph. */
    public enum Kind {
        /** It is new, or another version of it took the place of the one before. */
        PUT,
        /** It is no longer there. */
        REMOVED
    }
}
