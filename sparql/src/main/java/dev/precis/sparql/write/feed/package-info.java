/** Feeds: one neutral model, one writer a format. */
@NullMarked
package dev.precis.sparql.write.feed;

import org.jspecify.annotations.NullMarked;
