package dev.precis.sparql.archive;

import java.util.List;

/**
 * Something that is derived from an archive and kept up to date by its changes: an index, a mirror, a store elsewhere.
 */
public interface Follower {
    /** The version of the archive that this has taken in, remembered over restarts. */
    ArchiveVersion version();

    /**
     * Takes in what happened since then.
     *
     * @param changes the last one of each graph, in the order of the graphs' names; what they put is to be read from
     *     the archive
     * @param version of the archive that this agrees with afterwards
     */
    void follow(List<Change> changes, ArchiveVersion version);

    /** Takes in everything anew: the archive no longer knows what happened since this followed it. */
    void followAnew();
}
