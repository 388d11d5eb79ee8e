/** An answer that is kept until it is complete. */
@NullMarked
package dev.precis.sparql.guard.result;

import org.jspecify.annotations.NullMarked;
