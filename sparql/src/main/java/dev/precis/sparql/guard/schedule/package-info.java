/** Who runs when: quick queries before slow ones, nobody for ever, and no more at once than the machine bears. */
@NullMarked
package dev.precis.sparql.guard.schedule;

import org.jspecify.annotations.NullMarked;
