/** What published effect sizes give a meta-analyst: the printed numbers, and beside them what follows from these. */
@NullMarked
package dev.precis.sparql.effect;

import org.jspecify.annotations.NullMarked;
