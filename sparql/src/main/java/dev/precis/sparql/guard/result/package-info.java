/** Answers in the formats of the SPARQL protocol. */
@NullMarked
package dev.precis.sparql.guard.result;

import org.jspecify.annotations.NullMarked;
