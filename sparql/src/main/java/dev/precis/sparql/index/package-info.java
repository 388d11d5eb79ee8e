/** A TDB2 database that follows the archive and can be thrown away. */
@NullMarked
package dev.precis.sparql.index;

import org.jspecify.annotations.NullMarked;
