/** For whom something is found out, and whether they still wait. */
@NullMarked
package dev.precis.sparql.query.asker;

import org.jspecify.annotations.NullMarked;
