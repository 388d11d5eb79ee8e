package dev.precis.sparql.archive;

import java.time.Instant;

/**
 * A state of an archive in its history.
 *
 * @param number how many commits had changed a graph by then
 * @param committed when the last of them was, in whole seconds: two histories that part, since one was restored from a
 *     backup, have the same numbers but not the same instants
 */
public record ArchiveVersion(long number, Instant committed) {
    /** Of something that has followed no archive. */
    public static final ArchiveVersion NONE = new ArchiveVersion(-1, Instant.EPOCH);

    /** Of an archive in which nothing was ever kept. */
    static final ArchiveVersion FIRST = new ArchiveVersion(0, Instant.EPOCH);
}
