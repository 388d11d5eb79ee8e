package dev.precis.sparql.query;

/**
 * Something odd, with what it is about (dqv:QualityAnnotation).
 *
 * @param flag what is odd, and about what
 * @param item the summary
 * @param quote the sentence or the citation; empty if it is about the whole summary
 */
public record QualityAnnotation(Flag flag, Item item, String quote) {
    /** Where the summary shows it. */
    public String place() {
        return flag.iri().isEmpty() ? flag.target() : flag.iri();
    }
}
