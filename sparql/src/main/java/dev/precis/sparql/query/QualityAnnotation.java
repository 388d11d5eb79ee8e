package dev.precis.sparql.query;

import dev.precis.sparql.query.Card.Item;

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

    /**
     * What is odd about something published.
     *
     * @param target what it is about: an estimate, a finding, a work
     * @param kind the kind of oddity
     * @param explanation what that kind means for a reader; may be empty
     * @param description this case in words; may be empty
     */
    public record Flag(String iri, String target, Named kind, String explanation, String description) {
        /** The kind of oddity in words. */
        public String label() {
            return kind.name();
        }
    }
}
