/** From text to meaning: citations, topics, findings. Pure functions over strings. */
@NullMarked
package dev.precis.pipeline.understand;

import org.jspecify.annotations.NullMarked;
