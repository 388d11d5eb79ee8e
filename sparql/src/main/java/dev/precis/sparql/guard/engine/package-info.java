/** Queries within limits: ARQ over TDB2, bounded in time, memory and what it may reach. */
@NullMarked
package dev.precis.sparql.guard.engine;

import org.jspecify.annotations.NullMarked;
