package dev.precis.sparql.query;

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
