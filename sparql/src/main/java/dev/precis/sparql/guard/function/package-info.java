/** Functions and aggregates of SPARQL within limits. */
@NullMarked
package dev.precis.sparql.guard.function;

import org.jspecify.annotations.NullMarked;
