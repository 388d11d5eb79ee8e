/** Cited works in the formats of bibliographies, one writer each. */
@NullMarked
package dev.precis.sparql.write.bibliography;

import org.jspecify.annotations.NullMarked;
