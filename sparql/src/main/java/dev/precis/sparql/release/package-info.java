/** Dated data sets of a store: files that are made once and never change, and what catalogues are told of them. */
@NullMarked
package dev.precis.sparql.release;

import org.jspecify.annotations.NullMarked;
