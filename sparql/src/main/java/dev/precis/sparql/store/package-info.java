/** The archive of canonical graphs (the truth) and the TDB2 index that follows it. */
@NullMarked
package dev.precis.sparql.store;

import org.jspecify.annotations.NullMarked;
