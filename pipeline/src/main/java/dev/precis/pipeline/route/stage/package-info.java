/** The stages of one source, and those that need nothing but their input as routes of Camel. */
@NullMarked
package dev.precis.pipeline.route.stage;

import org.jspecify.annotations.NullMarked;
