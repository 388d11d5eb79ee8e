/** The typed questions, one .rq file each. */
@NullMarked
package dev.precis.sparql.query;

import org.jspecify.annotations.NullMarked;
