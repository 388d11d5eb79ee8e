package dev.precis.sparql.archive;

import java.time.Instant;

/**
 * What the manifest says of one graph.
 *
 * @param graph the graph's IRI
 * @param base the IRI prefix under which its blog was minted, or empty
 * @param file where it is, relative to the folder of graphs, with slashes
 * @param version 1 for the first, one more whenever the file changed
 * @param sha256 of the file
 * @param inputs digest of all that the graph was made from, as the maker computes it
 * @param content digest of what the graph says, without how it came to be; empty where an earlier format kept none
 * @param snapshot SHA-256 of the page that it was read from, or empty
 * @param page the address of that page, or empty; empty also where an earlier version did not keep it
 * @param modified when the content became what it is: the one instant of modification that everything tells, in whole
 *     seconds
 */
public record ArchiveEntry(
        String graph,
        String base,
        String file,
        long version,
        String sha256,
        String inputs,
        String content,
        String snapshot,
        String page,
        Instant modified) {
    public ArchiveEntry {
        if (!Sha256.isDigest(sha256) || !(snapshot.isEmpty() || Sha256.isDigest(snapshot))) {
            throw new IllegalArgumentException("<" + graph + ">: expected SHA-256 in 64 hexadecimal digits, not '"
                    + sha256 + "', '" + snapshot + "'");
        }
    }

    /** Whether it was read from a page, so that readers are told when it was modified. */
    public boolean isRead() {
        return !snapshot.isEmpty();
    }

    /** What followers show of this graph: the same text as long as they need not look at it again. */
    public String state() {
        return isRead() ? sha256 + " " + modified : sha256;
    }
}
