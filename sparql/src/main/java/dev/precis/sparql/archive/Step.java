package dev.precis.sparql.archive;

/** What a batch is to do with one graph. */
sealed interface Step {
    /** @param sha256 of its quads, which are laid down in the folder of the batch unless the archive has them */
    record Put(String graph, String base, String sha256, Origin origin) implements Step {}

    record Remove(String graph, String reason) implements Step {}
}
