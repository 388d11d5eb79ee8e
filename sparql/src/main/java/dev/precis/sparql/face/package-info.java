/** What blogs look like and say of themselves, besides what is in the store. */
@NullMarked
package dev.precis.sparql.face;

import org.jspecify.annotations.NullMarked;
