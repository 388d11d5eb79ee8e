/** The kinds of documents that the site has: where they are, and what they hold. */
@NullMarked
package dev.precis.sparql.site.section;

import org.jspecify.annotations.NullMarked;
