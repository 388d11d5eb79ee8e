/** What the site serves: every address, in every representation. */
@NullMarked
package dev.precis.sparql.site;

import org.jspecify.annotations.NullMarked;
