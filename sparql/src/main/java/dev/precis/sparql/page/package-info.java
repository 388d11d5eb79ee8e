/** HTML pages from compiled templates. */
@NullMarked
package dev.precis.sparql.page;

import org.jspecify.annotations.NullMarked;
