/** From text to meaning: citations, topics, findings, and whether their numbers fit. Pure functions over strings. */
@NullMarked
package dev.precis.pipeline.understand;

import org.jspecify.annotations.NullMarked;
