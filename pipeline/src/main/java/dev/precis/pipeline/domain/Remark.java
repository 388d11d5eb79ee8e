package dev.precis.pipeline.domain;

/**
 * What is odd about a printed statistic. It says what follows from the printed numbers and accuses nobody.
 *
 * @param about the statistic, unchanged
 * @param flag the last part of a concept's IRI in {@code flags.ttl}
 * @param explanation a sentence that a clinician understands
 */
public record Remark(Statistic about, String flag, String explanation) {}
