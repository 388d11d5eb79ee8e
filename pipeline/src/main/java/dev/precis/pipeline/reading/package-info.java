/** What pages were read as: kept, so that a page that is as it was need not be read again. */
@NullMarked
package dev.precis.pipeline.reading;

import org.jspecify.annotations.NullMarked;
