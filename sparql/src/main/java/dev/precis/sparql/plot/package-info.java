/** Draws estimates with their intervals: where everything stands, in numbers between 0 and 1. */
@NullMarked
package dev.precis.sparql.plot;

import org.jspecify.annotations.NullMarked;
