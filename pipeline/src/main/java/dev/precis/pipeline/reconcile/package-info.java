/** Which record of a registry is that of a cited work, and what follows from it. */
@NullMarked
package dev.precis.pipeline.reconcile;

import org.jspecify.annotations.NullMarked;
