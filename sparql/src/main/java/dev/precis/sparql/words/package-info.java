/** Full texts by their words, in Lucene. */
@NullMarked
package dev.precis.sparql.words;

import org.jspecify.annotations.NullMarked;
