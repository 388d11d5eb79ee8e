/** What one query may take, and what it took. */
@NullMarked
package dev.precis.sparql.guard.limit;

import org.jspecify.annotations.NullMarked;
