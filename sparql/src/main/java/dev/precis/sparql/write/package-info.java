/** One writer a format: graphs, rows and trees of JSON-LD; and the one list of what formats are called. */
@NullMarked
package dev.precis.sparql.write;

import org.jspecify.annotations.NullMarked;
