/** Canonical graphs as files: the truth. */
@NullMarked
package dev.precis.sparql.archive;

import org.jspecify.annotations.NullMarked;
