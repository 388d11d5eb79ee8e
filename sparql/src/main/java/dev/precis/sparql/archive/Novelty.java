package dev.precis.sparql.archive;

/** What a graph given to the archive is to what the archive has. */
public enum Novelty {
    /** The archive had no graph of that name. */
    NEW,
    /** The archive has another version, or its file was damaged. */
    CHANGED,
    /** The archive has exactly this. */
    UNCHANGED
}
