package dev.precis.sparql.query;

/**
 * What is odd about something published.
 *
 * @param target what it is about: an estimate, a finding, a work
 * @param label the kind of oddity in words
 * @param description this case in words; may be empty
 */
public record Flag(String iri, String target, String label, String description) {}
