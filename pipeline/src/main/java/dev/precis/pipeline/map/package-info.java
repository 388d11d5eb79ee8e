/** From an understood summary to its named graph. */
@NullMarked
package dev.precis.pipeline.map;

import org.jspecify.annotations.NullMarked;
