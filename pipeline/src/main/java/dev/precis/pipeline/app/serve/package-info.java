/** A store on the web. */
@NullMarked
package dev.precis.pipeline.app.serve;

import org.jspecify.annotations.NullMarked;
