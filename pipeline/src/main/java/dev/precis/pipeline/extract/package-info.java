/** From a captured page to the drafts that it shows. The only package that knows jsoup. */
@NullMarked
package dev.precis.pipeline.extract;

import org.jspecify.annotations.NullMarked;
