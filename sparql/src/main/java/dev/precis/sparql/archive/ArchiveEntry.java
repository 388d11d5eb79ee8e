package dev.precis.sparql.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
 * @param facts what it says that every run asks for; empty where an earlier version did not keep that
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
        Optional<Facts> facts,
        Instant modified) {
    public ArchiveEntry {
        if (!Sha256.isDigest(sha256) || !(snapshot.isEmpty() || Sha256.isDigest(snapshot))) {
            throw new IllegalArgumentException("<" + graph + ">: expected SHA-256 in 64 hexadecimal digits, not '"
                    + sha256 + "', '" + snapshot + "'");
        }
    }

    /** The address of the page that it was read from; empty if it tells none, or nobody looked. */
    public String page() {
        return facts.map(Facts::page).orElse("");
    }

    /** Whether it was read from a page, so that readers are told when it was modified. */
    public boolean isRead() {
        return !snapshot.isEmpty();
    }

    /** The same in another file, with what its graph says. */
    ArchiveEntry in(String other, Optional<Facts> known) {
        return new ArchiveEntry(graph, base, other, version, sha256, inputs, content, snapshot, known, modified);
    }

    /** What followers show of this graph: the same text as long as they need not look at it again. */
    public String state() {
        return isRead() ? sha256 + " " + modified : sha256;
    }

    /**
     * What a graph says that every run asks for: kept in the manifest, so that what is unchanged need not be read.
     *
     * @param page the address of the page that it was read from; empty if it tells none
     * @param labels the IRIs of its topics and types of research, in their order
     */
    public record Facts(String page, List<String> labels) {
        public Facts {
            labels = List.copyOf(labels);
        }

        static Facts of(NamedGraph graph) {
            return new Facts(graph.source(), graph.labels());
        }
    }
}
