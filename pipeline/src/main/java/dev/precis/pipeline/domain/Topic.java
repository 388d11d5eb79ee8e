package dev.precis.pipeline.domain;

import java.net.URI;

/**
 * A concept that a summary is about.
 *
 * @param concept its IRI in the source's scheme
 * @param confidence from 0 to 1; 1 where the source itself says so, below where it is a suggestion
 */
public record Topic(URI concept, double confidence) {}
