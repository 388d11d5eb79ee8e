/** The command line. */
@NullMarked
package dev.precis.pipeline.app;

import org.jspecify.annotations.NullMarked;
