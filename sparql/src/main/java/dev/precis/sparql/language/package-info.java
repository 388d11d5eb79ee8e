/** What pages say to readers, in the language of their blog: words, dates and numbers. */
@NullMarked
package dev.precis.sparql.language;

import org.jspecify.annotations.NullMarked;
