/** What an editor knows better than a reading, applied to every reading anew. */
@NullMarked
package dev.precis.pipeline.correct;

import org.jspecify.annotations.NullMarked;
