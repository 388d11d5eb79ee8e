package dev.precis.sparql.archive;

import dev.precis.sparql.archive.ArchiveEntry.Facts;
import java.util.List;
import java.util.Optional;

/** What a batch is to do with one graph. */
sealed interface Step {
    /**
     * Another version, laid down in the folder of the batch, or word that the one that is kept came of other inputs.
     *
     * @param sha256 of its quads
     * @param facts what it says that is kept beside it; empty where that was never looked at
     * @param staged whether they are laid down; if not, the archive had them when this was put
     */
    record Put(String graph, String base, String sha256, Origin origin, Optional<Facts> facts, boolean staged)
            implements Step {}

    /** Nothing is to be done to the graph, but it is known by these as well. */
    record Know(String graph, List<String> keys) implements Step {
        public Know {
            keys = List.copyOf(keys);
        }
    }

    /** @param successor the graph that all its keys lead to from now on; empty if none takes its place */
    record Remove(String graph, String reason, Registration.By by, Optional<String> successor) implements Step {}
}
