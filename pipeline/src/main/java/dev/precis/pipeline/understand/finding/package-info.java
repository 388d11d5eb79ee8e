/** Numbers and claims that sentences tell. */
@NullMarked
package dev.precis.pipeline.understand.finding;

import org.jspecify.annotations.NullMarked;
