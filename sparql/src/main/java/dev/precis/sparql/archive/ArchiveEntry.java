package dev.precis.sparql.archive;

import java.time.Instant;

/**
 * What the manifest says of one graph.
 *
 * @param graph the graph's IRI
 * @param base the IRI prefix under which its blog was minted, or empty
 * @param file where it is, relative to the folder of graphs, with slashes
 * @param version 1 for the first, one more whenever the graph changed
 * @param sha256 of the file
 * @param content digest of the input that the graph was made from, as the maker computes it
 * @param snapshot SHA-256 of the page that it was read from, or empty
 * @param updated when this version was kept
 */
public record ArchiveEntry(
        String graph,
        String base,
        String file,
        long version,
        String sha256,
        String content,
        String snapshot,
        Instant updated) {
    public ArchiveEntry {
        if (!Sha256.isDigest(sha256) || !(snapshot.isEmpty() || Sha256.isDigest(snapshot))) {
            throw new IllegalArgumentException("<" + graph + ">: expected SHA-256 in 64 hexadecimal digits, not '"
                    + sha256 + "', '" + snapshot + "'");
        }
    }
}
