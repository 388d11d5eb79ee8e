/** Runs over inputs: what is gathered, read and tried; and the wiring, the only place that builds the object graph. */
@NullMarked
package dev.precis.pipeline.app.run;

import org.jspecify.annotations.NullMarked;
