package dev.precis.pipeline.understand.citation.tagger;

/**
 * A real line of which the reading is known.
 *
 * @param printed as it was found
 * @param truth what its words are, but for those that cleaning leaves out
 */
public record LabelledLine(String printed, Tagging truth) {}
