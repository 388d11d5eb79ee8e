/** What a printed citation says of the work. */
@NullMarked
package dev.precis.pipeline.understand.citation;

import org.jspecify.annotations.NullMarked;
