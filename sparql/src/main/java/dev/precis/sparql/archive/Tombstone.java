package dev.precis.sparql.archive;

import java.time.Instant;

/**
 * What is left of a graph that was taken out.
 *
 * @param removed when, in whole seconds
 * @param reason for people, one clause
 */
public record Tombstone(Instant removed, String reason) {}
