/** The command line and the wiring: the only place that builds the object graph. */
@NullMarked
package dev.precis.pipeline.app;

import org.jspecify.annotations.NullMarked;
