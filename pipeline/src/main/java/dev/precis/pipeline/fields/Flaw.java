package dev.precis.pipeline.fields;

/**
 * What is wrong with a document that someone wrote by hand.
 *
 * @param line counted from 1
 * @param code a stable word for the kind of flaw, such as {@code unknown-field}
 * @param message names the field, what stands there and what was expected
 */
public record Flaw(int line, String code, String message) {}
