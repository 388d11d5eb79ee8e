/** The watched folder. */
@NullMarked
package dev.precis.pipeline.route.drop;

import org.jspecify.annotations.NullMarked;
