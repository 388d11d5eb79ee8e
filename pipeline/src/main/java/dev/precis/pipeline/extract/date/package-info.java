/** Finds days and months in the lines of a page, in words and in numbers. */
@NullMarked
package dev.precis.pipeline.extract.date;

import org.jspecify.annotations.NullMarked;
