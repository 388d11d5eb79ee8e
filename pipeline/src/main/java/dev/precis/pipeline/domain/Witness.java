package dev.precis.pipeline.domain;

/**
 * Where a field of a post was read.
 *
 * @param field its name: {@code title}, {@code date}, {@code author}, {@code citation}
 * @param value as read
 * @param from what told it: {@code h1}, {@code JSON-LD datePublished}, {@code under "Primary paper"}
 */
public record Witness(String field, String value, String from) {}
