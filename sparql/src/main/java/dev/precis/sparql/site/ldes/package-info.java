/** Linked Data Event Streams: what changed, for clients that follow it for ever. */
@NullMarked
package dev.precis.sparql.site.ldes;

import org.jspecify.annotations.NullMarked;
